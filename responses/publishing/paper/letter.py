"""A letter on paper: what stands above its subject line, and below. Pure."""

from recommendations.rich_tree import Paragraph

from .nodes import Close, Note, Opening


def opening_of(letter):
    """Return the nodes above the subject line of `letter`."""
    notice = (Note(letter.notice),) if letter.notice else ()
    return (*notice, Opening(letter.to, letter.date, letter.salutation))


def body_of(letter):
    """Return the nodes below the subject line of `letter`."""
    signs = tuple(line for line in (letter.signatory, letter.office) if line)
    return (*map(Paragraph, letter.paragraphs), Close(letter.close, signs))
