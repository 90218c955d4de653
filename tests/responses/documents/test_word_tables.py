"""A table within a cell of a Word document is as wide as the cell, and long rows may be divided."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from responses.publishing.word import write_word
from responses.publishing.word.tables import PADDING, WIDTH
from tests.responses.records import make_answer, make_finding, make_record, make_section

from .making import make_document

HEADS = "".join(f"<th>{head}</th>" for head in ("Quarter", "Visits", "Late", "Why"))
ROW = "".join(f"<td>{cell}</td>" for cell in ("Spring", "120", "4", "Staff were ill"))
TABLE = f"<table><thead><tr>{HEADS}</tr></thead><tbody>{f'<tr>{ROW}</tr>' * 3}</tbody></table>"
LONG = f"<p>{'We will look at each of the visits of the year. ' * 20}</p>"


def tables(layout="record", **values):
    """Return the tables at the top of the Word document of a record, and those in their cells."""
    record = make_record(findings=(make_finding("1"), make_finding("2")), **values)
    body = Document(BytesIO(write_word(make_document(record, layout)))).element.body
    top = body.findall(qn("w:tbl"))
    return top, [one for one in body.iter(qn("w:tbl")) if one not in top]


def width(element):
    return int(element.get(qn("w:w")))


def columns(table):
    return [width(one) for one in table.find(qn("w:tblGrid"))]


def total(table):
    return width(table.find(qn("w:tblPr")).find(qn("w:tblW")))


def is_whole(row):
    return row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None


@pytest.mark.parametrize("item", ["{}", "<ul><li>So many:{}</li></ul>"])
def test_a_table_in_an_answer_is_as_wide_as_the_text_of_its_cell(item):
    _, [nested] = tables(answers=(make_answer("1", action_html=item.format(TABLE)),))
    cell = nested.getparent()
    room = width(cell.find(qn("w:tcPr")).find(qn("w:tcW"))) - 2 * PADDING
    assert room - 4 < sum(columns(nested)) <= room < WIDTH / 3
    assert total(nested) == sum(columns(nested))
    assert len(set(columns(nested))) == 1
    for row in nested.findall(qn("w:tr")):
        widths = [width(one) for one in row.iter(qn("w:tcW"))]
        assert widths == columns(nested)


def test_a_table_in_a_section_is_as_wide_as_the_page():
    top, nested = tables(sections=(make_section(1, html=TABLE),))
    assert not nested
    assert all(WIDTH - 25 <= total(one) == sum(columns(one)) <= WIDTH for one in top)


def test_a_row_with_a_table_in_it_may_be_divided_and_others_stay_whole():
    top, [nested] = tables(answers=(make_answer("1", action_html=TABLE),))
    of_findings = next(one for one in top if one in nested.iterancestors())
    assert [is_whole(row) for row in of_findings.findall(qn("w:tr"))] == [True, False, True]


def test_a_row_of_a_long_answer_may_be_divided():
    top, _ = tables(answers=(make_answer("2", action_html=LONG),))
    rows = [row for one in top for row in one.findall(qn("w:tr"))]
    divided = [row for row in rows if not is_whole(row)]
    assert ["We will look at" in "".join(row.itertext()) for row in divided] == [True]


def test_a_long_row_of_a_narrow_table_in_a_cell_may_be_divided():
    long = TABLE.replace("Staff were ill", "Staff were ill and others had left by then. " * 4)
    _, [nested] = tables(answers=(make_answer("1", action_html=long),))
    assert [is_whole(row) for row in nested.findall(qn("w:tr"))] == [True, False, False, False]
    top, _ = tables(sections=(make_section(1, html=long),))
    assert all(is_whole(row) for one in top for row in one.findall(qn("w:tr")))
