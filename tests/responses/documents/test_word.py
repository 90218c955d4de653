"""The Word documents: true styles, header rows, lists, links, and what stands on every page."""

import itertools
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from responses.publishing.blocks import Prose
from responses.publishing.layouts import LAYOUTS
from responses.publishing.word import write_word
from tests.responses.records import REPORT, make_finding, make_record

from .making import DRAFT, FULL, PUBLISHED, SIGNS, TITLE, make_document

# The demonstration is read out of a database.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def word():
    return opened(make_document())


def opened(document):
    return Document(BytesIO(write_word(document)))


def prose(html):
    """Return a Word document of one section."""
    return opened(make_document(blocks=(Prose("a", 2, "Part", "commissioner", "", html),)))


def in_style(word, name):
    return [one.text for one in word.paragraphs if one.style.name == name]


def all_of(word, tag):
    return list(word.element.body.iter(qn(f"w:{tag}")))


def value(element, name="val"):
    return element.get(qn(f"w:{name}"))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("force", ["staffordshire", "thames-valley", "full"])
def test_there_is_one_title_and_no_level_of_headings_is_left_out(demonstration, force, layout):
    record = {**demonstration, "full": FULL}[force]
    word = opened(make_document(record, layout))
    assert in_style(word, "Title") == [TITLE]
    styles = (one.style.name for one in word.paragraphs)
    levels = [int(style[-1]) for style in styles if style.startswith("Heading ")]
    assert len(levels) > 4
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_text_stands_in_styles_that_an_office_can_change(word):
    used = {one.style.name for one in word.paragraphs}
    assert {"Normal", "List Bullet", "List Number", "Caption", "Notice", "Byline"} <= used
    assert {one.style.name for one in word.tables[-1]._cells[0].paragraphs} == {"Table Heading"}
    assert not all_of(word, "rFonts")
    assert not all_of(word, "sz")


def test_headings_have_the_typeface_of_the_text(word):
    styles = word.styles.element
    defaults = next(styles.iter(qn("w:rPrDefault")))
    assert [value(one, "ascii") for one in defaults.iter(qn("w:rFonts"))] == ["Arial"]
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Normal", "Caption"):
        assert word.styles[name].font.name is None


def test_each_table_marks_its_header_row_and_keeps_its_rows_whole(word):
    assert len(all_of(word, "tbl")) == len(word.tables) > 4
    for table in all_of(word, "tbl"):
        first, *others = table.findall(qn("w:tr"))
        assert list(first.iter(qn("w:tblHeader")))
        assert not any(list(row.iter(qn("w:tblHeader"))) for row in others)
        assert all(list(row.iter(qn("w:cantSplit"))) for row in (first, *others))


def test_facts_stand_together_on_a_page_with_their_heading(word):
    assert in_style(word, "Fact")
    assert word.styles["Fact"].paragraph_format.keep_with_next
    assert word.styles["Heading 1"].paragraph_format.keep_with_next


def test_a_document_says_its_title_its_language_and_when_it_was_published(word):
    about = word.core_properties
    assert (about.title, about.language, about.author) == (
        TITLE,
        "en-GB",
        "Police and Crime Commissioner for Borsetshire",
    )
    assert about.created.isoformat() == about.modified.isoformat() == "2026-06-04T11:30:00+00:00"
    languages = {value(one) for one in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_each_numbered_list_begins_where_it_says():
    first, second = "<ol><li>One</li><li>Two</li></ol>", "<ol><li>One</li></ol>"
    word = prose(f"{first}<p>Then</p>{second}<ol start='7'><li>Seven</li></ol>")
    keys = [value(one) for one in all_of(word, "numId")]
    assert keys[0] == keys[1]
    assert len(set(keys)) == 3
    numbering = word.part.numbering_part.element
    starts = {value(num, "numId"): num for num in numbering.findall(qn("w:num"))}
    begun = [next(starts[key].iter(qn("w:startOverride"))) for key in dict.fromkeys(keys)]
    assert [value(one) for one in begun] == ["1", "1", "7"]


def test_a_list_within_a_list_stands_one_level_deeper():
    word = prose("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>")
    assert [value(one) for one in all_of(word, "ilvl")] == ["0", "1", "0"]


def test_a_second_paragraph_of_a_bullet_has_no_bullet():
    word = prose("<ul><li><p>One</p><p>Two</p></li></ul>")
    assert in_style(word, "List Bullet") == ["One"]
    assert in_style(word, "List Continue") == ["Two"]


def test_cells_that_reach_over_others_do_so_in_word():
    word = prose(
        "<table><tr><th>a</th><th>b</th></tr><tr><td rowspan=2>x</td><td>1</td></tr>"
        "<tr><td>2</td></tr><tr><td colspan=2>wide</td></tr></table>"
    )
    [table] = word.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["a", "b"],
        ["x", "1"],
        ["x", "2"],
        ["wide", "wide"],
    ]


