"""Where each part of a document goes in a response. Pure: facts of the register come in."""

from dataclasses import dataclass, replace

from recommendations.partial_dates import UNKNOWN, PartialDate

from ..kinds import FieldKind, LayoutName, Level, SectionKind, Voice
from . import shapes, vocabulary
from .elements import Numbered, Paragraph, Signer
from .matching import ReportFinding, is_alike, match, to_check
from .rich import inline, to_html

UNPLACED_HEADING = "Not placed by the import"
LINES_AT_END = 4


@dataclass(frozen=True)
class Register:
    """What the register knows of the force and the report that a document is imported for."""

    force: str
    report_title: str
    report_date: PartialDate = UNKNOWN
    findings: tuple[ReportFinding, ...] = ()
    chief_is_commissioner: bool = False


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

    `unplaced` says what was not placed and why, `to_check` what a person should look at.
    """

    title: str
    layout: str
    published_on: PartialDate = UNKNOWN
    fields: tuple[DraftField, ...] = ()
    wordings: tuple[DraftWording, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    signatories: tuple[Signer, ...] = ()
    unplaced: tuple[str, ...] = ()
    to_check: tuple[str, ...] = ()


def place(document, register):
    """Return the Draft that `document` makes for the force and report of `register`."""
    kinds = [_kind(field, register) for field in document.fields]
    fields = list(zip(kinds, document.fields, strict=True))
    printed = [
        element
        for kind, field in fields
        if kind == FieldKind.RECOMMENDATIONS
        for element in field.value
        if isinstance(element, Numbered)
    ]
    placed, unplaced = match(printed, register.findings)
    return Draft(
        title=document.title,
        layout=LayoutName.RECORD if document.is_form else LayoutName.STATEMENT,
        published_on=_response_date(fields, document.sections[-1:]),
        fields=tuple(_field(kind, field) for kind, field in fields),
        wordings=tuple(
            DraftWording(finding.pk, item.label, f"<p>{inline(item.text)}</p>")
            for item, finding in placed
        ),
        sections=(*_sections(document, register), *_unplaced_section(unplaced)),
        signatories=document.signers,
        unplaced=tuple(f"{item.mark} {item.text} ({why})" for item, why in unplaced),
        to_check=to_check(fields, register, placed),
    )


def _kind(field, register):
    if field.label:
        return vocabulary.field_kind(field.label, shapes.date(field.words).is_known)
    is_title = is_alike(field.words, register.report_title)
    return FieldKind.REPORT_TITLE if is_title else FieldKind.OTHER


def _field(kind, field):
    """A row of the form; its recommendations are kept as printed wordings, not here."""
    value = field.value
    if kind == FieldKind.RECOMMENDATIONS:
        value = [element for element in value if not isinstance(element, Numbered)]
    return DraftField(kind, field.label, to_html(value))


def _response_date(fields, last_sections):
    """The labelled date of the response, at the head or the end.

    A month keeps the words that tell it.
    """
    dated = [field.words for kind, field in fields if kind == FieldKind.RESPONSE_DATE]
    for words in (*dated, *_dates_at_end(last_sections)):
        date = shapes.date(words)
        if date.is_known:
            return date if date.is_day else replace(date, phrase=words)
    return UNKNOWN


def _dates_at_end(last_sections):
    elements = [element for section in last_sections for element in section.elements]
    labelled = [shapes.colon_labelled(element.text) for element in elements[-LINES_AT_END:]]
    return [
        value
        for label, value in filter(None, labelled)
        if vocabulary.field_kind(label, shapes.date(value).is_known) == FieldKind.RESPONSE_DATE
    ]


def _sections(document, register):
    """Yield the narrative; a chief officer speaks until a heading names another author."""
    voice = Voice.COMMISSIONER
    for place, section in enumerate(document.sections):
        is_theme = section.level == Level.SUBSECTION
        kind = SectionKind.THEME if is_theme else vocabulary.section_kind(section.heading)
        level = section.level if place else Level.SECTION
        if level == Level.SECTION:
            voice = vocabulary.author(section.heading, register.chief_is_commissioner) or voice
        yield DraftSection(kind, voice, level, section.heading, to_html(section.elements))


def _unplaced_section(unplaced):
    if unplaced:
        elements = [Paragraph(f"{item.mark} {item.text}") for item, _ in unplaced]
        kind, voice, level = SectionKind.UNPLACED, Voice.COMMISSIONER, Level.SECTION
        yield DraftSection(kind, voice, level, UNPLACED_HEADING, to_html(elements))
