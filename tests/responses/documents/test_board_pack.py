"""The board pack: the page, PDF, Word and both tables say the same; PDF/UA; pictures with words."""

import csv
import html
import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from responses.documents.board_pack import make_pack
from responses.publishing import spreadsheet
from responses.publishing.board import BoardRecord, lay_out_board, table_of
from responses.publishing.html import write_html
from tests.responses.board_records import FENCES, FULL

from .pdf_reading import pages_of, read, tags_of
from .test_equal_content import close

# What a reader of the page, of the PDF and of the Word file alike must find.
SAID = (
    *("Ambridge Police", "Commissioner for Ambridge", "Police and Crime Panel", "10 June 2026"),
    *("Compared with", "Performance board", "Chosen: owner", "Working ratings, not published"),
    *("1 not yet assessed; since 10 March 2026", "+1", "−1", "No change", "1 in progress"),
    *("Past its deadline, or cannot or will not be met", "Recommendation 3a: Mend the fences"),
    *("The fences fell.", "from Amber to Red", "Geese, 2024", "May 2024", "Hens, 2026"),
    *("Red from 0 to 1", "31 May 2026", "Area for improvement", "Slipped, was Amber"),
    *("Chief constables: Ambridge", "College of Policing (inferred)", "Owner: =Head of Cows"),
    *("within six months", "9 January 2027", "Put off from 10 November 2026", "3 July 2026"),
    *("Put off from December 2026", "Stale, 91 days", "Closed 4 July 2026", "In progress"),
    *("1 of 3 actions done, 2 overdue", "Fill the ponds", "Not yet assessed", "Nobody is in post."),
    *("Owner: not recorded here", "No date", "Not stated", "No closure recorded", "None recorded"),
    *("Recommendation 5: Count the geese", "It is for Felpersham."),
)


@pytest.fixture(scope="module")
def pdf():
    return make_pack(FULL, "pdf")


@pytest.fixture(scope="module")
def word():
    return make_pack(FULL, "docx")


def text_of_word(content):
    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    return html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)))


def test_page_pdf_and_word_say_the_same(pdf, word):
    page = html.unescape(re.sub(r"<[^>]*>", " ", write_html(lay_out_board(FULL))))
    texts = {"page": page, "PDF": " ".join(pages_of(pdf)), "Word": text_of_word(word)}
    for name, text in texts.items():
        missing = [words for words in SAID if close(words) not in close(text)]
        assert not missing, name


def test_the_tables_say_what_the_record_says_of_each_item():
    table = table_of(FULL)
    cells = list(csv.reader(io.StringIO(spreadsheet.write_csv(table).decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(spreadsheet.write_xlsx(table))).active
    in_sheet = [[cell.value or "" for cell in row] for row in sheet.rows]
    first = dict(zip(table.headings, in_sheet[1], strict=True))
    assert first["Addressed to"] == "Chief constables: Ambridge\nCollege of Policing (inferred)"
    assert first["Commentary"] == FENCES.reason
    assert (first["RAG"], first["Was"], first["Moved"]) == ("Red", "Amber", "Slipped")
    assert first["Put off from"] == "10 November 2026\nDecember 2026"
    assert len(in_sheet) == len(cells) == 3
    # What a program would take for a formula is text in both.
    place = table.headings.index("Owner")
    assert (cells[1][place], in_sheet[1][place]) == ("'=Head of Cows", "=Head of Cows")
    assert sheet.cell(2, place + 1).data_type == "s"


def test_the_pdf_is_tagged_and_its_drawing_has_words_and_a_twin(pdf):
    root, reader = tags_of(pdf), read(pdf)
    assert "1" in reader.xmp_metadata.stream.get_data().decode().split("pdfuaid:part>")[1][:1]
    (figure,) = [one for one in root.all("Figure") if "from 0 to 1" in one.alt]
    assert figure.alt.startswith("From 31 May 2026 to 10 June 2026: Red from 0 to 1")
    names = [tag.name for tag in root.walk() if re.fullmatch(r"H\d", tag.name)]
    assert names[:3] == ["H1", "H2", "H2"]
    for table in root.all("Table"):
        assert table.all("TH")


def test_the_wide_table_stands_on_pages_of_its_own_turned_on_their_sides(pdf):
    turned = [page for page in read(pdf).pages if page.mediabox.width > page.mediabox.height]
    texts = [" ".join(page.extract_text().split()) for page in turned]
    assert texts
    assert texts[0].startswith("Ambridge Police: board pack Open recommendations")
    for text in pages_of(pdf):
        assert "Working ratings, not published · As at 10 June 2026" in text


def test_the_word_file_has_the_drawing_with_words_and_turned_pages(word):
    made = Document(io.BytesIO(word))
    (about,) = made.element.body.iter(qn("wp:docPr"))
    assert about.get("descr").startswith("From 31 May 2026 to 10 June 2026: Red from 0 to 1")
    before, turned, after = made.sections
    assert (before.page_width, before.page_height) == (turned.page_height, turned.page_width)
    assert (after.page_width, after.page_height) == (before.page_width, before.page_height)
    feet = [section.footer.paragraphs[0].text for section in made.sections]
    assert all(foot.startswith("Working ratings, not published") for foot in feet)
    assert before.different_first_page_header_footer
    assert not turned.different_first_page_header_footer


def test_equal_records_make_equal_bytes(pdf, word):
    again = BoardRecord.from_json(FULL.to_json())
    assert (make_pack(again, "pdf"), make_pack(again, "docx")) == (pdf, word)