def test_the_heads_of_a_table_in_the_text_are_heads():
    word = prose("<table><tr><th>a</th></tr><tr><td>b</td></tr></table>")
    [table] = word.tables
    styles = [cell.paragraphs[0].style.name for row in table.rows for cell in row.cells]
    assert styles == ["Table Heading", "Table Text"]


def test_the_widths_of_columns_fill_the_page(word):
    for table in all_of(word, "tbl"):
        widths = [int(value(one, "w")) for one in table.iter(qn("w:gridCol"))]
        assert 9500 <= sum(widths) <= 9525


def test_links_lead_out_and_within(word):
    outside = {rel.target_ref for rel in word.part.rels.values() if rel.is_external}
    assert outside == {"https://borsetshire.example/a%20b", "https://www.borchester.example"}
    marks = {value(one, "name") for one in all_of(word, "bookmarkStart")}
    within = {value(one, "anchor") for one in all_of(word, "hyperlink")} - {None}
    assert len(within) > 4
    assert within <= marks


def test_the_glance_names_the_findings_of_each_rating(word):
    assert said_in(word.tables[0])[:4] == [
        ["Rating", "Number", "Which"],
        ["Green", "1", "3"],
        ["Amber", "1", "2"],
        ["Red", "1", "1"],
    ]


def test_the_glance_names_the_report_of_its_findings_where_there_are_several():
    further = replace(REPORT, slug="hens-2026", short_title="Hens, 2026")
    ours = (make_finding("1"), make_finding("2"))
    theirs = make_finding("1", report_slug=further.slug)
    record = make_record(further_reports=(further,), findings=(*ours, theirs))
    [table] = [one for one in opened(make_document(record)).tables if "Which" in said_in(one)[0]]
    which = "1, 2 of “Village policing, 2026”, 1 of “Hens, 2026”"
    assert said_in(table)[1] == ["Not yet assessed", "3", which]


def said_in(table):
    return [[cell.text.strip() for cell in row.cells] for row in table.rows]


def parts_around(word):
    section = word.sections[0]
    heads = (section.header, section.first_page_header)
    feet = (section.footer, section.first_page_footer)
    return [[part._element for part in parts] for parts in (heads, feet)]


def words_of(element):
    return "".join(one.text or "" for one in element.iter(qn("w:t"), qn("w:instrText")))


def test_each_page_says_which_it_is_and_of_which_version(word):
    [[head, first_head], feet] = parts_around(word)
    assert words_of(head) == TITLE
    assert words_of(first_head) == ""
    for foot in feet:
        assert words_of(foot) == "Version 2 · 4 June 2026Page  PAGE 1 of  NUMPAGES 1"


def test_each_page_of_a_preview_says_that_it_is_a_draft():
    heads, feet = parts_around(opened(make_document(edition=DRAFT)))
    assert all("Draft: not published" in words_of(part) for part in (*heads, *feet))


def test_the_end_names_version_date_address_and_hash(word):
    last = in_style(word, "Fact")[-4:]
    assert last == [
        "Version\t2",
        "Published here\t4 June 2026",
        f"Address\t{PUBLISHED.address}",
        f"SHA-256 of the record\t{PUBLISHED.sha256}",
    ]


def test_signs_of_other_languages_stay_text(word):
    assert SIGNS in in_style(word, "Normal")


def test_what_no_xml_can_hold_is_left_out():
    assert in_style(prose("<p>a\x00b\x0bc\ufffed</p>"), "Normal") == ["abcd"]


def test_a_blank_letterhead_does_no_harm():
    letterhead = type(make_document().letterhead)("", "", "", "")
    assert opened(make_document(make_record(), letterhead=letterhead))


def test_nothing_of_the_librarys_own_example_is_in_the_file():
    word = ZipFile(BytesIO(write_word(make_document())))
    for name in ("thumbnail", "app.xml", "customXml", "stylesWithEffects"):
        assert not [one for one in word.namelist() if name in one]
    assert b"Macintosh" not in b"".join(word.read(name) for name in word.namelist())
    assert word.read("word/styles.xml").count(b'w:type="table"') == 2
