"""The made-up course of one rating: what might have been recorded of it, and when. Pure."""

import datetime

from recommendations.courses import Mark
from recommendations.partial_dates import UNKNOWN, PartialDate
from recommendations.rag import Assurance, Progress, Rag

OWNERS = ("Head of Crime", "Head of People", "Head of Custody", "Chief Information Officer")
REASONS = {
    Rag.RED: ("The money is not found.", "The supplier is late.", "Nobody is in post."),
    Rag.AMBER: ("A plan is agreed.", "Half of the units are done."),
    Rag.GREEN: ("Checked by audit.", ""),
    Rag.NOT_FOR_THIS_FORCE: ("Addressed to another body.",),
}
# Where a rating goes from where it stands: each as often as it is written.
NEXT = {
    Rag.NOT_ASSESSED: (Rag.AMBER, Rag.AMBER, Rag.RED, Rag.NOT_FOR_THIS_FORCE),
    Rag.RED: (Rag.RED, Rag.AMBER, Rag.AMBER),
    Rag.AMBER: (Rag.AMBER, Rag.AMBER, Rag.GREEN, Rag.RED),
    Rag.GREEN: (Rag.GREEN, Rag.GREEN, Rag.GREEN, Rag.AMBER),
    Rag.NOT_FOR_THIS_FORCE: (Rag.NOT_FOR_THIS_FORCE,),
}
# Of each hundred entries, how many tell of a day long before they were recorded.
BACKDATED = 5
MOST_ENTRIES = 11


def course_of(published, due, on, chance):
    """Return the Marks of a finding of a report of the day `published`, due on the day `due`.

    They go on at most to the end of the day `on` (London dates); `chance` is a random.Random.
    """
    marks, day = [], published + datetime.timedelta(days=chance.randint(5, 40))
    last = Mark(owner=chance.choice(OWNERS), expected_on=PartialDate.of(due))
    for _ in range(chance.randint(1, MOST_ENTRIES)):
        if day > on:
            break
        last = _after(last, day, chance)
        marks.append(last)
        day += datetime.timedelta(days=chance.randint(20, 200))
    return marks


def _after(last, day, chance):
    state = chance.choice(NEXT[last.rag])
    late_news = datetime.timedelta(days=30 if chance.randrange(100) < BACKDATED else 0)
    return Mark(
        rag=state,
        reason=chance.choice(REASONS[state]),
        progress=_progress(state, chance),
        owner=chance.choice(OWNERS) if chance.random() < 0.1 else last.owner,
        expected_on=_expected(last.expected_on, day, chance),
        true_on=day - late_news,
        recorded_at=datetime.datetime.combine(
            day, datetime.time(chance.randint(8, 17), chance.randint(0, 59)), datetime.UTC
        ),
        **_assurance(state, day, chance),
    )


def _progress(state, chance):
    if state == Rag.GREEN:
        return chance.choice((Progress.CLOSED, Progress.PENDING_SIGN_OFF))
    if state == Rag.NOT_FOR_THIS_FORCE:
        return ""
    return chance.choice((Progress.AWAITING_ALLOCATION, Progress.IN_PROGRESS))


def _expected(expected, day, chance):
    """Now and then the day is put off, and now and then there is none any more."""
    drawn = chance.random()
    if drawn < 0.25:
        return PartialDate.of(day + datetime.timedelta(days=chance.randint(60, 400)))
    return UNKNOWN if drawn < 0.3 else expected


def _assurance(state, day, chance):
    if state != Rag.GREEN or chance.random() < 0.5:
        return {}
    return {"assurance": chance.choice(Assurance.values), "assured_on": day}
