"""The section 55 compliance record: the checklist of a response, for a page and for paper. Pure."""

import datetime
from dataclasses import dataclass

from recommendations.partial_dates import PartialDate

from ..duty import State
from ..publishing.blocks import Entry, Facts, Grid, Heading, Notice, Row

HEADING = "Section 55 compliance record"
ASKED = "What section 55 asks for, and how this response stands to it"
DONE = "Each step in the order of time: who took it, and why"
NOTABLE = {State.GAP, State.LATE}


@dataclass(frozen=True)
class Done:
    """What was done with a response: when, by the clocks of London, by whom, and why."""

    at: datetime.datetime
    words: str
    by: str
    reason: str


def compliance(record, checklist, *, on, state, is_published, done):
    """Return the blocks of the compliance record of `record` as of the day `on`.

    `state` says in words in which state the response is, and `done` what was done with it,
    as Done after Done.
    """
    return tuple(_blocks(record, checklist, PartialDate.of(on), state, is_published, done))


def _blocks(record, checklist, on, state, is_published, done):
    yield Facts(
        (
            Row("As at", on.words),
            Row("State", state),
            Row("Answered by", record.body.name),
            *_reports(record),
        )
    )
    if checklist.why_not:
        yield Notice(f"Section 55 does not run here. {checklist.why_not}")
    heads = ("What the Act asks for", "State", "How it stands")
    yield Grid(ASKED, heads, (34, 16, 50), tuple(map(_point, checklist.items)))
    if record.override_reason:
        how = "Published" if is_published else "Approved"
        yield Notice(f"{how} with gaps, for this reason: {record.override_reason}")
    if done:
        yield Heading(2, "What was done", "what--was--done")
        heads = ("When", "What was done", "By", "Reason given")
        yield Grid(DONE, heads, (20, 28, 20, 32), tuple(map(_done, done)))


def _reports(record):
    """Yield a row for each report that is answered, with its day."""
    for number, report in enumerate(record.reports):
        label = "Also answers" if number else "Report answered"
        yield Row(label, f"{report.title} (published: {report.published_on})")


def _point(item):
    return (
        Entry(item.label.replace("section 55", "section\N{NO-BREAK SPACE}55")),
        Entry(item.state.label, is_strong=item.state in NOTABLE),
        Entry(item.words, (*item.lines, *(gap.words for gap in item.gaps))),
    )


def _done(one):
    when = f"{PartialDate.of(one.at.date())}, {one.at:%H:%M}"
    return Entry(when), Entry(one.words), Entry(one.by or "–"), Entry(one.reason or "–")
