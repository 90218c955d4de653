"""The narrative of a document as pieces: sections and parts in their voices, answers. Pure."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from ..kinds import Level, Voice
from . import vocabulary
from .gathering import gather
from .pieces import THEIR_PART, Piece, To, What
from .rich import to_html
from .run_in import parted
from .voices import Voices


@dataclass(frozen=True)
class Narrative:
    """Pairs of a line and a Piece, and `notes`, sentences on whose words they may be.

    `replies` is the Voice of each reply in a form, by its id. `theirs` are pairs of a line and
    the heading by which the chief officer speaks from there on, or "". `answered` are the keys of
    the findings of each answer. The others are pairs of a heading and the keys of findings:
    `kept` of the chief officer's sections that speak of them, `alone` of the chief officer's
    words that are all of an answer, `after` of those after which an answer comes at the same
    level, `parted` of sections of somebody's words beside a recommendation.
    """

    pieces: tuple
    notes: tuple[str, ...]
    replies: dict
    theirs: tuple
    answered: tuple
    kept: tuple
    alone: tuple
    after: tuple
    parted: tuple

    def keep(self, row, names):
        """Return an answering.Row as it is, or kept in the chief officer's section that it is in.

        One with a column of the local policing body answers wherever it stands.
        """
        place = bisect_right(self.theirs, row.at, key=lambda pair: pair[0])
        heading = self.theirs[place - 1][1] if place else ""
        return row.kept_under(heading, names) if heading and not row.is_ours else row


def narrate(document, register, rows, replies):
    """Return the Narrative of a `document`.

    What is under the heading of a recommendation answers it, and is in nobody's own voice; but
    where the chief officer speaks it stays in their section: below their heading, or after it
    where all headings are of one level, so that nothing tells the two apart. `rows` are those of
    the tables that answer, as answering.Rows, `replies` the Fields of a form that are sections by
    themselves.
    """
    sections = parted(document.sections, register.findings)
    bare, is_flat = _Bare(document, sections, rows), _is_flat(sections)
    telling = _Telling(register.chief_is_commissioner, replies, bare, is_flat=is_flat)
    gathered = gather(sections, register.findings)
    for one in gathered:
        telling.tell(one)
    telling.tell_replies(float("inf"))
    return Narrative(
        pieces=tuple(telling.pieces),
        notes=tuple(telling.voices.notes),
        replies=telling.voice_of_reply,
        theirs=tuple(telling.theirs),
        answered=tuple(telling.answered),
        kept=tuple(telling.kept),
        alone=tuple(telling.alone),
        after=tuple(telling.after),
        parted=tuple(_parted(gathered)),
    )


def _is_flat(sections):
    """Whether all headings of `sections` are of one level."""
    levels = {one.level for one in sections if one.heading and not (one.is_run_in or one.is_framed)}
    return len(levels) == 1


class _Telling:
    """Told of each Gathered in order, it makes the pieces and sees whose words they are."""

    def __init__(self, chief_is_commissioner, replies, bare, *, is_flat):
        self._chief_is_commissioner = chief_is_commissioner
        self.voices = Voices(chief_is_commissioner)
        self._replies, self._bare, self._is_flat = [*replies], bare, is_flat
        self.pieces, self.theirs, self.kept, self.alone = [], [], [], []
        self.answered, self.after, self._before = [], [], ""
        self.voice_of_reply = {}

    def tell(self, one):
        section = one.section
        self.tell_replies(section.at)
        level = Level.SECTION if one.place == 0 else section.level
        if one.about:
            self._tell_of_finding(one, level)
        else:
            self._before = ""
            voice = self.voices.of(section, level)
            to = _place_of(section, voice, one.place == 0 or voice != self.voices.section)
            why = self._bare.why(one.place, voice)
            self.pieces.append((section.at, _of_section(section, to, why)))
        self.theirs.append((section.at, self.voices.heading))

    def _tell_of_finding(self, one, level):
        section, keys = one.section, one.keys
        if heading := self._theirs_over(level, keys):
            self.kept.append((heading, keys))
            self.pieces += ((part.at, _theirs(part)) for part in (section, *one.below))
            return
        self._before = self.voices.beside(level) or self._before
        self.voices.end(level)
        pieces = [*one.about.pieces(section, one.below, self._bare.why(one.place))]
        self.pieces += pieces
        if any(piece.what == What.ANSWER for _, piece in pieces):
            self.answered.append(keys)
            self.after.append((self._before, keys))
        alone = one.about.theirs_alone(section, one.below, self._chief_is_commissioner)
        self.alone.append((alone, keys))

    def _theirs_over(self, level, keys):
        """Return the heading by which the chief officer speaks of the findings of `keys`, or "".

        Where no level tells, one that comes between answers is no more than a comment there.
        """
        is_theirs = self._is_flat and (not self.answered or keys in self.answered)
        return self.voices.heading if is_theirs else self.voices.over(level)

    def tell_replies(self, line):
        """Take the replies in forms above a `line`."""
        while self._replies and self._replies[0].at < line:
            reply = self._replies.pop(0)
            self.voice_of_reply[id(reply)] = self.voices.of_reply(reply.label)


def _parted(gathered):
    """Yield the headings of somebody's words beside a recommendation, with its keys.

    What stands once, below the last of them, is a chapter of its own.
    """
    last = max((one.place for one in gathered if one.about), default=0)
    times = Counter(one.section.heading.casefold() for one in gathered)
    for above, one in pairwise(gathered):
        heading = one.section.heading
        is_level = one.section.level == above.section.level or above.section.is_run_in
        is_beside = above.about and not one.about and is_level
        is_chapter = one.place > last and times[heading.casefold()] == 1
        if is_beside and not is_chapter and vocabulary.speaker(heading):
            yield heading, above.keys


def _theirs(section):
    """Return what the chief officer says of a recommendation, as a part or a further paragraph."""
    to = To.ABOVE if section.is_run_in else THEIR_PART
    return Piece(What.SECTION, to, section.heading, to_html(section.elements))


def _place_of(section, voice, is_own):
    """`is_own` says that the voice of a part is not that of the section before it."""
    if section.level == Level.SECTION:
        return f"{To.SECTION}{voice}"
    return f"{To.PART_BY}{voice}" if is_own else To.PART


def _of_section(section, to, why_bare):
    if why_bare:
        return Piece(What.BARE, To.OUT, section.heading, "", why_bare)
    return Piece(What.SECTION, to, section.heading, to_html(section.elements))


class _Bare:
    """Tells which headings stand over nothing but answers, or rows."""

    def __init__(self, document, sections, rows):
        self._found = _bare(sections, [row.at for row in (*rows, *document.fields)])
        self._kept = _bare(sections, [row.at for row in rows if not row.is_ours])

    def why(self, place, voice=Voice.COMMISSIONER):
        """Return why the heading at a `place` is left out, or None.

        That of the chief officer stays over what is kept in their section.
        """
        is_kept = voice == Voice.CHIEF_OFFICER and place in self._kept
        return None if is_kept else self._found.get(place)


def _bare(sections, lines):
    """Return {place: why} of the headings that stand over nothing but answers, or the `lines`."""
    lines, found = sorted(lines), {}
    for place, (section, after) in enumerate(zip_longest(sections, sections[1:])):
        end = after.at if after else float("inf")
        if section.elements:
            continue
        if after and after.is_run_in:
            found[place] = "its answers are taken one by one"
        elif bisect_left(lines, end) > bisect_right(lines, section.at):
            found[place] = "its table is taken row by row"
    return found
