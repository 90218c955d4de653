import dataclasses
import re

import pytest

from recommendations.partial_dates import parse
from recommendations.rag import Rag
from responses.publishing import record
from responses.publishing.blocks import Entry, Grid, Notice
from responses.publishing.board import lay_out_board
from responses.publishing.html import ROWS_OF_A_PART, web_address, write_html
from responses.publishing.layouts import LAYOUTS, lay_out

from .board_records import FULL as BOARD
from .records import REPORT, make_answer, make_finding, make_record, make_section

FULL = make_record(
    title="A letter about <village> policing",
    deadline=record.Deadline("late", parse("9 June 2026")),
    late_reason="An election & a move.",
    fields=(record.Labelled("other", "Label one", "<p>Field one</p>"),),
    findings=(
        make_finding("1", html="<p>Wording one.</p>", rating=record.Rating("red", "Reason one")),
        make_finding(
            "2",
            printed_label="2",
            html="<p>The report's words.</p>",
            printed_html="<p>Wording two.</p>",
            addressed_to=(record.Addressed("College of Policing", is_inferred=True),),
        ),
        make_finding("3", due_on=parse("October 2026")),
    ),
    answers=(
        make_answer(
            "1",
            "2",
            position=record.Named("accepted", "Accepted"),
            action_html="<p>Action one.</p>",
        ),
        make_answer("2", why_none_html="<p>Why none.</p>"),
        make_answer("3", section_anchor="part-1", section_heading="Part 1"),
    ),
    sections=(
        make_section(1, html="<p>Text one.</p><ul><li>Bullet one</li></ul>"),
        make_section(2, voice="chief_officer", html="<p>Text two.</p>"),
    ),
    signatories=(record.Person("Sig Nature", "Office of the day", "www.borchester.example"),),
)
FURTHER = dataclasses.replace(REPORT, slug="hens-2026", short_title="Hens, 2026")
STORED_TEXTS = [
    "A letter about &lt;village&gt; policing",
    "An election &amp; a move.",
    "<p>Field one</p>",
    "<p>Wording one.</p>",
    "<p>Wording two.</p>",
    "Reason one",
    "<p>Action one.</p>",
    "<p>Why none.</p>",
    "<p>Text one.</p><ul><li>Bullet one</li></ul>",
    "<p>Text two.</p>",
    "Sig Nature",
    "Office of the day",
    ">www.borchester.example<",
]


@pytest.mark.parametrize("text", STORED_TEXTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_stored_text_stands_once_in_either_layout(layout, text):
    assert write_html(lay_out(FULL, layout)).count(text) == 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_reports_wording_gives_way_to_the_printed_one(layout):
    assert "words." not in write_html(lay_out(FULL, layout))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_link_inside_the_document_leads_somewhere_and_no_address_is_there_twice(layout):
    html = write_html(lay_out(FULL, layout))
    addresses = [part.split('"')[0] for part in html.split(' id="')[1:]]
    links = {part.split('"')[0] for part in html.split('<a href="#')[1:]}
    links |= {part.split('"')[0] for part in html.split('" href="#')[1:]}
    assert len(addresses) == len(set(addresses))
    assert len(links) > 5
    assert links <= set(addresses)


@pytest.mark.parametrize("rag", Rag)
def test_a_rating_is_a_word_and_a_drawn_shape(rag):
    finding = make_finding("1", rating=record.Rating(rag.value, "Because."))
    html = write_html(lay_out(make_record(findings=(finding,)), "record"))
    table = " ".join(html[html.index("<table") :].split())
    assert f'<use href="#rag--{rag.value}"/></svg> {rag.label}</span>' in table


def test_an_addressee_that_is_inferred_says_so_in_words():
    html = write_html(lay_out(FULL, "record"))
    assert 'College of Policing <span class="muted">(inferred)</span>' in html


def test_a_finding_without_an_answer_says_so():
    html = write_html(lay_out(make_record(findings=(make_finding("1"),)), "record"))
    assert "No answer of its own" in html


def test_due_dates_are_spoken_of_only_where_one_is_recorded():
    without = write_html(lay_out(make_record(findings=(make_finding("1"),)), "record"))
    table = write_html(lay_out(FULL, "record"))
    assert "October 2026" in table
    assert table.count("not recorded here</span>") == 2
    assert "due" not in without


def test_plain_text_is_escaped():
    assert "&lt;b&gt;" in write_html([Notice("<b>")])


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.borchester.example", "https://www.borchester.example"),
        ("https://borchester.example/a", "https://borchester.example/a"),
        ("javascript:alert(1)", ""),
        ("see www.borchester.example", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(text, address):
    assert web_address(text) == address


@pytest.mark.parametrize(
    ("further_reports", "titles", "hidden"),
    [
        ((), ["Subject 1", "Subject 2"], ["Recommendation 1", "Recommendation 2"]),
        (
            (FURTHER,),
            [
                "Recommendation 1 of “Village policing, 2026”: Subject 1",
                "Recommendation 2 of “Village policing, 2026”: Subject 2",
                "Recommendation 1 of “Hens, 2026”: Subject 1",
            ],
            [
                "Recommendation 1 of “Village policing, 2026”",
                "Recommendation 2 of “Village policing, 2026”",
                "Recommendation 1 of “Hens, 2026”",
            ],
        ),
    ],
)
def test_a_shape_at_a_glance_names_its_report_where_there_are_several(
    further_reports, titles, hidden
):
    ours = (make_finding("1"), make_finding("2"))
    theirs = tuple(make_finding("1", report_slug=one.slug) for one in further_reports)
    made = make_record(further_reports=further_reports, findings=(*ours, *theirs))
    html = write_html(lay_out(made, "statement"))
    glance = html[html.index('<ol class="strip">') :].split("</ol>")[0]
    assert re.findall(r'title="([^"]*)"', glance) == titles
    assert re.findall(r'hidden">([^<]*): Not yet', glance) == hidden


def test_a_long_table_stands_in_parts_of_which_the_first_is_unfolded():
    def written(number):
        rows = tuple((Entry(f"Hen {one}"),) for one in range(1, number + 1))
        return write_html((Grid("Hens", ("Hen",), (1,), rows),))

    assert "<details" not in written(ROWS_OF_A_PART)
    long = written(2 * ROWS_OF_A_PART + 1)
    heads = re.findall(r"<details class=\"part-of-table\"( open)?><summary>(.*?)</summary>", long)
    assert heads == [
        (" open", "Rows 1 to 100 of 201"),
        ("", "Rows 101 to 200 of 201"),
        ("", "Rows 201 to 201 of 201"),
    ]
    assert long.count("Hen ") == 2 * ROWS_OF_A_PART + 1
    assert long.count("</details>") == 3


def test_a_drawing_is_set_as_on_the_board_and_scrolls_within_itself():
    assert '<figure class="drawn over-time">' in write_html(lay_out_board(BOARD))
