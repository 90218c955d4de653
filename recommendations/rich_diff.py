"""What changed between two rich texts, in words: a line for each paragraph or bullet. Pure."""

import re
from dataclasses import dataclass

from .rich_text import to_plain
from .word_diff import Line, compare, is_changed

ONLY_FORMATTING = "Only the formatting changed, not the words."
# Rich text is cleaned when it is saved, so a link is always written like this.
LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


@dataclass(frozen=True)
class Difference:
    """The lines that differ, in pieces; or, without lines, a note that says what differs."""

    lines: tuple[Line, ...] = ()
    note: str = ""


def compare_rich(before: str, after: str) -> Difference | None:
    """Return what changed between two rich texts, or None where they are the same.

    Where a link leads elsewhere, the addresses stand in brackets after their words.
    """
    if before == after:
        return None
    if _addresses(before) != _addresses(after):
        before, after = LINK.sub(r"\2 (\1)", before), LINK.sub(r"\2 (\1)", after)
    lines = compare(to_plain(before), to_plain(after))
    return Difference(lines) if is_changed(lines) else Difference(note=ONLY_FORMATTING)


def _addresses(text):
    return [address for address, _ in LINK.findall(text)]
