"""The states of a response and the moves between them. Pure: one table, asked by services."""

from django.db import models


class Status(models.TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"


class Move(models.TextChoices):
    PUBLISH = "publish", "Publish"
    OPEN_NEXT_DRAFT = "open_next_draft", "Open the next draft"


TRANSITIONS = {
    (Status.DRAFT, Move.PUBLISH): Status.PUBLISHED,
    (Status.PUBLISHED, Move.OPEN_NEXT_DRAFT): Status.DRAFT,
}


class MoveRefusedError(Exception):
    """A move that the table does not have; its text is for the person who asked for it."""


def after(status, move):
    """Return the state that `move` leads to from `status`; raises MoveRefusedError where none."""
    try:
        return TRANSITIONS[Status(status), Move(move)]
    except KeyError:
        raise MoveRefusedError(
            f"“{Move(move).label}” is not possible: the response is {Status(status).label.lower()}."
        ) from None
