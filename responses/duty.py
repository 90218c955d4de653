"""The duty of section 55 of the Police Act 1996, held against one response: the checklist. Pure.

It reads a Record, so that a draft and what was published are judged by the same rule.
Areas for improvement are not covered by subsection (5B): they are counted, and are
never a gap.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.db import models

from recommendations.deadlines import SECTION_55_DAYS, Outcome, Rule
from recommendations.kinds import RULE_OF_KIND, FindingKind
from recommendations.partial_dates import PartialDate

from .due import due
from .kinds import CommentsState, Position, Recipient, SectionKind, Voice
from .publishing.layouts.days import answered_words, sum_words
from .publishing.layouts.words import sentence


class Point(models.TextChoices):
    """What the checklist goes through, each with the subsection that asks for it."""

    INVITED = "invited", "Chief officer invited to comment, section 55(4)"
    COMMENTS = "comments", "Comments of the chief officer, section 55(5)(b)"
    WRITTEN = "written", "Comments of the local policing body, section 55(5)(a)"
    EXPLAINED = "explained", "Each recommendation explained, section 55(5B)"
    REPLY = "reply", "Reply to the chief officer’s comments, section 55(5)(c)"
    IN_TIME = "in_time", "Within 56 days, section 55(5A)"
    PUBLISHED = "published", "Published, section 55(5)"
    INSPECTORATE = "inspectorate", "Copy to the inspectorate, section 55(6)"
    HOME_SECRETARY = "home_secretary", "Copy to the Home Secretary, section 55(6)"


class State(models.TextChoices):
    DONE = "done", "Done"
    GAP = "gap", "Gap"
    LATE = "late", "Late"
    NOT_RECEIVED = "not_received", "Not received"
    NOT_KNOWN = "not_known", "Not known"
    TO_COME = "to_come", "To come"
    NOT_NEEDED = "not_needed", "Not needed"


IN_TIME = {
    Outcome.IN_TIME: State.DONE,
    Outcome.NOT_ANSWERED: State.TO_COME,
    Outcome.NOT_KNOWN: State.NOT_KNOWN,
    Outcome.BEFORE_REPORT: State.NOT_KNOWN,
    Outcome.NOT_JUDGED: State.NOT_NEEDED,
}


@dataclass(frozen=True)
class Gap:
    """What is missing, and the field that mends it; `finding` is the one that it is about."""

    words: str
    field: str
    finding: object = None


@dataclass(frozen=True)
class Item:
    point: Point
    state: State
    words: str
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True)
class Copy:
    """The copy that counts for a recipient: of which version, and on which day it went."""

    version: int
    sent_on: PartialDate


@dataclass(frozen=True)
class Here:
    """What came of a response on this register: the copies by Recipient, and what is shown.

    `version` is the number that the record has here, or would have; `newest` is that of the
    newest version, 0 where there is none; `withdrawn_on` is the day on which it was
    withdrawn, if it was.
    """

    version: int = 1
    newest: int = 0
    withdrawn_on: datetime.date | None = None
    copies: Mapping[str, Copy] = field(default_factory=dict)


@dataclass(frozen=True)
class Checklist:
    """The points in order. `why_not` says why section 55 does not run; nothing is a gap then."""

    items: tuple[Item, ...]
    why_not: str = ""

    @property
    def gaps(self):
        """What stands in the way of publication unless a reason is given."""
        return tuple(gap for item in self.items for gap in item.gaps)


def check(record, *, on, here=None):
    """Return the Checklist of `record` as of the day `on` (a London date).

    A record without a day of publication is judged as if it were published on `on`.
    `here` is what came of it on this register, a Here; nothing yet, unless it is given.
    """
    here = here or Here()
    items = (
        _invited(record, on),
        _comments(record, on),
        _written(record),
        _explained(record),
        _reply(record),
        _in_time(record, on),
        _published(record, here),
        *_sent(here),
    )
    why_not = _why_not(record)
    if why_not:  # A report with a last day of its own can be late all the same.
        late = is_late(record, on=on)
        items = tuple(
            one if late and one.point == Point.IN_TIME else _without_gaps(one) for one in items
        )
    return Checklist(items, why_not)


def other_gaps(record, *, on):
    """Return the gaps on the day `on` in words, but for the recommendations not explained."""
    return tuple(gap.words for gap in check(record, on=on).gaps if gap.finding is None)


def _why_not(record):
    """Return why section 55 does not run; another deadline for one report does not end it."""
    if not record.body.is_under_section_55:
        return "Section 55 does not apply to this body."
    if not is_of_section_55(record.report.kind.key):
        return "This kind of report has a duty of its own, or none, and not that of section 55."
    deadline = record.deadline
    if deadline.outcome == Outcome.NOT_JUDGED and deadline.rule != Rule.NONE:
        return deadline.why
    # Of a report whose day is known a judged one has a last day, whatever the response says.
    is_judged = deadline.last_day.is_known or not record.report.published_on.is_day
    return "" if is_judged or deadline.rule != Rule.SECTION_55 else deadline.why


def is_of_section_55(kind):
    """Whether section 55 has bodies answer reports of `kind`; another date does not end that."""
    return RULE_OF_KIND.get(kind, Rule.SECTION_55) == Rule.SECTION_55


def _without_gaps(item):
    state = State.NOT_NEEDED if item.state == State.GAP else item.state
    return replace(item, state=state, gaps=())


def _item(point, words, *gaps):
    return Item(point, State.GAP if gaps else State.DONE, words, gaps)


def _invited(record, on):
    comments = record.comments
    if wrong := _wrong_invitation(record, on):
        gap = Gap(wrong, "invited_on")
        return _item(Point.INVITED, f"Invited on {comments.invited_on}.", gap)
    if not comments.invited_on:
        if _is_settled(record):
            return _item(Point.INVITED, "No invitation is recorded, and none is needed any more.")
        gap = Gap("The chief officer was not invited, or the day is not recorded", "invited_on")
        return _item(Point.INVITED, "No invitation is recorded.", gap)
    invited = f"Invited on {comments.invited_on}"
    if comments.reply_by_on:
        return _item(Point.INVITED, f"{invited}, to comment by {comments.reply_by_on}.")
    if _is_settled(record):
        return _item(Point.INVITED, f"{invited}.")
    gap = Gap("No last day was set for the chief officer’s comments", "reply_by_on")
    return _item(Point.INVITED, f"{invited}, with no day set for the comments.", gap)


def _wrong_invitation(record, on):
    """Return what is wrong with the day of the invitation, or "".

    Section 55(4) has the chief officer comment on a report that is published, and (5) has
    the body publish these comments with its own.
    """
    invited, reported = record.comments.invited_on, record.report.published_on
    answered = record.published_on
    if not invited:
        return ""
    if invited.earliest > on:
        return "The day of the chief officer’s invitation is still to come"
    if reported.is_known and invited.latest < reported.earliest:
        return "The chief officer’s invitation is dated before the report was published"
    if answered.is_known and answered.latest < invited.earliest:
        return "The chief officer’s invitation is dated after the response"
    return ""


def _time_is_over(record, on):
    """Whether the chief officer was given a time for the comments that is over.

    It is over when the body answers, or on the day `on`, after the last day that it set.
    """
    comments, answered = record.comments, record.published_on
    if not (comments.invited_on and comments.reply_by_on) or _wrong_invitation(record, on):
        return False
    return comments.reply_by_on.latest < (answered.latest if answered.is_known else on)


def _comments(record, on):
    comments = record.comments
    if comments.state == CommentsState.DECLINED:
        why = f": {comments.why_none}" if comments.why_none else "."
        return _item(Point.COMMENTS, f"Declined on {comments.settled_on}{why}")
    if comments.state == CommentsState.SUBMITTED:
        return _item(Point.COMMENTS, f"Received on {comments.settled_on}.")
    if _has_comments(record):
        return _item(Point.COMMENTS, "Received: they stand in the text, in the chief’s own voice.")
    by = comments.reply_by_on
    if _time_is_over(record, on):
        words = f"Not received; they were asked for by {by}."
        return Item(Point.COMMENTS, State.NOT_RECEIVED, words)
    is_to_come = by and on <= by.latest
    words = f"Not received yet; they are asked for by {by}." if is_to_come else "Not received."
    gap = Gap("The chief officer’s comments are neither received nor declined", "comments")
    return _item(Point.COMMENTS, words, gap)


def _written(record):
    if is_written(record):
        return _item(Point.WRITTEN, f"Written, as {record.body.name}.")
    return _item(Point.WRITTEN, "Nothing is written yet.", Gap("Nothing is written", "sections"))


def is_written(record):
    """Whether the body says anything itself: in a section, an answer or a row of its form."""
    rows = (*record.answers, *(field for field in record.fields if field.html))
    return bool(rows) or _has_words(record, Voice.COMMISSIONER)


def _explained(record):
    due = record.due_findings
    if not due:
        return Item(
            Point.EXPLAINED,
            State.NOT_NEEDED,
            f"No recommendation to explain. {_afis(record)}".strip(),
        )
    elsewhere = [finding for finding in due if _is_elsewhere(record, finding)]
    unexplained = record.open_findings
    own = len(due) - len(elsewhere)
    parts = []
    if own:
        parts.append(f"{own - len(unexplained)} of {own} answered")
    if elsewhere:
        parts.append(f"{len(elsewhere)} of {len(elsewhere)} explained as not ours")
    words = f"{', '.join(parts)}. {_afis(record)}".strip()
    gaps = (Gap(f"{finding.name} is not explained", "answers", finding) for finding in unexplained)
    return _item(Point.EXPLAINED, words, *gaps)


def _is_elsewhere(record, finding):
    """Whether `finding` is explained by being for somebody else, in its rating or its answer."""
    positions = {a.position.key for a in record.answers_to(finding) if a.position}
    return finding.is_not_for_this_force or Position.NOT_FOR_THIS_FORCE in positions


def _afis(record):
    """Return how many areas for improvement are answered, which no law asks for, or ""."""
    afis = [finding for finding in record.findings if finding.kind.key == FindingKind.AFI]
    if not afis:
        return ""
    answered = sum(bool(record.answers_to(finding)) for finding in afis)
    areas = "area for improvement" if len(afis) == 1 else "areas for improvement"
    return f"{answered} of {len(afis)} {areas} answered, which the Act does not ask for."


def _reply(record):
    if not _has_comments(record):
        return Item(Point.REPLY, State.NOT_NEEDED, "Not needed: there are no comments to reply to.")
    if any(one.kind == SectionKind.REPLY and one.html for one in record.sections):
        return _item(Point.REPLY, "Written.")
    if record.comments.makes_no_reply:
        return _item(Point.REPLY, f"{sentence(record.body.name)} has nothing to say in reply.")
    gap = Gap("The chief officer’s comments have no reply", "makes_no_reply")
    return _item(Point.REPLY, "No reply, and nothing says that there is to be none.", gap)


def _in_time(record, on):
    words = day_words(record, on=on)
    late = is_late(record, on=on)
    if record.late_reason and (late or _may_be_late(record)):
        words = f"{words} The reason given: {record.late_reason}"
        return Item(Point.IN_TIME, State.LATE if late else State.NOT_KNOWN, words)
    if late:
        gap = Gap("The reason for lateness is not given", "late_reason")
        return _item(Point.IN_TIME, words, gap)
    if _is_before_report(record, on):
        gap = Gap("The response is dated before the report was published", "published_on")
        return _item(Point.IN_TIME, words, gap)
    if _may_be_late(record):
        vague = "The day of the response is too vague to show that it was in time"
        return _item(Point.IN_TIME, words, Gap(vague, "published_on"))
    return Item(Point.IN_TIME, IN_TIME[Outcome(record.deadline.outcome)], words)


def _is_before_report(record, on):
    """Whether the response is dated before its report, or would be on the day `on`."""
    outcome, reported = record.deadline.outcome, record.report.published_on
    if outcome == Outcome.NOT_ANSWERED and reported.is_known:
        return on < reported.earliest
    return outcome == Outcome.BEFORE_REPORT


def _may_be_late(record):
    """Whether a last day is known, and the day of the response too vague to stand before it."""
    deadline = record.deadline
    return deadline.outcome == Outcome.NOT_KNOWN and deadline.last_day.is_known


def is_late(record, *, on):
    """Whether `record` is late, or would be if it were published on the day `on`."""
    is_overdue = due(record.deadline, record.report.published_on, on=on).is_late
    return is_overdue or record.deadline.outcome == Outcome.LATE


def day_words(record, *, on):
    """Return which day of 56 it is on the day `on`, or was, with the sum that gives it."""
    now = due(record.deadline, record.report.published_on, on=on)
    if now.day is None:
        return sum_words(record)
    return f"Today is day {now.day} of {SECTION_55_DAYS}, {now.left_words}. {sum_words(record)}"


def _published(record, here):
    if here.withdrawn_on:
        day = PartialDate.of(here.withdrawn_on)
        words = f"{sentence(answered_words(record))}. The newest version was withdrawn on {day}."
        return Item(Point.PUBLISHED, State.TO_COME, words)
    if not record.published_on:
        return Item(Point.PUBLISHED, State.TO_COME, "Not yet published.")
    if not here.newest:
        words = f"Not published here yet. By its own date: {answered_words(record)}."
        return Item(Point.PUBLISHED, State.TO_COME, words)
    if here.newest != here.version:
        words = f"Version {here.newest} is published. The draft says: {answered_words(record)}."
        return Item(Point.PUBLISHED, State.DONE, words)
    return Item(Point.PUBLISHED, State.DONE, f"{sentence(answered_words(record))}.")


def _sent(here):
    for point, recipient in (
        (Point.INSPECTORATE, Recipient.INSPECTORATE),
        (Point.HOME_SECRETARY, Recipient.HOME_SECRETARY),
    ):
        copy = here.copies.get(recipient)
        if copy is None and here.withdrawn_on and here.newest == here.version:
            words = "Not recorded here, and the version is withdrawn."
            yield Item(point, State.NOT_NEEDED, words)
        elif copy is None:
            yield Item(point, State.TO_COME, "Not recorded here.")
        elif copy.version == here.version:
            yield Item(point, State.DONE, f"Sent on {copy.sent_on}.")
        else:
            sent = f"Version {copy.version} was sent on {copy.sent_on}"
            yield Item(point, State.TO_COME, f"{sent}; no copy of version {here.version} yet.")


def _is_settled(record):
    return record.comments.state == CommentsState.DECLINED or _has_comments(record)


def _has_comments(record):
    """Whether the chief officer's comments came: submitted here, or in the text of the response."""
    is_submitted = record.comments.state == CommentsState.SUBMITTED
    return is_submitted or _has_words(record, Voice.CHIEF_OFFICER)


def _has_words(record, voice):
    return any(section.voice == voice and section.html for section in record.sections)
