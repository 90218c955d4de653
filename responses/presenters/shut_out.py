"""What is told where an office goes on before the day by which it asked for comments. Pure."""

from recommendations.partial_dates import PartialDate

from ..duty import comments_to_come
from ..publishing.layouts.facts import person_words
from ..workflow import Move, Status

THEN = {
    Move.SUBMIT: "Once this is submitted, the force can send no comments until it comes back to "
    "its editors",
    Move.APPROVE: "The force can send no comments while this is with its approvers",
    Move.PUBLISH: "It is published without them, and the force can send none until the next "
    "draft is open",
}
HANDED_IN = {
    Status.SUBMITTED: "The office has handed its response in for approval",
    Status.APPROVED: "The office has approved its response",
    Status.PUBLISHED: "The office has published its response without them",
}


def cut_short_words(record, move, *, on):
    """Return the warning that `move` keeps the chief officer from commenting in time, or "".

    It does so on the day `on` while the day for the comments, which the body set itself (section
    55(4)), is still to come and they have neither come nor been declined.
    """
    if move not in THEN or not comments_to_come(record, on=on):
        return ""
    chief = record.chief_officer
    who = person_words(chief) if chief else f"The chief officer, {record.force.name}"
    by = record.comments.reply_by_on
    return f"{who}, was asked to comment by {by}: that day has not passed. {THEN[move]}."


def shut_out_words(response):
    """Return in sentences why the force that was asked for comments on `response` can send none."""
    by = response.reply_by_on
    asked = f"Your comments were asked for by {PartialDate.of(by).words}. " if by else ""
    return (
        f"{asked}{HANDED_IN[response.status]}, so they cannot be sent now. If the chief officer "
        "still wants to comment, ask the office."
    )
