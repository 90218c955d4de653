"""Stores the documents of a publication, once and for ever, and finds the one that is asked for."""

import hashlib
from dataclasses import dataclass

from ..kinds import DocumentFormat
from ..models import PublishedDocument
from ..pages.kept import at
from ..publishing.layouts import LAYOUTS
from ..publishing.record import Record
from .making import edition_of, make


@dataclass(frozen=True)
class Stored:
    """What is stored at an address: of which version, its bytes, and whether it was withdrawn."""

    number: int
    content: bytes
    sha256: str
    is_withdrawn: bool


def store(publication):
    """Make and store the documents of `publication` that are not stored yet; return how many.

    Call it in the transaction that publishes, while the response is held.
    """
    there = set(publication.documents.values_list("layout", "format"))
    record, edition = Record.from_json(publication.payload), edition_of(publication)
    missing = [
        (layout, kind)
        for layout in LAYOUTS
        for kind in DocumentFormat
        if (layout, kind) not in there
    ]
    for layout, kind in missing:
        content = make(record, layout, kind, edition=edition)
        PublishedDocument.objects.create(
            publication=publication,
            layout=layout,
            format=kind,
            is_chosen=layout == record.layout,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
        )
    return len(missing)


def find(*, force, report, layout, number, document_format):
    """Return what is Stored at an address, by one query, or None.

    `force` and `report` are slugs; `layout` is None for the chosen one, and `number` for the
    newest version.
    """
    documents = PublishedDocument.objects.filter(
        format=document_format, publication__in=at(force, report, number)
    )
    which = {"layout": layout} if layout else {"is_chosen": True}
    fields = ("publication__number", "content", "sha256", "publication__withdrawal")
    found = documents.filter(**which).values_list(*fields).first()
    if found is None:
        return None
    number, content, sha256, withdrawal = found
    return Stored(number, bytes(content), sha256, withdrawal is not None)
