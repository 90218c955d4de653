"""A published response as a file: a document to keep, its Record, or a table for programs."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import redirect

from ...documents.making import MEDIA_TYPES
from ...documents.stored import find
from ...pages import kept
from ...pages.codings import IDENTITY
from ...publishing import spreadsheet
from ...publishing.record import Record
from ...publishing.spreadsheet import write_csv, write_xlsx
from .answering import answer
from .records import address_of, place_of_last, response


@dataclass(frozen=True)
class Format:
    """The media type of a file for programs, and what makes its bytes of a payload."""

    media_type: str
    write: object


FORMATS = {
    # The payload itself: its SHA-256 is the hash of the version.
    "json": Format("application/json", str.encode),
    "csv": Format(spreadsheet.MEDIA_TYPES["csv"], lambda payload: write_csv(_table(payload))),
    "xlsx": Format(spreadsheet.MEDIA_TYPES["xlsx"], lambda payload: write_xlsx(_table(payload))),
}


def _table(payload):
    return spreadsheet.table_of(Record.from_json(payload))


def file(request, force, report, suffix, number=None):
    """A version of a force's response, the newest where `number` is None, as a file.

    A version that was withdrawn answers with its page, which says why (410).
    """
    found = kept.at(force, report, number).values_list("payload", "number", "withdrawal").first()
    if found is None:
        return _elsewhere(force, report, number, suffix)
    payload, version, withdrawal = found
    if withdrawal is not None:
        return response(request, force, report, number=number)
    made = FORMATS[suffix]
    body = kept.body_of(made.write(payload))
    name = f"{force}-{report}-v{version}.{suffix}"
    sent = _sent(request, body, made.media_type, name)
    sent["Access-Control-Allow-Origin"] = "*"
    return sent


def document(request, force, report, suffix, layout=None, number=None):
    """A version as a PDF or a Word file, in `layout` or in the one that its body chose.

    It is stored since its publication, and found by one query. A version of before there
    were documents has none until `render_publications` has made them.
    """
    asked = {"force": force, "report": report, "layout": layout, "number": number}
    found = find(**asked, document_format=suffix)
    if found is None:
        return _elsewhere(force, report, number, suffix, layout)
    if found.is_withdrawn:
        return response(request, force, report, number=number)
    body = kept.Body(200, found.sha256, found.content)
    kind = f"-{layout}" if layout else ""
    name = f"{force}-{report}-v{found.number}{kind}.{suffix}"
    return _sent(request, body, MEDIA_TYPES[suffix], name)


def _sent(request, body, media_type, name):
    sent = answer(request, body, IDENTITY, media_type=media_type)
    sent["Content-Disposition"] = f'inline; filename="{name}"'
    return sent


def _elsewhere(force, report, number, suffix, layout=None):
    """Lead to the file of the lead report, where `report` is answered as a further one."""
    if number is not None or kept.at(force, report, None).exists():
        raise Http404
    is_document = suffix in MEDIA_TYPES
    names = ("document", "version_document") if is_document else ("response_file", "version_file")
    place = place_of_last(force, report)
    return redirect(address_of(place, *names, layout=layout, suffix=suffix))
