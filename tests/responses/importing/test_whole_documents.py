"""Nothing of a document is lost, doubled or moved on the way to the draft's preview.

The source is read by plain_reader, apart from the importer. It runs on two documents of
our own, and on the originals in the folder that ORIGINALS_DIR names.
"""

import datetime

import pytest

from responses.importing.reading import decode
from responses.publishing.build import build_record
from responses.publishing.html import write_html
from responses.publishing.layouts import lay_out

from . import plain_reader
from .documents import ORIGINALS, OURS, import_file

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 6, 1)
DOCUMENTS = [pytest.param(path, id=path.stem) for path in (*OURS, *ORIGINALS)]


@pytest.fixture(params=DOCUMENTS)
def imported(request):
    outcome = import_file(request.param)
    return decode(request.param.read_bytes()), outcome


def preview(response):
    record = build_record(response, on=DAY)
    return plain_reader.preview_words(write_html(lay_out(record, response.layout)))


def test_every_piece_of_the_source_stands_on_the_preview_in_order(imported):
    source, outcome = imported
    pieces = plain_reader.pieces(source)
    places = plain_reader.places_in_order(
        [plain_reader.words(piece) for piece in pieces], preview(outcome.response)
    )
    lost = [piece for piece, place in zip(pieces, places, strict=True) if place is None]
    assert lost == []


def test_every_paragraph_and_bullet_stands_there_as_often_as_in_the_source(imported):
    source, outcome = imported
    shown = preview(outcome.response)
    written = [word for piece in plain_reader.pieces(source) for word in plain_reader.words(piece)]
    sentences = plain_reader.paragraphs_and_items(source)
    assert len(sentences) > 20
    for sentence in sentences:
        part = plain_reader.words(sentence)
        assert plain_reader.count(part, shown) == plain_reader.count(part, written), sentence


def test_what_is_left_out_is_exactly_the_furniture(imported):
    source, outcome = imported
    repeated = tuple(plain_reader.furniture(source))
    left_out = [(found.lines, len(found.at)) for found in outcome.document.furniture]
    assert left_out == ([(repeated, len(plain_reader.pages(source)))] if repeated else [])
    assert outcome.document.ruled == ()
    leaked = plain_reader.TAG.findall(source)
    assert list(outcome.document.leaked) == leaked
