"""The states of a response, the moves between them, and what each asks. Pure: one table.

Services ask it and write what it answers; nobody else assigns a status. The diagram in
docs/workflow.md is drawn from it.
"""

from dataclasses import dataclass

from django.db import models

from forces.roles import Role


class Status(models.TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted for approval"
    RETURNED = "returned", "Returned to its editors"
    APPROVED = "approved", "Approved"
    PUBLISHED = "published", "Published"


# The text is written in these, and in no other.
OPEN = frozenset({Status.DRAFT, Status.RETURNED})


class Move(models.TextChoices):
    SUBMIT = "submit", "Submit for approval"
    TAKE_BACK = "take_back", "Take it back"
    RETURN = "return", "Return to its editors"
    APPROVE = "approve", "Approve"
    PUBLISH = "publish", "Publish"
    OPEN_NEXT_DRAFT = "open_next_draft", "Open the next draft"


# What leads onward is the next step of a response alone; these are offered beside it.
BACK = (Move.TAKE_BACK, Move.RETURN)


class Guard(models.TextChoices):
    """What has to be so before a move is made."""

    WRITTEN = "written", "something is written"
    ANOTHER_PERSON = "another_person", "by another person than the one who submitted it"
    REASON = "reason", "with a reason"
    AFTER_REPORT = "after_report", "it is not dated before its report"
    DAY_HAS_COME = "day_has_come", "its own day, where it has one, has come"
    NO_GAPS = "no_gaps", "the section 55 checklist has no gaps, or with a reason"
    LATENESS = "lateness", "if it is late, the reason for that is given"
    AS_APPROVED = "as_approved", "as it was approved"


@dataclass(frozen=True)
class Transition:
    """A move out of a state: where it leads, whose it is, what it asks, what the audit says."""

    target: Status
    role: Role
    guards: tuple[Guard, ...]
    event: str


APPROVAL = Transition(
    Status.APPROVED,
    Role.APPROVER,
    (
        Guard.ANOTHER_PERSON,
        Guard.AFTER_REPORT,
        Guard.DAY_HAS_COME,
        Guard.LATENESS,
        Guard.NO_GAPS,
    ),
    "Approved",
)
RETURN = Transition(Status.RETURNED, Role.APPROVER, (Guard.REASON,), "Returned to its editors")
SUBMISSION = Transition(Status.SUBMITTED, Role.EDITOR, (Guard.WRITTEN,), "Submitted for approval")
TRANSITIONS = {
    (Status.DRAFT, Move.SUBMIT): SUBMISSION,
    (Status.RETURNED, Move.SUBMIT): SUBMISSION,
    (Status.SUBMITTED, Move.TAKE_BACK): Transition(
        Status.DRAFT, Role.EDITOR, (), "Taken back by its editors"
    ),
    (Status.SUBMITTED, Move.RETURN): RETURN,
    (Status.SUBMITTED, Move.APPROVE): APPROVAL,
    (Status.APPROVED, Move.RETURN): RETURN,
    # A rating that moved since makes it another document: it is approved again.
    (Status.APPROVED, Move.APPROVE): APPROVAL,
    (Status.APPROVED, Move.PUBLISH): Transition(
        Status.PUBLISHED,
        Role.APPROVER,
        (
            Guard.AS_APPROVED,
            Guard.DAY_HAS_COME,
            Guard.AFTER_REPORT,
            Guard.LATENESS,
            Guard.NO_GAPS,
        ),
        "Published",
    ),
    (Status.PUBLISHED, Move.OPEN_NEXT_DRAFT): Transition(
        Status.DRAFT, Role.EDITOR, (), "Opened the next draft"
    ),
}


@dataclass(frozen=True)
class Case:
    """What the guards of a move look at.

    `gaps` are those of the checklist that no reason covers yet; `reason` is what the
    person gives with the move; `submitted_by` is the key of who submitted it, or None.
    """

    by: int | None = None
    submitted_by: int | None = None
    reason: str = ""
    is_written: bool = True
    gaps: int = 0
    is_before_report: bool = False
    is_day_to_come: bool = False
    lacks_late_reason: bool = False
    is_as_approved: bool = True


REFUSALS = {
    Guard.WRITTEN: "Nothing is written yet: write the response, or an answer, first.",
    Guard.ANOTHER_PERSON: "You submitted this response, so somebody else approves it.",
    Guard.REASON: "Say why, so that its editors know what to mend.",
    Guard.AFTER_REPORT: (
        "A report that it answers is of a later day than this response, or still to come. Its "
        "editors mend the day of the response; a report to come is answered once it is published."
    ),
    Guard.DAY_HAS_COME: (
        "The day of this response has not come yet. Its editors mend the day, or leave it blank: "
        "then it is the day on which it is published here."
    ),
    Guard.LATENESS: (
        "This is later than the last day to answer, and no reason for lateness is given. Its "
        "editors give it with the dates of the response: readers see it."
    ),
    Guard.NO_GAPS: (
        "The section 55 checklist has gaps. Have them closed, or give the reason why it is "
        "published with them: readers see the reason."
    ),
    Guard.AS_APPROVED: (
        "This is not what was approved: something changed since, such as a rating. Look at it "
        "and approve it again."
    ),
}


class MoveRefusedError(Exception):
    """A move that cannot be made; its text is for the person who asked for it.

    `guard` is the Guard that refused it, or None.
    """

    guard = None


def transition(status, move):
    """Return the Transition of `move` from `status`; raises MoveRefusedError where there is none.

    A double click, and a page that was overtaken, end here.
    """
    if refusal := why_not(status, move):
        raise MoveRefusedError(refusal)
    return TRANSITIONS[Status(status), Move(move)]


def why_not(status, move):
    """Return the sentence that refuses `move` from `status`, or "" where it leads out of it."""
    if (status, move) in TRANSITIONS:
        return ""
    return (
        f"“{Move(move).label}” is not possible: the state of the response is "
        f"“{Status(status).label}”."
    )


def roles_of(move):
    """Return the roles that may make `move`, from whatever states it leads."""
    return frozenset(one.role for (_, name), one in TRANSITIONS.items() if name == move)


def require_guards(guards, case):
    """Raise MoveRefusedError with the sentence of the first of `guards` that `case` fails."""
    for guard in guards:
        if not holds(guard, case):
            refused = MoveRefusedError(REFUSALS[guard])
            refused.guard = guard
            raise refused


def holds(guard, case):
    """Whether `guard` lets `case` pass."""
    has_reason = bool(case.reason.strip())
    return {
        Guard.WRITTEN: case.is_written,
        Guard.ANOTHER_PERSON: case.by is None or case.by != case.submitted_by,
        Guard.REASON: has_reason,
        Guard.AFTER_REPORT: not case.is_before_report,
        Guard.DAY_HAS_COME: not case.is_day_to_come,
        Guard.LATENESS: not case.lacks_late_reason,
        Guard.NO_GAPS: not case.gaps or has_reason,
        Guard.AS_APPROVED: case.is_as_approved,
    }[guard]
