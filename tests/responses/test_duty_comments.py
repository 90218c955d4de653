"""The day on which comments came or were declined, against the reports and the invitation."""

import dataclasses
import datetime

import pytest

from recommendations.partial_dates import UNKNOWN, parse
from responses.duty import Point, State, check
from responses.publishing import record

from .records import REPORT, make_record

ON = datetime.date(2026, 6, 1)
FURTHER = dataclasses.replace(
    REPORT, slug="hens-2026", short_title="Hens, 2026", published_on=parse("20 May 2026")
)
OPEN = record.Deadline("not_answered", parse("9 June 2026"), rule="section_55")
NONE_TO_COME = "The chief officer’s word that there are no comments is dated"


def item(state, day, *, invited="", further=()):
    """Return the point of the comments that were settled on `day`."""
    part = record.Comments(
        invited_on=parse(invited), state=state, settled_on=parse(day), why_none="Content."
    )
    made = make_record(comments=part, further_reports=further, published_on=UNKNOWN, deadline=OPEN)
    return next(one for one in check(made, on=ON).items if one.point == Point.COMMENTS)


def gaps(one):
    return [(gap.words, gap.field) for gap in one.gaps]


@pytest.mark.parametrize(
    ("state", "words"),
    [("submitted", "The chief officer’s comments are dated"), ("declined", NONE_TO_COME)],
)
def test_nothing_is_said_of_a_report_before_it_is_out_nor_of_any_of_several(state, words):
    alone = f"{words} before the report was published"
    assert gaps(item(state, "14 April 2026")) == [(alone, "comments")]
    assert gaps(item(state, "15 April 2026")) == []
    of_several = f"{words} before “Hens, 2026” was published"
    assert gaps(item(state, "19 May 2026", further=(FURTHER,))) == [(of_several, "comments")]
    assert gaps(item(state, "20 May 2026", further=(FURTHER,))) == []


def test_comments_that_come_before_the_invitation_are_told_and_are_no_gap():
    one = item("submitted", "11 May 2026", invited="12 May 2026")
    assert (one.state, one.words) == (
        State.DONE,
        "Received on 11 May 2026, before the invitation.",
    )
    one = item("submitted", "12 May 2026", invited="12 May 2026")
    assert one.words == "Received on 12 May 2026."


def test_an_invitation_that_came_after_it_is_not_declined():
    one = item("declined", "11 May 2026", invited="12 May 2026")
    assert gaps(one) == [(f"{NONE_TO_COME} before the invitation", "comments")]
    assert one.words == "Declined on 11 May 2026: Content."
    for invited in ("11 May 2026", ""):
        assert gaps(item("declined", "11 May 2026", invited=invited)) == []
