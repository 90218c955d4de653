"""Makes the section 55 compliance record a document: of a day, so it is made anew each time."""

from recommendations.partial_dates import PartialDate

from ..presenters.compliance import HEADING
from ..publishing.document import Document, OfToday
from .making import LANGUAGE, WRITERS, letterhead_of, marks_of


def make_compliance(record, blocks, document_format, *, on, state, is_published):
    """Return the bytes of the compliance record of `record`, which `blocks` hold.

    That of a response which is not published says on each page that it is a draft.
    """
    words = f"{state} · As at {PartialDate.of(on)}"
    document = Document(
        title=f"{record.force.name}: {HEADING.lower()}",
        subject="; ".join(report.title for report in record.reports),
        language=LANGUAGE,
        letterhead=letterhead_of(record),
        edition=OfToday(on, words, is_draft=not is_published),
        blocks=(*marks_of(record), *blocks),
    )
    return WRITERS[document_format](document)
