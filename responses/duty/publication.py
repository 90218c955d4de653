"""Published, and sent on: section 55(5) and (6). Pure."""

from forces.recipients import Recipient
from recommendations.partial_dates import PartialDate

from ..publishing.layouts.days import answered_words
from ..publishing.layouts.words import sentence
from .points import Item, Point, State


def point_of_publication(record, here):
    """Whether and when it was published: here, and by its own date."""
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


def points_of_copies(here, *, are_asked_for=True):
    """Yield whether a copy of this version went to the inspectorate, and to the Home Secretary.

    Where copies are not asked for, none is still to come.
    """
    missing = State.TO_COME if are_asked_for else State.NOT_NEEDED
    for point, recipient in (
        (Point.INSPECTORATE, Recipient.INSPECTORATE),
        (Point.HOME_SECRETARY, Recipient.HOME_SECRETARY),
    ):
        copy = here.copies.get(recipient)
        if copy is None and here.withdrawn_on and here.newest == here.version:
            words = "Not recorded here, and the version is withdrawn."
            yield Item(point, State.NOT_NEEDED, words)
        elif copy is None:
            yield Item(point, missing, "Not recorded here.")
        elif copy.version == here.version:
            yield Item(point, State.DONE, f"Sent on {copy.sent_on}.")
        else:
            sent = f"Version {copy.version} was sent on {copy.sent_on}"
            yield Item(point, missing, f"{sent}; no copy of version {here.version} yet.")
