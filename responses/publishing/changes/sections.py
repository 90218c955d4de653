"""What became of the sections of the narrative. Pure."""

from recommendations.rich_text import to_plain
from recommendations.word_diff import ALIKE, likeness

from .items import Listing, item_changes
from .matching import match, same


def section_changes(before, after):
    """Yield a Change for each section that was added, removed, moved or changed.

    A section is the same where it has its heading still, or under another one most of its text.
    """
    rules = (same("heading", "html"), same("heading", "anchor"), same("heading"), _same_text)
    return item_changes(match(before.sections, after.sections, *rules), SECTIONS)


def _same_text(old, new):
    texts = [to_plain(section.html) for section in (old, new)]
    return all(texts) and likeness(*texts) >= ALIKE


def _name(section):
    return section.heading or "A section without a heading"


SECTIONS = Listing(
    name=_name,
    anchor=lambda section: section.anchor,
    shown=("voice", "html"),
)
