"""A Board as a record: what its page says, in plain values with the names of its day. Pure."""

from recommendations.partial_dates import UNKNOWN, PartialDate
from recommendations.rag import MEANINGS

from ...publishing.board import record
from ...publishing.record import Named


def board_record(board, *, rows, period, chart, **facts):
    """Return the BoardRecord of `board` on the days of `period`.

    `rows` are its entries for the table, each with the words of its review; `chart` is its
    OverTime or None; `facts` are the fields that no Board has: who it is of, and what was asked.
    """
    moved = board.movements
    return record.BoardRecord(
        on=PartialDate.of(period.at),
        since=PartialDate.of(period.since) if period.since else UNKNOWN,
        since_meeting=period.since_name,
        is_of_its_day=period.is_today,
        sentence=board.sentence,
        states=tuple(record.Count(_named(rag), *counts) for rag, *counts in board.states),
        progress=tuple(
            record.Count(Named(key, words), number) for key, words, number in board.progress
        ),
        exceptions=_groups(board.exceptions),
        movements=_groups(moved.groups) if moved else (),
        months=_months(chart) if chart else (),
        items=tuple(_item(entry, review) for entry, review in rows),
        elsewhere=tuple(_told(entry, entry.reason) for entry in board.elsewhere),
        legend=tuple(Named(rag.value, meaning) for rag, meaning in MEANINGS.items()),
        is_of_several=board.is_of_several,
        **facts,
    )


def _named(rag):
    return Named(rag.value, rag.label)


def _groups(groups):
    return tuple(
        record.Group(group.heading, tuple(_told(*row) for row in group.rows)) for group in groups
    )


def _told(entry, words):
    return record.Told(entry.name, entry.subject, entry.report, words)


def _months(chart):
    return tuple(
        record.Month(
            PartialDate.of(day),
            tuple(record.Count(_named(rag), number) for rag, number in numbers),
        )
        for day, numbers in chart.months
    )


def _item(entry, review):
    return record.Item(
        label=entry.label,
        kind=entry.kind,
        subject=entry.subject,
        report=entry.report,
        rag=_named(entry.rag),
        addressed_to=entry.addressed_to,
        owner=entry.owner,
        due_on=entry.due_on,
        before=_named(entry.before) if entry.before else None,
        direction=entry.direction,
        reason=entry.reason,
        progress=entry.progress,
        expected_on=entry.expected_on,
        put_off=tuple(slip.before for slip in entry.slips),
        reviewed_on=_day(entry.reviewed_on),
        review=review,
        closed_by_inspectorate_on=_day(entry.closed_by_inspectorate_on),
        actions=entry.actions.words if entry.actions else "",
    )


def _day(day):
    return PartialDate.of(day) if day else UNKNOWN
