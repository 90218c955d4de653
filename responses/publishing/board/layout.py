"""The board pack: a BoardRecord as blocks, the summary first, then what wants attention. Pure."""

from collections import Counter

from recommendations.rag import Rag

from ...pictures import draw_over_time, over_time
from ..blocks import Contents, Entry, Facts, Grid, Heading, Link, Notice, Picture, Row
from ..layouts.words import count, sentence, times_of
from .columns import HEADS, READ
from .words import NOTHING_MOVED, WORKING, Words, as_seen

FIRST_OF = (
    "The first {first} of {number}. The table of {table} holds each of them, with the same facts."
)
FIRST_THAT_MOVED = (
    "The first {first} of {number}. The board’s page, as at the same days, leads to all of them."
)
# As many of what wants attention, and in a pack of what moved, as stand on a page.
ROWS_OF_A_KIND = 10


def lay_out_board(record, *, most_moved=None):
    """Return the blocks of `record`, a BoardRecord; each thing that it says stands in them.

    Of what moved, only the first `most_moved` of each kind where that is given.
    """
    parts = [part for part in _parts(record, most_moved) if part]
    links = tuple(Link(part[0].anchor, part[0].text) for part in parts)
    return (*_cover(record), Contents(links), *(block for part in parts for block in part))


def _cover(record):
    yield Facts(tuple(_facts(record)))
    yield Notice(record.sentence)
    yield _states(record)
    if record.progress:
        words = ", ".join(f"{one.number} {one.state.words.lower()}" for one in record.progress)
        yield Notice(f"Progress: {words}.")
    if not record.is_of_its_day:
        yield Notice(as_seen(record.on, worded="were when this was made"))


def _facts(record):
    yield Row("Force", record.force.name)
    if record.body.name:
        yield Row("Local policing body", record.body.name)
    yield Row("As at", _named_day(record.on, record.meeting))
    if record.since:
        yield Row("Compared with", _named_day(record.since, record.since_meeting))
    for one in record.chosen:
        label = one.label if one.label.isupper() else one.label.lower()
        yield Row(f"Chosen: {label}", one.words)
    yield Row("Standing", WORKING)


def _named_day(day, name):
    return f"{day}, {name}" if name else str(day)


def _states(record):
    """Return the counts with what each state means, which is the legend of all that follows."""
    meanings = {one.key: sentence(one.words) for one in record.legend}
    compared = [f"Change since {record.since}"] if record.since else []
    rows = (
        (
            Entry(one.state.words, rag=one.state.key),
            Entry(str(one.number), is_strong=True),
            *([Entry(_change(one.change))] if compared else []),
            Entry(meanings.get(one.state.key, "")),
        )
        for one in record.states
    )
    heads, shares = ("Rating", "Number", *compared, "What it means"), (3, 2, 3, 6)
    if not compared:
        shares = (3, 2, 6)
    return Grid("How many ratings stand in each state", heads, shares, tuple(rows))


def _change(number):
    if not number:
        return "No change"
    return f"+{number}" if number > 0 else f"−{-number}"


def _parts(record, most_moved):
    """Yield each part of the pack as a list: its heading, and what stands under it."""
    yield [
        Heading(2, "What wants attention", "exceptions"),
        *_exceptions(record),
        *_unrated(record),
        *_no_exceptions(record),
    ]
    if record.since:
        name = f", {record.since_meeting}" if record.since_meeting else ""
        yield [
            Heading(2, f"What moved since {record.since}{name}", "moved"),
            *(_movements(record, most_moved) if record.movements else [Notice(NOTHING_MOVED)]),
        ]
    yield list(_over_time(record))
    yield list(_items(record))
    if record.elsewhere and not record.has_every_state:
        table = _told(record, "Not for this force", record.elsewhere, "Why")
        yield [Heading(2, "Not for this force", "elsewhere"), table]


def _no_exceptions(record):
    if not (record.exceptions or record.unrated):
        yield Notice(_words(record).no_exceptions)


def _exceptions(record):
    for number, group in enumerate(record.exceptions, start=1):
        yield Heading(3, group.heading, f"exceptions-{number}")
        yield from _first_of(record, group, ROWS_OF_A_KIND, FIRST_OF)


def _movements(record, most):
    for number, group in enumerate(record.movements, start=1):
        yield Heading(3, group.heading, f"moved-{number}")
        yield from _first_of(record, group, most, FIRST_THAT_MOVED)


def _first_of(record, group, most, words):
    """Yield the table of the first `most` rows of `group`; `words` say so where there are more."""
    yield _told(record, group.heading, group.rows, "Detail", most=most)
    if most and len(group.rows) > most:
        table = _words(record).heading.lower()
        yield Notice(words.format(first=most, number=len(group.rows), table=table))


def _told(record, heading, rows, words_head, most=None):
    """Return the table of what is told, of the first `most`: blank columns are left out."""
    has_words = any(row.words for row in rows)
    columns = [
        ("Recommendation", 5, lambda row: f"{row.name}: {row.subject}"),
        *([("Report", 4, lambda row: row.report)] if record.is_of_several else []),
        *([(words_head, 6, lambda row: row.words)] if has_words else []),
    ]
    return Grid(
        f"{heading}: {_how_many(rows)}",
        tuple(head for head, _, _ in columns),
        tuple(share for _, share, _ in columns),
        tuple(tuple(Entry(text(row)) for _, _, text in columns) for row in rows[:most]),
    )


def _how_many(rows):
    number = len({(row.name, row.subject, row.report) for row in rows})
    return times_of(len(rows), number) or count(number, "recommendation")


def _unrated(record):
    if record.unrated:
        yield Heading(3, "Reports without a rating", "unrated")
        yield Grid(
            f"Of {count(len(record.unrated), 'report')} no rating is recorded",
            ("Report", "Published"),
            (5, 3),
            tuple(
                (Entry(one.title), Entry(sentence(str(one.published_on)))) for one in record.unrated
            ),
        )


def _over_time(record):
    """Yield the drawing of the months, where there is one, and the same as a table."""
    days = [month.on.earliest for month in record.months]
    numbers = [Counter({Rag(c.state.key): c.number for c in m.counts}) for m in record.months]
    chart = over_time(days, numbers)
    if chart:
        words = f"{chart.words} What is not for this force is not drawn."
        yield Heading(2, "RAG over time", "time")
        yield Picture(draw_over_time(chart), words, _twin(record))


def _twin(record):
    heads = tuple(one.state.words for one in record.months[0].counts)
    return Grid(
        "How many ratings stood in each state at the end of each month",
        ("At the end of", *heads),
        (4, *([3] * len(heads))),
        tuple(
            (Entry(month.on.words), *(Entry(str(one.number)) for one in month.counts))
            for month in record.months
        ),
    )


def _items(record):
    heading = _words(record).heading
    yield Heading(2, heading, "open")
    if not record.items:
        yield Notice(_words(record).no_items)
        return
    yield Grid(
        f"{heading} of {record.force.name}: {len(record.items)}",
        HEADS,
        tuple(column.share for column in READ),
        tuple(tuple(column.entry(item) for column in READ) for item in record.items),
        is_wide=True,
    )


def _words(record):
    return Words(
        is_of_its_day=record.is_of_its_day,
        is_chosen=bool(record.chosen),
        has_every_state=record.has_every_state,
        has_ratings=any(one.number for one in record.states),
    )
