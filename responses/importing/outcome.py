"""What an import did, as a person reads it: what went where, and what did not. Pure."""

from collections import Counter
from dataclasses import dataclass, field

from ..kinds import FieldKind, Voice
from ..publishing.layouts.words import count
from .elements import Document
from .placing import Draft
from .rich import dead_links


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

    `opening` says which draft it went into; `notes` are further sentences to check.
    """

    response: object
    document: Document
    draft: Draft
    opening: str
    removed: Removed = field(default_factory=Removed)
    notes: tuple[str, ...] = ()

    def lines(self):
        """Return the lines of the summary."""
        parts = (
            ("Where it went", _placed(self)),
            ("Left out", _left_out(self.document)),
            ("Not placed, and kept in a section of its own", self.draft.unplaced),
            ("Removed from the draft", _removed(self.removed)),
            ("Please check", (*self.draft.to_check, *self.notes)),
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


def _left_out(document):
    for furniture in document.furniture:
        where = ", ".join(map(str, furniture.at))
        yield f"Repeats on pages, from line {where}: {' / '.join(furniture.lines)}"
    for tag, times in Counter(document.leaked).items():
        yield f"Leaked mark-up: {tag} ({count(times, 'time')})"
    if document.ruled:
        yield f"Lines without a word: {count(len(document.ruled), 'line')}"
    elements = [e for section in document.sections for e in section.elements]
    elements += [e for row in document.fields for e in row.value]
    if dead := dead_links(element.text for element in elements):
        yield f"The address of {count(dead, 'link')} that leads nowhere; its words are kept"


def _removed(removed):
    if removed.rows:
        yield f"{count(removed.rows, 'part')} of the earlier text."
    if removed.answers:
        number = count(len(removed.answers), "answer")
        yield f"{number} that only pointed to replaced sections: {'; '.join(removed.answers)}."
    if removed.pointers:
        number = count(len(removed.pointers), "answer")
        yield f"The pointer to a replaced section from {number}: {'; '.join(removed.pointers)}."
