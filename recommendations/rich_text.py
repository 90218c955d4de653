"""Rich text: the subset of HTML that the register keeps, and how text becomes it.

Pure. Headings start at h3, since the page and the section have taken h1 and h2.
"""

import html
import re
from html.parser import HTMLParser

import nh3

EDITOR = {
    "extensions": {
        "Bold": True,
        "Italic": True,
        "Heading": {"levels": [3, 4]},
        "BulletList": True,
        "OrderedList": {"enableListAttributes": False},
        "ListItem": True,
        "Link": {"enableTarget": False},
        "Table": True,
        "TableRow": True,
        "TableHeader": True,
        "TableCell": True,
        "HardBreak": True,
        "History": True,
        "NoSpellCheck": False,
    }
}
TAGS = {
    *("p", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "br"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
SAME_MEANING = {"b": "strong", "i": "em", "h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}
ATTRIBUTES = {
    "a": {"href"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
EMPTY = re.compile(r"^(?:\s|&nbsp;|<p>|</p>|<br>)*$")
TAG = re.compile(r"<(/?)(b|i|h1|h2|h5|h6)(?=[\s>/])", re.IGNORECASE)

_cleaner = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener")


def clean(text):
    """Return `text` with only the kept tags and attributes; text without any words is empty."""
    renamed = TAG.sub(lambda m: f"<{m[1]}{SAME_MEANING[m[2].lower()]}", text or "")
    cleaned = _cleaner.clean(renamed).strip()
    return "" if EMPTY.match(cleaned) else cleaned


def from_plain(text):
    """Return plain `text` as paragraphs: blank lines divide them, single breaks are kept."""
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    return "".join(f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>" for part in paragraphs)


def to_plain(text):
    """Return the words of rich `text`, a line for each paragraph, heading, bullet or cell."""
    reader = _PlainReader()
    reader.feed(text)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _PlainReader(HTMLParser):
    BREAKS = {"p", "h3", "h4", "li", "ul", "ol", "br", "tr", "td", "th", "caption", "table"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []

    def handle_starttag(self, tag, attrs):
        if tag in self.BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if tag in self.BREAKS:
            self.parts.append("\n")

    def handle_data(self, data):
        self.parts.append(data.replace("\n", " "))
