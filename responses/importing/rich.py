"""From elements to the rich text that the register keeps. Pure."""

import html
import re
from itertools import groupby

from ..kinds import Level
from .elements import Bullet, Heading, Numbered, Paragraph, Table
from .marks import printed

BOLD = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*")
LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")
PLAIN_NUMBER = re.compile(r"(\d{1,3})[.)]")
NOWHERE = frozenset({"", "#"})
Item = Bullet | Numbered


def to_html(elements):
    """Return `elements` as HTML: lists as lists, **bold** and [words](address) as such."""
    runs = groupby(elements, key=lambda element: isinstance(element, Item))
    return "".join(
        _list(list(run)) if is_list else "".join(_block(element) for element in run)
        for is_list, run in runs
    )


def bold(heading):
    """Return a heading, in which no marks are read, as a paragraph; "" for none."""
    return f"<p><strong>{html.escape(heading, quote=False)}</strong></p>" if heading else ""


def _block(element):
    if isinstance(element, Heading):
        tag = "h3" if element.level <= Level.SECTION else "h4"
        return f"<{tag}>{inline(element.text)}</{tag}>"
    if isinstance(element, Table):
        return f"<table>{_rows(element, 'thead')}{_rows(element, 'tbody')}</table>"
    return f"<p>{inline(element.text)}</p>"


def _rows(table, part):
    is_head = part == "thead"
    rows = table.rows[: table.heads] if is_head else table.rows[table.heads :]
    tag = '<th scope="col"' if is_head else "<td"
    inside = "".join(f"<tr>{''.join(_cell(cell, tag) for cell in row)}</tr>" for row in rows)
    return f"<{part}>{inside}</{part}>" if rows else ""


def _cell(cell, tag):
    spans = f' colspan="{cell.across}"' if cell.across > 1 else ""
    spans += f' rowspan="{cell.down}"' if cell.down > 1 else ""
    alone = len(cell.elements) == 1 and isinstance(cell.elements[0], Paragraph)
    words = inline(cell.elements[0].text) if alone else to_html(cell.elements)
    return f"{tag}{spans}>{words}</{tag[1:3]}>"


def inline(text):
    """Return a piece of text as HTML; a link that leads nowhere is only its words."""
    escaped = html.escape(text, quote=False)
    return printed(LINK.sub(_link, BOLD.sub(r"<strong>\1</strong>", escaped)))


def dead_links(texts):
    """Return how many links in `texts` lead nowhere."""
    return sum(match[2] in NOWHERE for text in texts for match in LINK.finditer(text))


def _link(match):
    words, address = match.groups()
    if address in NOWHERE:
        return words
    return f'<a href="{html.escape(html.unescape(address))}">{words}</a>'


def _list(run):
    """Return a run of items as lists, those of a deeper level inside the item before them."""
    nested = _nested(run)
    kinds = groupby(nested, key=lambda pair: type(pair[0]))
    return "".join(_same_kind(kind, list(pairs)) for kind, pairs in kinds)


def _nested(run):
    """Return pairs of an item and the HTML of what is nested in it."""
    top, pairs, inner = run[0].level, [], []
    for item in [*run, None]:
        if item is not None and pairs and item.level > top:
            inner.append(item)
            continue
        if inner:
            pairs[-1] = (pairs[-1][0], _list(inner))
            inner = []
        if item is not None:
            pairs.append((item, ""))
    return pairs


def _same_kind(kind, pairs):
    if kind is Bullet:
        return f"<ul>{_items(pairs)}</ul>"
    return "".join(_numbered(items) for items in _consecutive(pairs))


def _items(pairs):
    return "".join(f"<li>{inline(item.text)}{inner}</li>" for item, inner in pairs)


def _consecutive(pairs):
    """Divide numbered items where their numbers do not simply count on."""
    lists = []
    for pair in pairs:
        number = _count(pair[0])
        if lists and number is not None and number - 1 == _count(lists[-1][-1][0]):
            lists[-1].append(pair)
        else:
            lists.append([pair])
    return lists


def _numbered(pairs):
    """Return items as a list that counts on from the first; as paragraphs where none counts."""
    first = _count(pairs[0][0])
    if first is None:
        return "".join(
            f"<p>{inline(f'{item.mark} {item.text}')}</p>{inner}" for item, inner in pairs
        )
    start = "" if first == 1 else f' start="{first}"'
    return f"<ol{start}>{_items(pairs)}</ol>"


def _count(item):
    plain = PLAIN_NUMBER.fullmatch(item.mark)
    return int(plain[1]) if plain else None
