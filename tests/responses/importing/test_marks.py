"""Words of a Word document or a PDF stay as they were typed, whatever they look like."""

import pytest

from responses.importing.elements import Paragraph, Section
from responses.importing.files import read
from responses.importing.headed import About
from responses.importing.left_out import left_out
from responses.importing.marks import as_typed, printed
from responses.importing.matching import Match, ReportFinding
from responses.importing.pieces import Piece, Proposal, To, What
from responses.importing.placing import assemble
from responses.importing.reading import parse, understand
from responses.importing.rich import inline, to_html

from .pdf_files import lines, pdf
from .word_files import bold, cell, p, run, table, word

TYPED = (
    "[Redacted](s.40)",
    "See [Redacted](#) and [this]().",
    "**x** and **yes**",
    "_x_ and *y*",
    "# 5 Number of vans",
    "### 5 Vans",
    "2 ** 3",
    "Note*",
)


def sections(data):
    return understand(read(data)).sections


@pytest.mark.parametrize("words", TYPED)
def test_what_looks_like_a_mark_stays_as_typed(words):
    [section] = sections(word(p("Reply", style="H1"), p(words), p(words, item=(1, 0))))
    assert to_html(section.elements) == f"<p>{words}</p><ul><li>{words}</li></ul>"


@pytest.mark.parametrize("words", ["[Redacted](s.40)", "**Vans**", "# 5 Vans", "Note*"])
def test_a_heading_a_label_and_a_short_value_stay_as_typed(words):
    heads = ["No", "Response", "RAG", "Owner"]
    body = [
        p(words, style="H1"), p("We agree."),
        table(["Force", words], [words, "Good"]),
        table(heads, ["1", "", "", ""], [words, words, "Met", words]),
    ]  # fmt: skip
    document = understand(read(word(*body)))
    assert document.sections[0].heading == words
    first, second = document.fields
    assert (to_html(first.value), second.label) == (f"<p>{words}</p>", words)
    [_, row] = document.answered
    assert (row.label, row.owner, to_html(row.said)) == (words, words, f"<p>{words}</p>")


def test_marks_that_runs_of_another_look_part_are_none_either():
    parted = p("*", bold("*x"), "** [Redacted", bold("]"), "(s.40) [", bold("see"), "](s.41)")
    [section] = sections(word(p("Reply", style="H1"), parted))
    assert to_html(section.elements) == (
        "<p>**x** [Redacted<strong>]</strong>(s.40) [<strong>see</strong>](s.41)</p>"
    )


def test_bold_and_links_of_the_document_itself_are_kept_beside_them():
    link = f'<w:hyperlink r:id="x">{run("here")}</w:hyperlink>'
    body = p("[Redacted](s.40) is ", bold("not"), " ", link)
    [section] = sections(word(p("Reply", style="H1"), body, links=[("x", "https://a.example")]))
    assert to_html(section.elements) == (
        '<p>[Redacted](s.40) is <strong>not</strong> <a href="https://a.example">here</a></p>'
    )


def test_a_heading_stays_as_typed_where_it_becomes_a_line_of_the_text():
    part = Section("[Redacted](s.40)", 2, (Paragraph("Done."),))
    about = About((Match(ReportFinding(3, "3", "Wash them"), 1, ""),), "3", "")
    expected = "<p><strong>[Redacted](s.40)</strong></p><p>Done.</p>"
    assert about.further(part).body == expected
    piece = Piece(What.SECTION, To.UNPLACED, part.heading, "<p>Done.</p>", "")
    assert assemble(Proposal((piece,))).sections[-1].body == expected


def test_no_link_is_told_that_there_is_not():
    document = understand(read(word(p("Reply", style="H1"), p("See [this](#)."))))
    assert list(left_out(document)) == []


@pytest.mark.parametrize("address", ["#", ""])
def test_a_line_that_is_only_a_link_to_nowhere_is_its_words_in_every_format(address):
    link = f"[The report on farms]({address})"
    page = [*lines("Reply", top=790, size=14), *lines("We", "agree.", "", link, top=750)]
    for document in (
        understand(read(word(p("Reply", style="H1"), p("We agree."), p(link)))),
        understand(read(pdf(page))),
        parse(f"Reply\n\nWe agree.\n\n{link}"),
    ):
        assert (
            to_html(document.sections[0].elements) == "<p>We agree.</p><p>The report on farms</p>"
        )
        [told] = left_out(document)
        assert told == "The address of 1 link that leads nowhere; its words are kept"


def test_a_heading_in_a_cell_with_a_star_has_no_marks_of_bold():
    rows = table(["Force", cell(p("A*B*C", style="H2"), "Good.")], ["Grade", "Good"])
    assert to_html(understand(read(word(rows))).fields[0].value) == "<p>A*B*C</p><p>Good.</p>"


def test_a_typed_item_that_begins_with_a_star_is_still_one():
    [section] = sections(word(p("Reply", style="H1"), p("* ", bold("Vans"), " are new.")))
    assert to_html(section.elements) == "<ul><li><strong>Vans</strong> are new.</li></ul>"


@pytest.mark.parametrize("words", TYPED)
def test_words_of_a_pdf_stay_as_typed(words):
    page = [*lines("Farms", top=770, size=14), *lines(f"{words} is what the force says.", top=750)]
    [section] = sections(pdf(page))
    assert to_html(section.elements) == f"<p>{words} is what the force says.</p>"


def test_marks_in_a_plain_text_are_read():
    [section] = parse("Reply\n\nWe **do** agree, see [this](https://a.example).\n").sections
    assert to_html(section.elements) == (
        '<p>We <strong>do</strong> agree, see <a href="https://a.example">this</a>.</p>'
    )


@pytest.mark.parametrize("words", TYPED)
def test_what_is_typed_is_printed_as_it_was(words):
    assert printed(as_typed(words)) == words
    assert inline(as_typed(words)) == words
