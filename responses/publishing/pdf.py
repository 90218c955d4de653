"""The PDF writer: tagged PDF that holds to PDF/UA-1. Pure: equal documents, equal bytes.

What is written reaches templates/documents/document.typ as data, so no text is read as markup.
"""

import json
from dataclasses import is_dataclass

from .letters import shown
from .paper import above_title, paper_of
from .typesetting import typeset


def write_pdf(document) -> bytes:
    """Return `document`, a Document, as PDF.

    Raises typst.TypstError where it cannot be made to keep the rules of PDF/UA-1.
    """
    moment = document.edition.moment
    timestamp = int(moment.timestamp()) if moment else 0
    return typeset(json.dumps(_facts(document)), timestamp)


def _facts(document):
    language, _, region = document.language.partition("-")
    edition, letterhead = document.edition, document.letterhead
    around = {
        "title": document.name,
        "running": document.running_title,
        "subject": document.subject,
        "subtitle": document.subtitle,
        "language": language,
        "region": region,
        "letterhead": {**vars(letterhead), "colour": letterhead.rule_colour},
        "is_draft": edition.is_draft,
        "edition": edition.words,
        "look": document.look,
    }
    return {
        **_with_longest(_data(around)),
        "opening": [_with_longest(_data(node)) for node in above_title(document)],
        "nodes": [_with_longest(_data(node)) for node in paper_of(document)],
    }


def _with_longest(data):
    """Return `data` with how many letters the longest word in it has."""
    words = "\n".join(_texts(data)).split()
    return {**data, "longest": max(map(len, words), default=0)}


def _texts(data):
    if isinstance(data, str):
        return [data]
    if isinstance(data, (dict, list)):
        inner = data.values() if isinstance(data, dict) else data
        return [text for one in inner for text in _texts(one)]
    return []


def _data(value):
    """Return `value` as JSON can have it, a node as its fields and what it is."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, (tuple, list)):
        return [_data(one) for one in value]
    if isinstance(value, dict):
        return {name: _data(one) for name, one in value.items()}
    if is_dataclass(value):
        return {"is": type(value).__name__, **_data(vars(value))}
    return value
