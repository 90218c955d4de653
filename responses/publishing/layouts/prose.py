"""The narrative: contents, sections under their authors, and the signatories. Pure."""

from ...kinds import Level, Voice
from ..blocks import Contents, Link, Prose, SignOff
from .facts import person_words
from .findings import reports_with_findings, table_anchor, table_heading


def contents(record, *, prose_first):
    """Return the links to the parts of the document, in the order of its layout."""
    prose = tuple(
        Link(section.anchor, section.heading)
        for section in record.sections
        if section.level == Level.SECTION and section.heading
    )
    tables = tuple(
        Link(table_anchor(report), table_heading(record, report))
        for report in reports_with_findings(record)
    )
    return Contents(prose + tables if prose_first else tables + prose)


def sections(record):
    """Yield the narrative in order, each with its author where the voice changes."""
    voice = None
    for place, section in enumerate(record.sections):
        is_part = section.level == Level.SUBSECTION and place > 0
        yield Prose(
            anchor=section.anchor,
            level=3 if is_part else 2,
            heading=section.heading,
            voice=section.voice,
            author=_author(record, section.voice) if section.voice != voice else "",
            html=section.html,
        )
        voice = section.voice


def sign_off(record):
    """Yield the signatories, if the response has any."""
    if record.signatories:
        yield SignOff(record.signatories)


def _author(record, voice):
    if voice == Voice.CHIEF_OFFICER:
        person, office = record.chief_officer, f"Chief officer, {record.force.name}"
    else:
        person, office = record.commissioner, record.body.name
    return person_words(person) if person else office
