"""What was filled in or written on the pages of a PDF: in the text at its place, or told."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

from responses.importing.files import read
from responses.importing.pdf.reader import DRAWN_ELSEWHERE
from responses.importing.pdf.written import COMMENTED, TICKED
from responses.importing.refusal import ImportRefusedError

from .pdf_files import LEFT, at, lines, pdf

LABELS = [at(LEFT, 780, "Force"), at(LEFT, 740, "Chief Constable's response"),
          *lines("That is the form of the office.", top=600)]  # fmt: skip


def annotated(*annotations, needs_rendering=False):
    """A page of labels with `annotations`, each (box, {key: value}): names begin with "/"."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(LABELS))))
    made = [writer._add_object(_annotation(box, said)) for box, said in annotations]
    writer.pages[0][NameObject("/Annots")] = writer._add_object(ArrayObject(made))
    writer.root_object[NameObject("/NeedsRendering")] = BooleanObject(needs_rendering)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _annotation(box, said):
    made = DictionaryObject({NameObject("/Rect"): ArrayObject(map(FloatObject, box))})
    for key, value in said.items():
        is_name = value.startswith("/") and key != "/DA"
        made[NameObject(key)] = NameObject(value) if is_name else TextStringObject(value)
    return made


def field(kind, **more):
    return {"/Subtype": "/Widget", "/FT": kind} | {f"/{key}": one for key, one in more.items()}


def texts(source):
    return [line.text for line in source.lines]


def test_values_of_a_form_stand_beside_their_labels():
    name = ((250, 776, 500, 792), field("/Tx", V="Borsetshire", DA="/Helv 11 Tf 0 g"))
    reply = ((250, 640, 500, 751), field("/Tx", V="We agree.\rAll is done.", DA="/Helv 11 Tf"))
    choice = ((LEFT, 560, 200, 575), field("/Ch", V="In progress"))
    assert texts(read(annotated(name, reply, choice))) == [
        "Force\tBorsetshire",
        "Chief Constable's response\tWe agree. All is done.",
        "That is the form of the office.",
        "In progress",
    ]


def test_text_that_was_typed_on_a_page_is_of_the_text():
    typed = ((LEFT, 560, 200, 575), {"/Subtype": "/FreeText", "/Contents": "Seen by Jo."})
    assert texts(read(annotated(typed)))[-1] == "Seen by Jo."


def test_comments_are_told_and_are_no_text():
    note = ((LEFT, 560, 90, 575), {"/Subtype": "/Text", "/Contents": "Is this\rright?"})
    source = read(annotated(note, note))
    assert source.told == (COMMENTED.format(words="“Is this right?”"),)
    assert "right" not in " ".join(texts(source))


def test_boxes_that_are_ticked_are_told():
    boxes = [((LEFT, 560, 90, 575), field("/Btn", T=name, AS=state))
             for name, state in (("Accepted", "/Yes"), ("Rejected", "/Off"))]  # fmt: skip
    assert read(annotated(*boxes)).notes[-1] == TICKED.format(names="“Accepted”")


def test_a_form_that_is_drawn_by_a_program_alone_is_refused():
    with pytest.raises(ImportRefusedError) as raised:
        read(annotated(needs_rendering=True))
    assert str(raised.value) == DRAWN_ELSEWHERE


def test_an_annotation_without_a_place_or_words_takes_nothing():
    empty = ((LEFT, 560, 90, 575), field("/Tx"))
    link = ((LEFT, 560, 90, 575), {"/Subtype": "/Link"})
    source = read(annotated(empty, link))
    assert (source.told, len(source.lines)) == ((), 3)
