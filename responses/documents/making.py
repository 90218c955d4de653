"""Makes the documents of a Record: the same Record, of the same edition, gives the same bytes."""

from django.conf import settings
from django.utils import timezone

from ..kinds import DocumentFormat
from ..presenters.versions import version_url
from ..publishing.blocks import Notice
from ..publishing.document import Document, Edition, Letterhead
from ..publishing.layouts import lay_out
from ..publishing.pdf import write_pdf
from ..publishing.word import write_word

LANGUAGE = "en-GB"
DEMONSTRATION = (
    "Demonstration: this is a trial of the register. It is not published by any office. Responses "
    "are retold in our own words, and ratings are illustrative."
)
DRAFT = Edition(number=None, published_on=None, address="", sha256="", moment=None)
WRITERS = {DocumentFormat.PDF: write_pdf, DocumentFormat.WORD: write_word}
MEDIA_TYPES = {
    DocumentFormat.PDF: "application/pdf",
    DocumentFormat.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def edition_of(publication):
    """Return the Edition of `publication`; its address is whole where the site knows its own."""
    return Edition(
        number=publication.number,
        published_on=timezone.localdate(publication.published_at),
        address=f"{settings.SITE_ADDRESS}{version_url(publication)}",
        sha256=publication.sha256,
        moment=publication.published_at,
    )


def make(record, layout, document_format, *, edition=DRAFT):
    """Return the bytes of `record` in `layout` as a document; a draft says so on every page."""
    return WRITERS[document_format](document_of(record, layout, edition))


def document_of(record, layout, edition):
    """Return the Document of `record` in `layout`, under the letterhead of its day."""
    return Document(
        title=f"{record.force.name}: response to {record.report.title}",
        subject=f"Answered by {record.body.name}",
        language=LANGUAGE,
        letterhead=letterhead_of(record),
        edition=edition,
        blocks=(*marks_of(record), *lay_out(record, layout)),
    )


def letterhead_of(record):
    """Return the Letterhead of the body of `record` as it was on the day of that."""
    head = record.body.letterhead
    return Letterhead(record.body.name, head.office, head.address, head.colour)


def marks_of(record):
    """Yield what a reader of the demonstration must not miss, as its pages say it too."""
    if record.is_demonstration:
        yield Notice(DEMONSTRATION)
