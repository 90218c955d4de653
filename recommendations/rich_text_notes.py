"""What cleaning leaves out of rich text, in words for those who wrote it. Pure.

Told is what a person would miss or ought to know of. Not told are marks that only change
their name, wrappers without a meaning of their own, and what word processors add.
"""

import html
import re
from typing import NamedTuple

from . import rich_text


class Kind(NamedTuple):
    """What is told of: one of it, several of it, and the tags that make it."""

    one: str
    many: str
    tags: tuple = ()


KINDS = (
    Kind("a script", "scripts", ("script",)),
    Kind("a picture", "pictures", ("img", "svg", "canvas")),
    Kind("a formula", "formulas", ("math",)),
    Kind("a video or sound", "videos or sounds", ("video", "audio")),
    Kind("an embedded frame", "embedded frames", ("iframe", "frame", "embed", "object", "applet")),
    Kind("a form control", "form controls", ("input", "select", "textarea", "button")),
    Kind("an underline", "underlines", ("u",)),
    Kind("a line through words", "lines through words", ("s", "strike", "del")),
    Kind("a raised or lowered figure", "raised or lowered figures", ("sup", "sub")),
    Kind("the indent of a quotation", "indents of quotations", ("blockquote",)),
)
STYLE = Kind("a style", "styles")
COMMAND = Kind("a hidden command", "hidden commands")
LINK = Kind(
    "a link to an address that is not allowed ({})",
    "links to addresses that are not allowed ({})",
)
FAULTY = Kind("a link with a faulty address", "links with faulty addresses")
UNKNOWN = Kind("an unknown mark ({})", "unknown marks ({})")

DRAWN = {"svg", "math"}
RAISED = {"sup", "sub"}
HARMLESS = {
    *("html", "head", "body", "title", "meta", "link", "base", "noscript", "xml"),
    *("div", "span", "font", "center", "section", "article", "header", "footer", "main", "nav"),
    *("aside", "address", "hgroup", "search", "figure", "figcaption", "details", "summary"),
    *("dialog", "dl", "dt", "dd", "dir", "menu", "pre", "nobr", "wbr", "hr", "bdi", "bdo", "ruby"),
    *("rb", "rt", "rp", "abbr", "acronym", "cite", "dfn", "q", "time", "data", "ins", "mark"),
    *("small", "big", "code", "tt", "kbd", "samp", "var", "output", "progress", "meter"),
    *("colgroup", "col", "tfoot", "picture", "source", "track", "param", "map", "area"),
    *("form", "label", "fieldset", "legend", "option", "optgroup", "datalist"),
    *("frameset", "noframes"),
}
SILENT = rich_text.TAGS | rich_text.SAME_MEANING.keys() | RAISED | HARMLESS
KIND_OF = {tag: kind for kind in KINDS for tag in kind.tags}
# Signs of Word, whose every paragraph has a style, and of Google Docs.
OFFICE = re.compile(r"\bmso-|\bMso[A-Z]|docs-internal-guid")
# Read with patterns that go over a text once: Python's own reader of HTML stops at some of
# what is no HTML, and takes minutes over a long text of it.
COMMENT = re.compile(r"<!--(?:.*?-->|.*)|<[!?][^>]*>?", re.DOTALL)
UNREAD = re.compile(
    r"(<(script|style|title|iframe|textarea|xmp)\b[^<>]*>)(?:.*?(?=</\2\b)|.*)",
    re.DOTALL | re.IGNORECASE,
)
QUOTED = r"\"[^\"]*\"|'[^']*'"
TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>[a-z][^\s/<>]*+)(?P<rest>(?:[^<>\"']|{QUOTED})*+)>", re.IGNORECASE
)
ATTRIBUTE = re.compile(rf"(?P<name>[^\s\"'/=]++)(?:\s*+=\s*+(?P<value>{QUOTED}|[^\s\"']+))?")
# A figure before the raised or lowered words end: "16th" reads as well flat.
FIGURE = re.compile(r"(?:[^<\d]|<(?!/?su[pb]\b)[^<>]*>)*+\d")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*+):", re.IGNORECASE)
# Browsers pass over these within an address.
UNSEEN = re.compile(r"[\x00-\x20]")
LONGEST_NAME = 30
MOST_PARTS = 8


def left_out(text):
    """Return what `clean` leaves out of `text`, such as ["a script", "2 pictures"]."""
    found = {}
    for kind, what in _losses(UNREAD.sub(r"\1", COMMENT.sub("", text or ""))):
        words = (kind.one.format(what), kind.many.format(what))
        found[words] = found.get(words, 0) + 1
    return [one if number == 1 else f"{number} {many}" for (one, many), number in found.items()]


def in_words(parts):
    """Return "a script, 2 pictures and a style" of such `parts`, "" of none."""
    told = parts if len(parts) <= MOST_PARTS else [*parts[:MOST_PARTS], "more"]
    *most, last = told or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _losses(text):
    """Yield a kind, and what it names, for each tag and attribute of `text` to be told of."""
    styles = [] if OFFICE.search(text) else [(STYLE, "")]
    drawn = 0
    for tag in TAG.finditer(text):
        name = tag["name"].lower()
        if tag["end"]:
            drawn -= name in DRAWN and drawn > 0
            continue
        yield from styles if name == "style" else _of_tag(name, is_drawn=drawn)
        if name in RAISED and FIGURE.match(text, tag.end()):
            yield KIND_OF[name], ""
        for attribute in ATTRIBUTE.finditer(tag["rest"]):
            yield from _of_attribute(name, attribute, styles, is_drawn=drawn)
        drawn += name in DRAWN and not tag["rest"].endswith("/")


def _of_tag(name, *, is_drawn):
    if name in KIND_OF and name not in RAISED:
        yield KIND_OF[name], ""
    elif name not in SILENT and ":" not in name and not is_drawn:
        yield UNKNOWN, name[:LONGEST_NAME]


def _of_attribute(tag, attribute, styles, *, is_drawn):
    name, value = attribute["name"].lower(), (attribute["value"] or "").strip("\"'")
    if name.startswith("on"):
        yield COMMAND, ""
    elif name == "style":
        yield from styles
    elif (tag, name) == ("a", "href") and not is_drawn:
        yield from _of_address(html.unescape(value))


def _of_address(address):
    if " href=" in rich_text.clean(f'<a href="{html.escape(address)}">x</a>'):
        return
    scheme = SCHEME.match(UNSEEN.sub("", address))
    if scheme and scheme[1].lower() not in rich_text.SCHEMES:
        yield LINK, f"{scheme[1].lower()[:LONGEST_NAME]}:"
    else:
        yield FAULTY, ""
