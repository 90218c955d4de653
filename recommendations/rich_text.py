"""Rich text: the subset of HTML that the register keeps, and the words in it.

Pure. Headings start at h3, since the page and the section have taken h1 and h2.
"""

import re
from html.parser import HTMLParser

import nh3

from .outline import outlined

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
# What stands between these was never there to be read.
UNREAD = {"script", "style", "title", "iframe"}
DEAD_LINK = re.compile(r'<a rel="noopener">(.*?)</a>', re.DOTALL)
MOST_PASSES = 9
# Anything that can be seen: not a space, a joiner or a mark without width.
INK = re.compile(r"[^\s\u00ad\u200b-\u200f\u2060\ufeff]")
TAG = re.compile(r"<(/?)(b|i|h1|h2|h5|h6)(?=[\s>/])", re.IGNORECASE)

_cleaner = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    url_schemes=SCHEMES,
    link_rel="noopener",
    clean_content_tags=UNREAD,
)


def clean(text):
    """Return `text` with only the kept tags and attributes; text without any words is empty.

    A link whose address is not kept is only its words. Cleaning twice changes nothing more.
    """
    renamed = TAG.sub(lambda m: f"<{m[1]}{SAME_MEANING[m[2].lower()]}", text or "")
    cleaned = _settled(renamed)
    return cleaned if INK.search(to_plain(cleaned)) else ""


def _settled(text):
    """Clean until nothing changes: each reading may move what stands where it cannot stand."""
    for _ in range(MOST_PASSES):
        cleaned = DEAD_LINK.sub(r"\1", _cleaner.clean(text)).strip()
        before, text = text, outlined(cleaned)
        if text == before:
            break
    return text


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
