"""From elements to the rich text that the register keeps. Pure."""

import html
import re
from itertools import groupby

from .elements import Bullet, Paragraph

BOLD = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*")
LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")
PLAIN_NUMBER = re.compile(r"(\d{1,3})[.)]")
NOWHERE = frozenset({"", "#"})


def to_html(elements):
    """Return `elements` as HTML: lists as lists, **bold** and [words](address) as such."""
    return "".join(_group(kind, list(run)) for kind, run in groupby(elements, key=type))


def inline(text):
    """Return a piece of text as HTML; a link that leads nowhere is only its words."""
    escaped = html.escape(text, quote=False)
    return LINK.sub(_link, BOLD.sub(r"<strong>\1</strong>", escaped))


def dead_links(texts):
    """Return how many links in `texts` lead nowhere."""
    return sum(match[2] in NOWHERE for text in texts for match in LINK.finditer(text))


def _link(match):
    words, address = match.groups()
    if address in NOWHERE:
        return words
    return f'<a href="{html.escape(html.unescape(address))}">{words}</a>'


def _group(kind, run):
    if kind is Paragraph:
        return "".join(f"<p>{inline(element.text)}</p>" for element in run)
    if kind is Bullet:
        return f"<ul>{_items(run)}</ul>"
    return "".join(_numbered(items) for items in _consecutive(run))


def _items(run):
    return "".join(f"<li>{inline(element.text)}</li>" for element in run)


def _consecutive(run):
    """Divide numbered items where their numbers do not simply count on."""
    lists = []
    for item in run:
        if lists and _count(item) is not None and _count(item) - 1 == _count(lists[-1][-1]):
            lists[-1].append(item)
        else:
            lists.append([item])
    return lists


def _numbered(items):
    """Return items as a list that counts on from the first; as paragraphs where none counts."""
    first = _count(items[0])
    if first is None:
        return "".join(f"<p>{inline(f'{item.mark} {item.text}')}</p>" for item in items)
    start = "" if first == 1 else f' start="{first}"'
    return f"<ol{start}>{_items(items)}</ol>"


def _count(item):
    plain = PLAIN_NUMBER.fullmatch(item.mark)
    return int(plain[1]) if plain else None
