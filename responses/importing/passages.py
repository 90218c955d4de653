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
DASHED = re.compile(rf"^{LABEL}\s[–—-](?=\s+\S)")
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
CELL = re.compile(r"<t[hd][^<>]*>(?:<(?:p|strong)>)*([^<]{2,80})</")
OF_COLUMN = (
    "In a table of “{heading}” a cell says no more than “{label}”. The table stays there as the "
    "{whose} words: look whose they are."
)
LINE = re.compile(r"(?:^|(?<=</p>))<p>(?:<strong>)?([^<]{2,80})(?:</strong>)?</p>")
OF_LINE = (
    "In “{heading}” a line says no more than “{label}”. What follows stays there as the {whose} "
    "words: look whose they are."
)
WHOSE = {Voice.COMMISSIONER: "local policing body's", Voice.CHIEF_OFFICER: "chief officer's"}


def parted(text, is_label):
    """Return `text` in parts, each but the first beginning with a label that `is_label` knows."""
    starts = [0, *(at for at, label in _labels(text) if at and is_label(label)), len(text)]
    parts = (text[a:b].strip() for a, b in pairwise(starts))
    return [part for part in parts if part]


def begun(text):
    """Return the label of an answer that `text` begins with, and its words; ("", text) for none."""
    for at, label in _labels(text):
        if not at and is_of_answer(label):
            mark = rf"(?:\*\*)?{re.escape(label)}(?:\*\*)?\s?[:–—-](?:\*\*)?\s+"
            return label, re.sub(rf"^{mark}", "", text)
    return "", text


def is_of_answer(label):
    """Whether a `label` says that a reply, an action or the standing follows, or who speaks."""
    is_known = vocabulary.heads_answer(label) or standing.labelled(label)
    return bool(is_known or vocabulary.speaker_alone(label))


def _labels(text):
    """Return (place, label) of each that may be one, but of none inside of other bold words."""
    found = {match.start(): match["label"] for match in BOLD.finditer(text)}
    marks, before = 0, 0
    for match in SENTENCE.finditer(text):
        marks += text.count("**", before, match.start())
        before = match.start()
        if marks % 2 == 0:
            found.setdefault(match.start(), match["label"])
    if dashed := DASHED.match(text):
        found.setdefault(0, dashed["label"])
    return sorted(found.items())


def to_check(pieces, names, chief_is_commissioner):
    """Return a sentence for each label in `pieces` that gives the word to somebody else.

    `names` is what people call each finding, by its key.
    """
    found, voices = {}, (None, Voice.COMMISSIONER)
    for piece in pieces:
        voices = _voices(piece, *voices)
        voice = voices[1]
        if piece.what not in (What.ANSWER, What.SECTION):
            continue
        own = Voice.COMMISSIONER if piece.goes(To.ANSWER) else voice
        for sentence, label in _named_in(piece):
            said = vocabulary.speaker_alone(label, chief_is_commissioner)
            if said and said != own:
                heading = "" if sentence == IN_ANSWER else piece.label or "Text"
                called = [names[key] for key in piece.about]
                found.setdefault((sentence, label, heading, own), []).extend(called)
    return [
        sentence.format(
            label=label, heading=heading, whose=WHOSE[own], names=", ".join(dict.fromkeys(called))
        )
        for (sentence, label, heading, own), called in found.items()
    ]


def _voices(piece, section, last):
    """Return the voice of the section, None before the first, and of what stands last, at `piece`.

    They are those in which the draft has them: a part that names none has that of its section.
    """
    if piece.goes(To.SECTION):
        return Voice(piece.key), Voice(piece.key)
    if piece.goes(To.PART_BY):
        return section or Voice(piece.key), Voice(piece.key)
    if piece.goes(To.PART):
        section = section or Voice.COMMISSIONER
        return section, section
    return section, last


def _named_in(piece):
    """Yield (sentence, label) of the labels of passages in a piece, of its lines and its cells."""
    for block in BLOCK.split(piece.body):
        for _, label in _labels(html.unescape(TAG.sub("", block)).strip()):
            yield (IN_ANSWER if piece.about else IN_SECTION), label
    for match in () if piece.about else LINE.finditer(piece.body):
        yield OF_LINE, html.unescape(match[1]).strip(" :")
    for match in CELL.finditer(piece.body):
        yield OF_COLUMN, html.unescape(match[1]).strip()
