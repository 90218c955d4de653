"""What an import did, as a person reads it: what went where, and what did not. Pure."""

from collections import Counter
from dataclasses import dataclass, field

from ..kinds import FieldKind, Voice
from ..models import Response
from .draft import Draft
from .elements import Document
from .replacing import Removed
from .rich import dead_links


@dataclass(frozen=True)
class Outcome:
    """An import that was done: the response, what it was made from, and how it began.

    `opening` says which draft it went into; `notes` are further sentences to check.
    """

    response: Response
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
        is_empty = not row.html and not (row.kind == FieldKind.RECOMMENDATIONS and draft.wordings)
        yield f"  {row.label or '(no label)'} -> {row.kind.label}{' (empty)' if is_empty else ''}"
    labels = ", ".join(wording.label for wording in draft.wordings)
    yield f"Recommendations as printed: {len(draft.wordings)}{f' ({labels})' if labels else ''}"
    yield f"Sections: {len(draft.sections)}"
    for section in draft.sections:
        yield f"  {'  ' * (section.level - 1)}{_section(section)}"
    yield f"Signatories: {len(draft.signers)}"
    for signer in draft.signers:
        yield "  " + ", ".join(filter(None, (signer.name, signer.title, signer.website)))


def _section(section):
    size = f"{_count(section.paragraphs, 'paragraph')}, {_count(section.items, 'list item')}"
    voice = f", {Voice.CHIEF_OFFICER.label}" if section.voice == Voice.CHIEF_OFFICER else ""
    return f"{section.heading or '(no heading)'} -> {section.kind.label}{voice}: {size}"


def _left_out(document):
    for furniture in document.furniture:
        where = ", ".join(map(str, furniture.at))
        yield f"Repeats on pages, from line {where}: {' / '.join(furniture.lines)}"
    for tag, times in Counter(document.leaked).items():
        yield f"Leaked mark-up: {tag} ({_count(times, 'time')})"
    if document.ruled:
        yield f"Lines without a word: {_count(len(document.ruled), 'line')}"
    elements = [e for section in document.sections for e in section.elements]
    elements += [e for row in document.fields for e in row.value]
    if dead := dead_links(element.text for element in elements):
        yield f"The address of {_count(dead, 'link')} that leads nowhere; its words are kept"


def _removed(removed):
    if removed.rows:
        yield f"{_count(removed.rows, 'part')} of the earlier text."
    if removed.answers:
        number = _count(len(removed.answers), "answer")
        yield f"{number} that only pointed to replaced sections: {'; '.join(removed.answers)}."
    if removed.pointers:
        number = _count(len(removed.pointers), "answer")
        yield f"The pointer to a replaced section from {number}: {'; '.join(removed.pointers)}."


def _count(number, noun):
    return f"{number} {noun}{'' if number == 1 else 's'}"
