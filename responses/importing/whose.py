"""Whose words the columns of an answer are, and what to check of that. Pure."""

from collections import Counter
from dataclasses import replace

from ..kinds import Voice
from . import columns, vocabulary
from .elements import Field
from .pieces import What

ALONE = (
    "On {names} the document has words under “{heading}” alone: they stand in the answer under "
    "that heading. Look whose they are, and whether the local policing body answers elsewhere."
)
PARTED = (
    "“{heading}” stands beside {names} and not below: it is a section of its own, and no part of "
    "an answer. Look where it belongs."
)
TWICE = (
    "{names} is answered in more than one place of the document: the answers follow each other in "
    "one. Look whether each is to this recommendation, and not to one of another report."
)
ALL_TWICE = (
    "Each of these is answered in more than one place of the document: {names}. Their answers "
    "follow each other in one. Look whether each is to this recommendation, and not to one of "
    "another report."
)
AFTER = (
    "The answer to {names} comes after “{heading}”, under a heading of the same level: it is taken "
    "for the local policing body's, not for the chief officer's. Look whose it is."
)
KEPT = (
    "What stands under “{heading}” on {names} is kept in that section, as the chief officer's "
    "words, and is no answer. Look whether any of it is the local policing body's."
)


def in_turn(answered, chief_is_commissioner):
    """Return `answered` with what the local policing body says as its answer, if there is such.

    What the chief officer or the force says keeps its heading, and stands beside it. So does
    what stands under a heading that says more than that it is an answer: it may be anybody's.
    """
    voice = vocabulary.author(answered.under, chief_is_commissioner)
    is_nobody_s = voice is None and (not answered.under or vocabulary.is_plain(answered.under))
    if voice == Voice.COMMISSIONER or is_nobody_s:
        return answered
    theirs = Field(answered.under, answered.said)
    authors = _authors(answered, chief_is_commissioner)
    ours = next((field for field, voice in authors if voice == Voice.COMMISSIONER), None)
    if ours is None:
        return replace(answered, said=(), under="", rest=(theirs, *answered.rest))
    rest = (theirs, *(field for field in answered.rest if field is not ours))
    return replace(answered, said=ours.value, under=ours.label, rest=rest)


def is_ours(answered, chief_is_commissioner):
    """Whether a column of `answered` with words says that it is the local policing body's."""
    voices = {voice for _, voice in _authors(answered, chief_is_commissioner)}
    voices.add(vocabulary.author(answered.under, chief_is_commissioner))
    return Voice.COMMISSIONER in voices


def alone(answered, chief_is_commissioner):
    """Return the heading of the only words in `answered`, where they are not the body's, or ""."""
    authors = [] if answered.said else _authors(answered, chief_is_commissioner)
    is_theirs = {voice for _, voice in authors} == {Voice.CHIEF_OFFICER}
    return authors[0][0].label if is_theirs else ""


def _authors(answered, chief_is_commissioner):
    """Return pairs of a Field beside the answer that is somebody's words, and the Voice named."""
    return [
        (field, vocabulary.author(field.label, chief_is_commissioner))
        for field in answered.rest
        if field.value and columns.is_of_words(field.label)
    ]


def to_check(narrative, rows, names):
    """Return the sentences on what is the chief officer's, or may be, in answers and beside them.

    `narrative` is a Narrative, `rows` are answering.Rows; `names` is what people call each
    finding, by its key.
    """
    kept = (*narrative.kept, *((row.kept, row.keys) for row in rows))
    by_sentence = (
        *((KEPT, kept), (AFTER, narrative.after)),
        *((ALONE, _alone(narrative, rows)), (PARTED, narrative.parted)),
    )
    told = [each for sentence, pairs in by_sentence for each in _sentences(sentence, pairs, names)]
    return [*told, *_twice((*narrative.answered, *_answered(rows)), names)]


def keys_alone(narrative, rows):
    """Return the keys of the findings on which the document has the chief officer's words alone."""
    return {key for heading, keys in _alone(narrative, rows) if heading for key in keys}


def _alone(narrative, rows):
    return (*narrative.alone, *((row.alone, row.keys) for row in rows))


def _answered(rows):
    """Yield the keys of the findings that each of `rows` answers with words."""
    for row in rows:
        yield from (piece.about for piece in row.pieces if piece.what == What.ANSWER)


def _twice(answered, names):
    """Yield the sentence of the findings that are answered in several places, by their keys."""
    times = Counter(keys for keys in answered if keys)
    twice = [keys for keys, number in times.items() if number > 1]
    called = [" and ".join(names[key] for key in keys) for keys in twice]
    if called:
        yield (ALL_TWICE if called[1:] else TWICE).format(names="; ".join(called))


def _sentences(sentence, pairs, names):
    """Return `sentence` for each heading of `pairs` of a heading and keys, in its order."""
    found = {}
    for heading, keys in pairs:
        if not heading or not keys:
            continue
        found.setdefault(heading, []).extend(names[key] for key in keys)
    return [
        sentence.format(heading=heading, names=", ".join(dict.fromkeys(called)))
        for heading, called in found.items()
    ]
