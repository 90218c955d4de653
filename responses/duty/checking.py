"""All points of section 55 held against one record, and whether the section runs. Pure."""

from dataclasses import replace

from recommendations.deadlines import Outcome, Rule
from recommendations.kinds import is_of_section_55

from .chief_officer import point_of_comments, point_of_invitation, point_of_reply
from .explanations import point_of_explanations, point_of_writing
from .points import Checklist, Here, Point, State
from .publication import point_of_publication, points_of_copies
from .time import is_late, point_of_time, wrong_day

OUTSIDE = "The body that answers is outside it."


def check(record, *, on, here=None):
    """Return the Checklist of `record` as of the day `on` (a London date).

    A record without a day of publication is judged as if it were published on `on`.
    `here` is what came of it on this register, a Here; nothing yet, unless it is given.
    """
    here = here or Here()
    why_not = _why_not(record)
    items = (
        point_of_invitation(record, on),
        point_of_comments(record, on),
        point_of_writing(record),
        point_of_explanations(record),
        point_of_reply(record),
        point_of_time(record, on),
        point_of_publication(record, here),
        *points_of_copies(here, are_asked_for=not why_not),
    )
    if why_not:  # A day that cannot be, or one later than the report's own, is refused even so.
        is_refused = is_late(record, on=on) or wrong_day(record, on=on)
        items = tuple(
            one if is_refused and one.point == Point.IN_TIME else _without_gaps(one)
            for one in items
        )
    return Checklist(items, why_not)


def other_gaps(record, *, on):
    """Return the gaps on the day `on` in words, but for the recommendations not explained."""
    return tuple(gap.words for gap in check(record, on=on).gaps if gap.finding is None)


def _why_not(record):
    """Return why section 55 does not run; another deadline for one report does not end it."""
    if not record.body.is_under_section_55:
        return OUTSIDE
    if not any(is_of_section_55(report.kind.key) for report in record.reports):
        return "This kind of report has a duty of its own, or none, and not that of section 55."
    deadline = record.deadline
    if deadline.outcome == Outcome.NOT_JUDGED and deadline.rule != Rule.NONE:
        return deadline.why
    # Of a report whose day is known a judged one has a last day, whatever the response says.
    is_judged = deadline.last_day.is_known or not record.deadline_report.published_on.is_day
    return "" if is_judged or deadline.rule != Rule.SECTION_55 else deadline.why


def runs_for_report(report):
    """Whether section 55 has a body under it answer `report`, an InspectionReport."""
    judgement = report.judge(applies=True)
    is_judged = judgement.outcome != Outcome.NOT_JUDGED or report.deadline_rule == Rule.NONE
    return is_of_section_55(report.kind) and is_judged


def _without_gaps(item):
    state = State.NOT_NEEDED if item.state == State.GAP else item.state
    return replace(item, state=state, gaps=())
