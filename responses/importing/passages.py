"""Labels in the midst of a paragraph: where it is parted, and whose words it may hold. Pure."""

import html
import re
from itertools import pairwise

from ..kinds import Voice
from . import standing, vocabulary
from .pieces import To, What

# "Response:", "**Response:**", "**Response**:" at the start of a sentence, bold anywhere.
LABEL = r"(?P<label>[A-Z](?:[\w’'/&,() -]|(?<=Rec)\.){1,60}?)"
SENTENCE = re.compile(rf"(?:^|(?<=[.!?;:)”\"]\s)){LABEL}\s?:(?=\s+\S)")
BOLD = re.compile(rf"\*\*{LABEL}\s?(?::\*\*|\*\*\s?:)(?=\s+\S)")
BLOCK, TAG = re.compile(r"</?(?:p|li|h\d|td|th)\b[^<>]*>"), re.compile(r"<[^<>]*>")
IN_ANSWER = (
    "The answer to {names} has a passage that begins “{label}:”. It stays in the answer, after "
    "these words: look whose it is."
)
IN_SECTION = (
    "“{heading}” has a passage that begins “{label}:”. It stays there as the {whose} words: look "
    "whether it is to be parted."
)
WHOSE = {Voice.COMMISSIONER: "local policing body's", Voice.CHIEF_OFFICER: "chief officer's"}


def parted(text, is_label):
    """Return `text` in parts, each but the first beginning with a label that `is_label` knows."""
    starts = [0, *(at for at, label in _labels(text) if at and is_label(label)), len(text)]
    parts = (text[a:b].strip() for a, b in pairwise(starts))
    return [part for part in parts if part]


def is_of_answer(label):
    """Whether a `label` says that a reply, an action or the standing follows, or who speaks."""
    is_known = vocabulary.heads_answer(label) or standing.labelled(label)
    return bool(is_known or vocabulary.speaker(label))


def _labels(text):
    """Return (place, label) of each that may be one, but of none inside of other bold words."""
    found = {match.start(): match["label"] for match in BOLD.finditer(text)}
    marks, before = 0, 0
    for match in SENTENCE.finditer(text):
        marks += text.count("**", before, match.start())
        before = match.start()
        if marks % 2 == 0:
            found.setdefault(match.start(), match["label"])
    return sorted(found.items())


def to_check(pieces, names, chief_is_commissioner):
    """Return a sentence for each label in `pieces` that gives the word to somebody else.

    `names` is what people call each finding, by its key.
    """
    found, voice = {}, Voice.COMMISSIONER
    for piece in pieces:
        voice = _voice(piece, voice)
        if piece.what not in (What.ANSWER, What.SECTION):
            continue
        own = Voice.COMMISSIONER if piece.goes(To.ANSWER) else voice
        for label in _labels_in(piece.body):
            said = vocabulary.speaker(label, chief_is_commissioner)
            if said and said != own:
                names_of = [names[key] for key in piece.about]
                found.setdefault((label, "" if names_of else piece.label, own), []).extend(names_of)
    return [_sentence(*key, called) for key, called in found.items()]


def _voice(piece, before):
    """Return the Voice of a section or a part; one that names none has that of its section."""
    if piece.goes(To.SECTION) or piece.goes(To.PART_BY):
        return Voice(piece.key)
    return before


def _labels_in(body):
    """Yield the labels at the start of the sentences of a text in HTML."""
    for block in BLOCK.split(body):
        yield from (label for _, label in _labels(html.unescape(TAG.sub("", block)).strip()))


def _sentence(label, heading, voice, called):
    if called:
        return IN_ANSWER.format(names=", ".join(dict.fromkeys(called)), label=label)
    return IN_SECTION.format(heading=heading or "Text", label=label, whose=WHOSE[voice])
