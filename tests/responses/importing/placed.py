"""A document placed as it is proposed, for tests of what goes where. No database."""

from responses.importing.placing import assemble
from responses.importing.proposing import propose


def place(document, register):
    """Return the Draft that `document` makes for the force and report of `register`."""
    return assemble(propose(document, register))
