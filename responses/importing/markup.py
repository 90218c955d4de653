"""Mark-up that leaked into a text: tags are left out, what they mean is kept. Pure."""

import html
import re

BLOCKS = frozenset(
    {"blockquote", "body", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "html", "p"}
)
TABLES = frozenset({"table", "tbody", "td", "th", "thead", "tr"})
LISTS = frozenset({"ol", "ul"})
INLINE = frozenset(
    {"a", "b", "em", "font", "i", "img", "small", "span", "strong", "sub", "sup", "u"}
)
KNOWN = "|".join(sorted(BLOCKS | TABLES | LISTS | INLINE | {"li"}))
TAG = re.compile(rf"<(/?)({KNOWN})(?=[\s/>])[^<>]*>", re.I)
BOLD = re.compile(r"<(b|strong)(?:\s[^<>]*)?>\s*([^<>]+?)\s*</\1>", re.I)
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});", re.I)


def without_tags(text):
    """Return the pieces of `text` that its leaked tags divide, and the tags that were left out.

    A tag of a paragraph begins a new piece; an item of a list gets the mark of a bullet
    or its number; bold becomes **bold**.
    """
    text = ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text
    tags = tuple(match[0] for match in TAG.finditer(text))
    if not tags:
        return (text,), ()
    marks = _Marks()
    divided = TAG.sub(marks.replace, BOLD.sub(r"**\2**", text))
    pieces = (" ".join(piece.split()) for piece in divided.split("\n"))
    return tuple(piece for piece in pieces if any(map(str.isalnum, piece))), tags


class _Marks:
    """What stands in the place of each tag; it counts the items of ordered lists."""

    def __init__(self):
        self.next_number = None

    def replace(self, match):
        is_end, name = bool(match[1]), match[2].lower()
        if name in LISTS:
            self.next_number = 1 if name == "ol" and not is_end else None
            return "\n"
        if name == "li" and not is_end:
            return f"\n{self._mark()} "
        return "" if name in INLINE else "\n"

    def _mark(self):
        if self.next_number is None:
            return "-"
        mark = f"{self.next_number}."
        self.next_number += 1
        return mark
