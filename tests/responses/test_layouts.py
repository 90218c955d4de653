import dataclasses

import pytest

from responses.publishing import record
from responses.publishing.blocks import (
    Contents,
    Facts,
    FindingsTable,
    FormRows,
    Glance,
    Heading,
    Notice,
    Prose,
    SignOff,
)
from responses.publishing.layouts import LAYOUTS, lay_out
from responses.publishing.layouts.findings import short_label

from .records import BODY, REPORT, make_answer, make_finding, make_record, make_section

LETTER = make_record(
    title="A letter about village policing",
    fields=(record.Labelled("report_date", "Report published", "<p>15.04.26</p>"),),
    findings=(make_finding("1"), make_finding("2")),
    sections=(make_section(1), make_section(2)),
    signatories=(record.Person("Ann Archer", "Commissioner", "www.borchester.example"),),
)


def kinds(blocks):
    return [type(block) for block in blocks]


def only(kind, blocks):
    [block] = [block for block in blocks if isinstance(block, kind)]
    return block


def test_a_statement_leads_with_prose_and_ends_with_the_recommendations():
    assert kinds(lay_out(LETTER, "statement")) == [
        *(Facts, Glance, Notice, Contents, Heading, FormRows),
        *(Prose, Prose, SignOff, Heading, FindingsTable),
    ]


def test_a_record_leads_with_its_labelled_rows_and_recommendations():
    assert kinds(lay_out(LETTER, "record")) == [
        *(Facts, Glance, Notice, Contents, Heading, FormRows),
        *(Heading, FindingsTable, Prose, Prose, SignOff),
    ]


def test_a_layout_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        lay_out(LETTER, "poem")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_contents_name_the_parts_in_the_order_in_which_they_stand(layout):
    blocks = lay_out(LETTER, layout)
    standing = [b.anchor for b in blocks if isinstance(b, (Prose, Heading))]
    standing.remove("document--title")
    assert [link.anchor for link in only(Contents, blocks).links] == standing


