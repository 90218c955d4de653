"""A board's page as files: the pack to read, and its table for programs."""

from django.http import HttpResponse
from django.shortcuts import render

from ...documents.board_pack import make_pack
from ...documents.making import MEDIA_TYPES as DOCUMENTS
from ...publishing import spreadsheet
from ...publishing.board import table_of
from ...publishing.board.layout import ROWS_OF_A_KIND
from .asking import asked


def pack(request, force, suffix):
    """The page that is asked for as a PDF or a Word file; a day that cannot be is told (400)."""
    return _file(request, force, suffix, "pack", _pack(suffix))


def _pack(suffix):
    return lambda record: make_pack(record, suffix, most_moved=ROWS_OF_A_KIND)


def table(request, force, suffix):
    """Its table as a workbook or as comma-separated values."""
    return _file(request, force, suffix, "table", lambda record: table_as(record, suffix))


def table_as(record, suffix):
    """Return the bytes of the table of a BoardRecord as a file that ends in `suffix`."""
    return spreadsheet.WRITERS[suffix](table_of(record))


def sent(content, name, suffix):
    """Return the answer that sends `content` as a file called `name`.`suffix`."""
    media_type = (DOCUMENTS | spreadsheet.MEDIA_TYPES | {"json": "application/json"})[suffix]
    kind = "inline" if suffix == "pdf" else "attachment"
    headers = {"Content-Disposition": f'{kind}; filename="{name}.{suffix}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)


def _file(request, force, suffix, kind, made):
    what = asked(request, force)
    if what.found is None:
        context = {"force": what.force, "form": what.form}
        return render(request, "board/board.html", context, status=400)
    day = what.form.period.at.isoformat()
    return sent(made(what.record), f"{force}-board-{kind}-{day}", suffix)
