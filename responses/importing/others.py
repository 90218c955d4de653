"""Answers that speak of other recommendations too, which a person should look at. Pure."""

import html

from . import labels
from .matching import find_all
from .passages import BLOCK, TAG
from .pieces import What

NOTE = (
    "The answer to {names} has a paragraph that begins “{label}”: it stays in that answer, and is "
    "none to the others that it names. Look where it belongs."
)


def to_check(pieces, findings):
    """Yield a sentence for each paragraph in an answer that begins with others than it answers."""
    names = {finding.pk: finding.name for finding in findings}
    for piece in pieces:
        if piece.what != What.ANSWER or not piece.about:
            continue
        for label in _named_first(piece.body):
            keys = {match.finding.pk for match in find_all(label, "", findings) if match.finding}
            if not keys <= set(piece.about):
                called = ", ".join(names[key] for key in piece.about)
                yield NOTE.format(names=called, label=label)


def _named_first(body):
    """Yield the label that each paragraph, item or cell of `body` begins with, if it has one."""
    for block in BLOCK.split(body):
        if found := labels.NAMED_FIRST.match(html.unescape(TAG.sub("", block))):
            yield found["label"]
