"""Pieces of text that look alike, joined to one text with **bold** and [words](address). Pure."""

import re
from dataclasses import dataclass
from itertools import groupby

from ..marks import as_typed

IN_LINK = re.compile(r"[\[\]\t\n]")
QUOTED = {"(": "%28", ")": "%29", " ": "%20"}


@dataclass(frozen=True)
class Span:
    text: str
    is_bold: bool = False
    address: str = ""


def words_of(spans):
    """Return the words of `spans` without any mark, one space between them."""
    return " ".join("".join(span.text for span in spans).split())


def marked_up(spans):
    """Return the text of `spans`; tabs and line ends in it stay as they are."""
    spans = [span for span in spans if span.text]
    runs = groupby(_without_bare_spaces(spans), key=lambda span: (span.is_bold, span.address))
    return "".join(_run("".join(s.text for s in run), *look) for look, run in runs)


def _without_bare_spaces(spans):
    """A space between two bold words is bold too, whatever it was made."""
    for place, span in enumerate(spans):
        before = spans[place - 1] if place else None
        if before and not span.text.strip(" ") and not span.address:
            span = Span(span.text, before.is_bold, before.address)
        yield span


def _run(text, is_bold, address):
    lines = text.split("\n")
    return "\n".join("\t".join(_marked(p, is_bold, address) for p in x.split("\t")) for x in lines)


def _marked(text, is_bold, address):
    if not text.strip():
        return text
    before, after = text[: -len(text.lstrip())], text[len(text.rstrip()) :]
    words = as_typed(text).strip()
    if address:
        words = _link(words, address)
    return f"{before}{bold(words) if is_bold else words}{after}"


def bold(words):
    """Return `words` marked as bold, which those with a star cannot be."""
    return words if "*" in words else f"**{words}**"


def _link(words, address):
    for sign, quoted in QUOTED.items():
        address = address.replace(sign, quoted)
    return f"{words} ({address})" if IN_LINK.search(words) else f"[{words}]({address})"
