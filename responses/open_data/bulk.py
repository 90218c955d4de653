"""The whole register as two files, made piece by piece: of any size, in little memory."""

import csv
import io
import json

from django.conf import settings

from recommendations.sheets.cells import escaped, printable

from ..models import Publication
from ..pages import remembered
from ..published import current
from . import register
from .publications import ANSWER, RESPONSE, answers, versions

AT_ONCE = 50


def moment():
    """Return the Remembered keys of all that the files hold, of one edition of the register.

    What was published never changes, so that what is read of these keys later is of that moment.
    """
    return remembered.of_one_edition(_keys)


def _keys():
    listed = Publication.objects.filter(report__is_listed=True).newest_first()
    return {
        "current": list(current().newest_first().values_list("pk", flat=True)),
        "versions": list(listed.values_list("pk", flat=True)),
        "forces": [register.FORCE.of(one) for one in register.forces()],
        "reports": [register.REPORT.of(one) for one in register.reports()],
    }


def answers_csv(keys):
    """Yield the bytes of a table of all answers: UTF-8 with the mark that Excel knows it by."""
    yield _lines([ANSWER.names], "utf-8-sig")
    for rows in _pieces(keys["current"], answers):
        yield _lines([_cells(row) for row in rows], "utf-8")


def register_json(keys):
    """Yield the bytes of one JSON object: forces, reports, responses and answers."""
    licence = {"name": settings.LICENCE_NAME, "address": settings.LICENCE_ADDRESS}
    yield f'{{"licence":{_json(licence)}'.encode()
    yield from _listed("forces", ([one] for one in keys["forces"]))
    yield from _listed("reports", ([one] for one in keys["reports"]))
    found = _pieces(keys["versions"], versions)
    yield from _listed("responses", ([RESPONSE.of(one) for one in piece] for piece in found))
    found = _pieces(keys["current"], answers)
    yield from _listed("answers", ([ANSWER.of(row) for row in piece] for piece in found))
    yield b"}"


def _pieces(keys, read):
    """Yield what `read` makes of the publications with these keys, some at once, in their order."""
    for start in range(0, len(keys), AT_ONCE):
        some = Publication.objects.filter(pk__in=keys[start : start + AT_ONCE])
        yield read(some.newest_first())


def _listed(name, pieces):
    between = ""
    yield f',"{name}":['.encode()
    for piece in pieces:
        for one in piece:
            yield f"{between}{_json(one)}".encode()
            between = ","
    yield b"]"


def _json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _cells(row):
    return [_cell(value) for value in ANSWER.of(row).values()]


def _cell(value):
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return escaped(printable(text))


def _lines(rows, encoding):
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode(encoding)
