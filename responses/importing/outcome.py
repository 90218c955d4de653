"""What an import did, as a person reads it: what went where, and what did not. Pure."""

from dataclasses import dataclass, field

from recommendations.rag import Rag

from ..kinds import FieldKind, Voice
from ..publishing.layouts.words import count
from .elements import Document
from .fitting import LONGEST_DUE, LONGEST_OWNER
from .placing import Draft


@dataclass(frozen=True)
class Removed:
    """What was taken out of a draft, and what became of the answers that pointed to it.

    `rows` counts the parts; `answers` and `pointers` name the findings of the answers
    that were removed, and of those that keep their own words but lost their section.
    """

    rows: int = 0
    answers: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """An import that was done: the response, what it was made from, and how it began.

    `opening` says which draft it went into; `notes` are further sentences to check, `names`
    what people call each finding.
    """

    response: object
    document: Document
    draft: Draft
    opening: str
    removed: Removed = field(default_factory=Removed)
    notes: tuple[str, ...] = ()
    names: dict[int, str] = field(default_factory=dict)

    def lines(self):
        """Return the lines of the summary."""
        parts = (
            ("Where it went", _placed(self)),
            ("Left out", _left_out(self.draft)),
            ("Ratings that it gives, for a person to record", _ratings(self)),
            ("Not placed, and kept in a section of its own", self.draft.unplaced),
            ("Removed from the draft", _removed(self.removed)),
            ("Please check", (*self.draft.to_check, *self.draft.shortened, *self.notes)),
        )
        lines = [str(self.response), self.opening]
        for heading, sentences in parts:
            lines += ["", heading]
            lines += [f"  {sentence}" for sentence in sentences] or ["  Nothing."]
        return lines


def _placed(outcome):
    draft = outcome.draft
    yield f"Title: {draft.title or 'none on the document'}"
    yield f"Layout: {draft.layout.label}"
    yield f"Response published on: {outcome.response.published_on}"
    yield f"Labelled fields: {len(draft.fields)}"
    for row in draft.fields:
        is_empty = not row.value and not (row.kind == FieldKind.RECOMMENDATIONS and draft.wordings)
        yield f"  {row.label or '(no label)'} -> {row.kind.label}{' (empty)' if is_empty else ''}"
    joint = (" and ".join(outcome.names[pk] for pk in keys) for keys in draft.answers)
    answered = ", ".join(joint)
    if answered:
        yield f"Answers: {len(draft.answers)} ({answered})"
    labels = ", ".join(wording.label for wording in draft.wordings)
    yield f"Recommendations as printed: {len(draft.wordings)}{f' ({labels})' if labels else ''}"
    yield f"Sections: {len(draft.sections)}"
    for section in draft.sections:
        yield f"  {'  ' * (section.level - 1)}{_section(section)}"
    yield f"Signatories: {len(draft.signatories)}"
    for signer in draft.signatories:
        yield "  " + ", ".join(filter(None, (signer.name, signer.title, signer.website)))


def _section(section):
    paragraphs = count(section.body.count("<p>"), "paragraph")
    size = f"{paragraphs}, {count(section.body.count('<li>'), 'list item')}"
    voice = f", {Voice.CHIEF_OFFICER.label}" if section.voice == Voice.CHIEF_OFFICER else ""
    return f"{section.heading or '(no heading)'} -> {section.kind.label}{voice}: {size}"


def _left_out(draft):
    yield from draft.told
    for piece in draft.left_out:
        yield f"{piece.what}: {piece.label}{f' ({piece.why})' if piece.why else ''}"


def _ratings(outcome):
    yield from _rated(outcome.draft, outcome.names)


def _rated(draft, names):
    return [f"{names[rating.finding_id]}: {rating_words(rating)}" for rating in draft.ratings]


def ratings_shortened(ratings, names):
    """Yield a sentence for each owner and day that is too long for the register, in full."""
    for rating in ratings:
        parts = (("owner", rating.owner, LONGEST_OWNER), ("due day", rating.due, LONGEST_DUE))
        for part, words, longest in parts:
            if len(words) > longest:
                name = names[rating.finding_id]
                yield f"The {part} of {name} is shortened to {longest} letters: “{words}”"


def not_recorded(draft, names):
    """Yield a sentence of all that `draft` says of standings and that nobody ticked."""
    if draft.ratings:
        yield f"Not recorded, as it was not ticked: {'; '.join(_rated(draft, names))}."


def rating_words(rating):
    """Return “Met” (Green), owner …, due …: what a document says of a standing."""
    said = f"“{rating.said}” ({Rag(rating.rag).label})" if rating.rag else ""
    owner = f"owner {rating.owner}" if rating.owner else ""
    due = f"due {rating.due}" if rating.due else ""
    return ", ".join(filter(None, (said, owner, due)))


def _removed(removed):
    if removed.rows:
        yield f"{count(removed.rows, 'part')} of the earlier text."
    if removed.answers:
        number = count(len(removed.answers), "answer")
        yield f"{number} that only pointed to replaced sections: {'; '.join(removed.answers)}."
    if removed.pointers:
        number = count(len(removed.pointers), "answer")
        yield f"The pointer to a replaced section from {number}: {'; '.join(removed.pointers)}."
