"""Labels in the midst of a paragraph: where it is parted, and whose words it may hold. Pure."""

import html
import re
from itertools import pairwise

from ..kinds import Voice
from . import standing, vocabulary
from .fitting import shortened
from .handing_over import hands_over
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
IN_ANSWERS = (
    "The answer to {names} has words under “{label}”. They stay in the answer under that heading: "
    "look whose they are."
)
AFTER_IN_ANSWER = (
    "The answer to {names} has a passage after “{label}” It stays in the answer: look whose it is."
)
AFTER_IN_SECTION = (
    "“{heading}” has a passage after “{label}” It stays there as the {whose} words: look whose it "
    "is, and whether it is to be parted."
)
OPENING = r"(?:^|(?<=</p>)|(?<=</[uo]l>)|(?<=</table>)|(?<=</h\d>))"
LINE = re.compile(OPENING + r"<(p|h\d)>(?:<strong>)?([^<]{2,80})(?:</strong>)?</\1>")
PARAGRAPH = re.compile(r"<p>(.{2,3000}?)</p>")
OF_LINE = (
    "In “{heading}” a line says no more than “{label}”. What follows stays there as the {whose} "
    "words: look whose they are."
)
LONGEST_BEGIN = 120
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


def to_check(pieces, names, chief_is_commissioner, alone=frozenset()):
    """Return a sentence for each label in `pieces` that gives the word to somebody else.

    `names` is what people call each finding, by its key; of the findings of `alone` it is told
    otherwise that an answer has nobody's words but the chief officer's.
    """
    found = {}
    told = [one for one in _with_voices(pieces) if one[0].what in (What.ANSWER, What.SECTION)]
    for (piece, own), (_, after) in zip(told, [*told, (None, None)][1:], strict=True):
        for sentence, label in _of_another(piece, own, after, chief_is_commissioner):
            if sentence == IN_ANSWERS and alone.issuperset(piece.about):
                continue
            heading = "" if piece.about else piece.label or "Text"
            called = [names[key] for key in piece.about]
            found.setdefault((sentence, label, heading, own), []).extend(called)
    return [
        sentence.format(
            label=label, heading=heading, whose=WHOSE[own], names=", ".join(dict.fromkeys(called))
        )
        for (sentence, label, heading, own), called in found.items()
    ]


def _with_voices(pieces):
    """Yield each of `pieces` with the Voice that it has in the draft."""
    voices = (None, Voice.COMMISSIONER)
    for piece in pieces:
        voices = _voices(piece, *voices)
        yield piece, Voice.COMMISSIONER if piece.goes(To.ANSWER) else voices[1]


def _of_another(piece, own, after, chief_is_commissioner):
    """Yield (sentence, label) of what in a `piece` is said by another than its `own` voice.

    `after` is the voice of the piece after it, None where there is none.
    """
    for sentence, label in _named_in(piece, chief_is_commissioner):
        said = vocabulary.speaker_alone(label, chief_is_commissioner)
        if not said and hands_over(f"{label}:", chief_is_commissioner):
            said = Voice.CHIEF_OFFICER
        if said and said != own:
            yield sentence, label
    if own != Voice.CHIEF_OFFICER:
        sentence = AFTER_IN_ANSWER if piece.about else AFTER_IN_SECTION
        is_followed = not piece.about and after == Voice.COMMISSIONER
        for match in PARAGRAPH.finditer(piece.body):
            text = html.unescape(TAG.sub("", match[1]))
            words = hands_over(text, chief_is_commissioner)
            if words and (is_followed or match.end() < len(piece.body)):
                yield sentence, shortened(words, LONGEST_BEGIN)


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


def _named_in(piece, chief_is_commissioner):
    """Yield (sentence, label) of the labels of passages in a piece, of its lines and its cells.

    A line that hands the word over in a sentence is none of these.
    """
    for block in BLOCK.split(piece.body):
        for _, label in _labels(html.unescape(TAG.sub("", block)).strip()):
            yield (IN_ANSWER if piece.about else IN_SECTION), label
    for match in LINE.finditer(piece.body):
        line = html.unescape(match[2])
        if not hands_over(line, chief_is_commissioner):
            yield (IN_ANSWERS if piece.about else OF_LINE), line.strip(" :")
    for match in CELL.finditer(piece.body):
        yield OF_COLUMN, html.unescape(match[1]).strip()