def test_a_title_of_its_own_heads_the_rows_of_a_form_or_is_a_key_fact():
    for layout in LAYOUTS:
        blocks = lay_out(LETTER, layout)
        title = next(b for b in blocks if isinstance(b, Heading))
        assert title.text == LETTER.title
        assert isinstance(blocks[blocks.index(title) + 1], FormRows)
        assert LETTER.title not in [row.text for row in only(Facts, blocks).rows]
    blocks = lay_out(dataclasses.replace(LETTER, fields=()), "statement")
    assert only(Facts, blocks).rows[0].text == LETTER.title
    assert LETTER.title not in [b.text for b in blocks if isinstance(b, Heading)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_heading_of_the_form_is_without_rows_and_no_rows_without_one(layout):
    untitled = make_record(fields=LETTER.fields)
    blocks = lay_out(untitled, layout)
    place = kinds(blocks).index(FormRows)
    assert blocks[place - 1].text == "Response record"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_title_that_is_the_reports_own_is_left_to_the_head_of_the_page(layout):
    headings = [b.text for b in lay_out(make_record(), layout) if isinstance(b, Heading)]
    assert REPORT.title not in headings


@pytest.mark.parametrize("layout", LAYOUTS)
def test_printed_rows_keep_their_order_and_say_where_the_document_is_blank(layout):
    fields = (
        record.Labelled("other", "Zebra", "<p>First</p>"),
        record.Labelled("report_date", "Published date", ""),
        record.Labelled("recommendations", "Recommendations", ""),
    )
    made = make_record(fields=fields, findings=(make_finding("1"), make_finding("2")))
    rows = only(FormRows, lay_out(made, layout)).rows
    assert [row.label for row in rows] == ["Zebra", "Published date", "Recommendations"]
    assert rows[0].html == "<p>First</p>"
    assert rows[1].text == "Left blank in the document"
    assert rows[2].text == "2 recommendations, listed below"
    assert [row.is_note for row in rows] == [False, True, True]


def test_a_record_without_printed_rows_has_those_that_its_facts_give():
    made = make_record(commissioner=record.Person("Ann Archer", "Commissioner"))
    rows = {row.label: row.text for row in only(FormRows, lay_out(made, "record")).rows}
    assert rows == {
        "Force": "Borchester Police",
        "Police and Crime Commissioner": "Ann Archer, Commissioner",
        "Chief officer": "Not recorded here",
        "Title of the report": REPORT.title,
        "Published": "15 April 2026",
        "Inspectorate": "HMICFRS",
    }


def test_a_statement_without_printed_rows_makes_none_up():
    assert FormRows not in kinds(lay_out(make_record(), "statement"))


def test_the_key_facts_name_the_people_and_the_days():
    made = make_record(
        commissioner=record.Person("Ann Archer", BODY.title),
        chief_officer=record.Person("Bo Carter", "Acting Chief Constable"),
    )
    rows = {row.label: row.text for row in lay_out(made, "statement")[0].rows}
    assert rows == {
        "Answered by": BODY.name,
        "Police and Crime Commissioner": "Ann Archer",
        "Chief officer": "Bo Carter, Acting Chief Constable",
        "Report published": "15 April 2026",
        "Last day to answer": "9 June 2026 (day 56)",
        "Response published": "May 2026: between day 17 and day 47, in time",
        "How the days are counted": "15 April 2026 is day 1; the last day is 9 June 2026, day 56; "
        "May 2026 is between day 17 and day 47: in time.",
    }


def test_the_author_stands_where_the_voice_changes():
    sections = (
        make_section(1),
        make_section(2),
        make_section(3, voice="chief_officer"),
        make_section(4),
    )
    made = make_record(sections=sections, commissioner=record.Person("Ann Archer", "Commissioner"))
    authors = [b.author for b in lay_out(made, "record") if isinstance(b, Prose)]
    ann = "Ann Archer, Commissioner"
    assert authors == [ann, "", "Chief officer, Borchester Police", ann]


def test_a_part_of_a_section_stands_one_level_deeper_and_not_in_the_contents():
    made = make_record(sections=(make_section(1), make_section(2, level=2)))
    blocks = lay_out(made, "statement")
    assert [b.level for b in blocks if isinstance(b, Prose)] == [2, 3]
    assert [link.text for link in only(Contents, blocks).links] == ["Part 1"]


def test_a_part_with_no_section_before_it_skips_no_level():
    made = make_record(sections=(make_section(1, level=2),))
    assert only(Prose, lay_out(made, "statement")).level == 2


def test_the_wording_as_printed_stands_instead_of_the_reports():
    printed = make_finding("1", printed_label="R1", printed_html="<p>As the office puts it.</p>")
    made = make_record(findings=(printed, make_finding("2")))
    rows = only(FindingsTable, lay_out(made, "record")).rows
    assert [(row.label, row.html) for row in rows] == [
        ("R1", "<p>As the office puts it.</p>"),
        ("2", "<p>Wording 2.</p>"),
    ]


def test_other_kinds_of_finding_carry_their_kind_in_their_label():
    afi = make_finding(
        "2",
        kind=record.Named("afi", "Area for improvement"),
        name="Area for improvement 2",
        is_due_an_answer=False,
    )
    unnumbered = make_finding("", ref="1", name="Recommendation")
    rows = only(FindingsTable, lay_out(make_record(findings=(afi, unnumbered)), "record")).rows
    assert [row.label for row in rows] == ["Area for improvement 2", "Recommendation"]


def test_an_answer_to_several_findings_has_its_text_once_and_links_beside_the_others():
    answer = make_answer(
        "1", "2", position=record.Named("accepted", "Accepted"), action_html="<p>Both are done.</p>"
    )
    made = make_record(findings=(make_finding("1"), make_finding("2")), answers=(answer,))
    first, second = only(FindingsTable, lay_out(made, "record")).rows
    assert first.answers[0].action_html == "<p>Both are done.</p>"
    assert first.answers[0].together is None
    assert second.answers[0].action_html == ""
    assert second.answers[0].position == "Accepted"
    assert second.answers[0].together.text == "recommendation 1"
    assert second.answers[0].together.anchor == first.finding.anchor


def test_an_answer_in_a_section_links_to_it_beside_each_of_its_findings():
    answer = make_answer("1", "2", section_anchor="part-1", section_heading="Part 1")
    made = make_record(
        findings=(make_finding("1"), make_finding("2")),
        answers=(answer,),
        sections=(make_section(1),),
    )
    rows = only(FindingsTable, lay_out(made, "record")).rows
    assert [row.answers[0].section.anchor for row in rows] == ["part-1", "part-1"]


def test_an_answer_across_two_reports_says_of_which_the_finding_is_that_holds_its_text():
    further = dataclasses.replace(REPORT, slug="hens-2026", short_title="Hens, 2026")
    refs = (f"{REPORT.slug}/1", f"{REPORT.slug}/2", "hens-2026/1")
    made = make_record(
        further_reports=(further,),
        findings=(make_finding("1"), make_finding("2"), make_finding("1", report_slug="hens-2026")),
        answers=(record.Answer(refs, action_html="<p>Done.</p>"),),
    )
    tables = [b for b in lay_out(made, "statement") if isinstance(b, FindingsTable)]
    (_, second), (third,) = (table.rows for table in tables)
    assert second.answers[0].together.text == "recommendation 1"
    assert third.answers[0].together.text == "recommendation 1 of “Village policing, 2026”"


def test_each_report_that_is_answered_has_its_own_table():
    kind = record.Named("joint", "Joint inspection")
    further = record.Report("Another inspection", "Another, 2026", "another-2026", kind, "HMIP")
    made = make_record(
        further_reports=(further,),
        findings=(make_finding("1"), make_finding("1", report_slug="another-2026")),
    )
    blocks = lay_out(made, "statement")
    tables = [b for b in blocks if isinstance(b, FindingsTable)]
    assert [table.caption for table in tables] == ["Village policing, 2026", "Another, 2026"]
    anchors = [row.finding.anchor for table in tables for row in table.rows]
    assert len(set(anchors)) == 2
    assert "Recommendations: Another, 2026" in [b.text for b in blocks if isinstance(b, Heading)]


@pytest.mark.parametrize(
    ("answered", "sentence"),
    [
        ([], "None of its 3 recommendations has an answer of its own or a section that"),
        (["2"], "1 of 3 recommendations has an answer of its own or a section that explains it."),
        (["1", "2"], "2 of 3 recommendations have an answer of their own or a section that"),
    ],
)
def test_a_response_that_answers_as_a_whole_says_so(answered, sentence):
    made = make_record(
        findings=tuple(make_finding(label) for label in "123"),
        answers=tuple(make_answer(label, section_anchor="part-1") for label in answered),
    )
    notice = only(Notice, lay_out(made, "statement")).text
    assert notice.startswith("This response answers the report as a whole. ")
    assert sentence in notice


@pytest.mark.parametrize("words", ["action_html", "why_none_html"])
@pytest.mark.parametrize(
    ("answered", "sentence"),
    [
        (["1"], "2 of 3 recommendations have no answer."),
        (["1", "2"], "1 of 3 recommendations has no answer."),
    ],
)
def test_a_response_that_answers_singly_says_what_it_leaves_out(words, answered, sentence):
    made = make_record(
        findings=tuple(make_finding(label) for label in "123"),
        answers=tuple(make_answer(label, **{words: "<p>So.</p>"}) for label in answered),
    )
    blocks = lay_out(made, "statement")
    assert only(Notice, blocks).text == sentence
    assert only(FindingsTable, blocks).rows[-1].gap == "No answer"


@pytest.mark.parametrize(
    ("findings", "missing", "told"),
    [
        ("", (), "Reason given for what is missing: As a whole."),
        ("1", (), "Not explained: recommendation 1. Reason given: As a whole."),
        (
            "123",
            ("Too vague",),
            "Not explained: recommendations 1, 2 and 3. Too vague. Reason given: As a whole.",
        ),
        ("", ("One thing", "Another"), "One thing. Another. Reason given: As a whole."),
    ],
)
def test_readers_are_told_each_gap_and_the_reason_that_covers_them(findings, missing, told):
    made = make_record(
        findings=tuple(make_finding(label) for label in findings),
        other_gaps=missing,
        override_reason="As a whole.",
    )
    notices = [block for block in lay_out(made, "statement") if isinstance(block, Notice)]
    assert notices[-1].text == told


def test_what_is_not_explained_is_told_by_report():
    further = dataclasses.replace(REPORT, slug="hens-2026", short_title="Hens, 2026")
    made = make_record(
        further_reports=(further,),
        findings=(make_finding("1"), make_finding("2"), make_finding("1", report_slug="hens-2026")),
        override_reason="As a whole.",
    )
    notices = [block for block in lay_out(made, "statement") if isinstance(block, Notice)]
    assert notices[-1].text == (
        "Not explained: recommendations 1 and 2 of “Village policing, 2026”; recommendation 1 of "
        "“Hens, 2026”. Reason given: As a whole."
    )


def test_a_finding_without_an_answer_is_a_gap_only_where_one_is_due():
    afi = make_finding(
        "9", kind=record.Named("afi", "Area for improvement"), is_due_an_answer=False
    )
    rows = only(FindingsTable, lay_out(make_record(findings=(make_finding("1"), afi)), "record"))
    assert [row.gap for row in rows.rows] == ["No answer of its own", "No answer needed"]


def test_a_response_with_an_answer_to_each_recommendation_needs_no_such_notice():
    afi = make_finding(
        "9", kind=record.Named("afi", "Area for improvement"), is_due_an_answer=False
    )
    made = make_record(
        findings=(make_finding("1"), afi),
        answers=(make_answer("1", action_html="<p>Done.</p>"),),
    )
    assert Notice not in kinds(lay_out(made, "record"))


def test_practice_is_neither_rated_nor_counted_at_a_glance():
    practice = make_finding(
        "2",
        kind=record.Named("practice", "Promising or innovative practice"),
        is_due_an_answer=False,
    )
    green = make_finding("1", rating=record.Rating("green"))
    glance = only(Glance, lay_out(make_record(findings=(green, practice)), "record"))
    assert glance.findings == (green,)
    assert glance.words == "1 Green, none Amber, none Red"


@pytest.mark.parametrize(
    ("kind", "label", "ref", "short"),
    [
        ("recommendation", "3a", "3a", "3a"),
        ("recommendation", "", "4", "4"),
        ("afi", "1", "afi-1", "AFI 1"),
        ("afi", "AFI 1", "afi-1", "AFI 1"),
        ("cause_of_concern", "1", "coc-1", "COC 1"),
        ("cause_of_concern", "C1", "coc-c1", "C1"),
    ],
)
def test_two_kinds_with_one_number_are_told_apart_in_a_strip(kind, label, ref, short):
    assert short_label(kind, label, ref) == short


def test_what_the_report_says_of_its_source_stands_before_its_table():
    report = record.Report(
        **{name: getattr(REPORT, name) for name in ("title", "short_title", "slug", "kind")},
        inspectorate="HMICFRS",
        source_note="Addressees are our reading.",
    )
    blocks = lay_out(make_record(report=report, findings=(make_finding("1"),)), "record")
    place = kinds(blocks).index(FindingsTable)
    assert blocks[place - 1] == Notice("Addressees are our reading.")
