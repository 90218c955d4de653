"""From pieces, as a person sent them, to the rows of a draft. Pure."""

from dataclasses import dataclass, field, replace
from html import escape

from recommendations.partial_dates import UNKNOWN, PartialDate
from recommendations.rich_text import to_plain

from ..kinds import FieldKind, LayoutName, Level, SectionKind, Voice
from . import fitting, vocabulary
from .elements import Signer
from .matching import plain_label
from .pieces import Piece, Rating, To, What
from .rich import bold

UNPLACED_HEADING = "Not placed by the import"


@dataclass(frozen=True)
class DraftField:
    kind: str
    label: str
    value: str


@dataclass(frozen=True)
class DraftWording:
    """A recommendation as printed; `finding_id` is the key of the report's finding."""

    finding_id: int
    label: str
    text: str


@dataclass(frozen=True)
class DraftSection:
    kind: str
    voice: str
    level: int
    heading: str
    body: str


@dataclass(frozen=True)
class Draft:
    """The parts of a response, each row with the field names of its model.

    `answers` is {keys of the findings that it answers: text}, `additions` {key of a section
    that is there: text}.
    `ratings` are what the document says, for a person to tick. `unplaced` says what was not
    placed and why, `told` and `left_out` what goes nowhere, `to_check` what to look at;
    `shortened` tells what was too long for its place and stands in full in the text.
    """

    title: str
    layout: str
    published_on: PartialDate = UNKNOWN
    fields: tuple[DraftField, ...] = ()
    wordings: tuple[DraftWording, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    signatories: tuple[Signer, ...] = ()
    answers: dict[tuple[int, ...], str] = field(default_factory=dict)
    additions: dict[int, str] = field(default_factory=dict)
    ratings: tuple[Rating, ...] = ()
    unplaced: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    left_out: tuple[Piece, ...] = ()
    to_check: tuple[str, ...] = ()
    shortened: tuple[str, ...] = ()


def assemble(proposal):
    """Return the Draft that the pieces of `proposal` make where they are sent."""
    parts = _Parts()
    for piece in proposal.pieces:
        parts.take(piece)
    title = parts.fitting_title()
    return Draft(
        title=title,
        layout=LayoutName(proposal.layout),
        published_on=proposal.day,
        fields=tuple(parts.fields),
        wordings=tuple(parts.wordings.values()),
        sections=(*parts.sections, *_unplaced_section(parts.unplaced)),
        signatories=tuple(parts.signatories),
        answers=parts.answers,
        additions=parts.additions,
        ratings=tuple(parts.ratings),
        unplaced=tuple(_in_words(piece) for piece in parts.unplaced),
        told=proposal.told,
        left_out=tuple(parts.left_out),
        to_check=proposal.to_check,
        shortened=tuple(parts.shortened),
    )


class _Parts:
    """Takes one piece after the other, in the order of the document."""

    def __init__(self):
        self.title, self.voice = "", Voice.COMMISSIONER
        self.fields, self.sections, self.signatories = [], [], []
        self.ratings, self.unplaced, self.left_out, self.shortened = [], [], [], []
        self.wordings, self.answers, self.additions = {}, {}, {}

    def take(self, piece):
        takers = (
            (To.TITLE, self._title),
            (To.FIELD, self._field),
            (To.WORDING, self._wording),
            (To.ANSWER, self._answer),
            (To.SECTION, self._section),
            (To.PART, self._part),
            (To.PART_BY, self._part),
            (To.ABOVE, self._above),
            (To.INTO, self._into),
            (To.SIGNER, self._signer),
            (To.RATING, lambda piece: self.ratings.append(piece.rating)),
            (To.UNPLACED, self.unplaced.append),
            (To.OUT, self.left_out.append),
        )
        next(taker for to, taker in takers if piece.goes(to))(piece)

    def _title(self, piece):
        self.title = " ".join(filter(None, (self.title, piece.label)))

    def fitting_title(self):
        """Return the title as far as it fits; a longer one is kept in the text too."""
        if len(self.title) > fitting.LONGEST_TITLE:
            why = "it is too long for a title"
            self.unplaced.append(Piece(What.TITLE, To.UNPLACED, self.title, "", why))
        return self._fitting("The title", self.title, fitting.LONGEST_TITLE)

    def _fitting(self, what, words, longest):
        if len(words) > longest:
            self.shortened.append(fitting.told(what, words, longest))
        return fitting.shortened(words, longest)

    def _headed_row(self, what, piece, longest):
        """Return the heading or label of `piece` as far as it fits, and its text with the rest."""
        label = self._fitting(what, piece.label, longest)
        return label, (_body(piece) if label == piece.label else _headed(piece))

    def _field(self, piece):
        label, body = self._headed_row("A label", piece, fitting.LONGEST_LABEL)
        self.fields.append(DraftField(FieldKind(piece.key), label, body))

    def _wording(self, piece):
        """Take the wording under its number; any other label stands over it in the text."""
        key, label = int(piece.key), _number(piece)
        before = self.wordings.get(key, DraftWording(key, label, ""))
        is_kept = label == piece.label and plain_label(before.label) == plain_label(label)
        text = _body(piece) if is_kept and piece.body else _headed(piece)
        self.wordings[key] = replace(before, text=before.text + text)

    def _answer(self, piece):
        body = piece.body if piece.what == What.ANSWER else _headed(piece)
        self.answers[piece.keys] = self.answers.get(piece.keys, "") + body

    def _section(self, piece):
        self.voice = Voice(piece.key)
        self._add(piece, Level.SECTION, vocabulary.section_kind(piece.label))

    def _part(self, piece):
        """Take a part; where there is no section before it, it is one, and the voice its own."""
        voice = Voice(piece.key) if piece.goes(To.PART_BY) else self.voice
        if not self.sections:
            self.voice = voice
        level = Level.SUBSECTION if self.sections else Level.SECTION
        self._add(piece, level, SectionKind.THEME, voice)

    def _add(self, piece, level, kind, voice=""):
        heading, body = self._headed_row("A heading", piece, fitting.LONGEST_HEADING)
        self.sections.append(DraftSection(kind, voice or self.voice, level, heading, body))

    def _above(self, piece):
        if not self.sections:
            self._add(
                replace(piece, label="", body=_headed(piece)), Level.SECTION, SectionKind.OTHER
            )
            return
        last = self.sections[-1]
        self.sections[-1] = replace(last, body=last.body + _headed(piece))

    def _into(self, piece):
        key = int(piece.key)
        self.additions[key] = self.additions.get(key, "") + _headed(piece)

    def _signer(self, piece):
        self.signatories.append(Signer(piece.label, piece.role, piece.website))


def _number(piece):
    """Return the printed number of a recommendation, "" where its label is something else."""
    is_number = piece.what in (What.WORDING, What.ANSWER)
    return piece.label if is_number and len(piece.label) <= fitting.LONGEST_NUMBER else ""


def _body(piece):
    """Return the text of a piece, with the office and the address of who signs."""
    further = "".join(f"<p>{escape(words)}</p>" for words in (piece.role, piece.website) if words)
    return piece.body + further


def _headed(piece):
    """Return the text of a piece under its heading in bold, for where it has no other place."""
    return bold(piece.label) + _body(piece)


def _in_words(piece):
    words = " ".join(to_plain(_headed(piece)).split())
    return f"{words} ({piece.why})"


def _unplaced_section(unplaced):
    if unplaced:
        kind, voice, level = SectionKind.UNPLACED, Voice.COMMISSIONER, Level.SECTION
        body = "".join(_headed(piece) for piece in unplaced)
        yield DraftSection(kind, voice, level, UNPLACED_HEADING, body)
