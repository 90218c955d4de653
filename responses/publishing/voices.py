"""Who has a say in a Record: the body, and the chief officer. Pure."""

from ..kinds import CommentsState, Voice


def is_written(record):
    """Whether the body says anything itself: in a section, an answer or a row of its form."""
    rows = (*record.answers, *(field for field in record.fields if field.html))
    return bool(rows) or has_words(record, Voice.COMMISSIONER)


def has_comments(record):
    """Whether the chief officer's comments came: submitted here, or in the text of the response."""
    is_submitted = record.comments.state == CommentsState.SUBMITTED
    return is_submitted or has_words(record, Voice.CHIEF_OFFICER)


def has_words(record, voice):
    return any(section.voice == voice and section.html for section in record.sections)
