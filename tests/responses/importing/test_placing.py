"""Each part of a document goes where its label, its heading or its number says."""

import pytest

from recommendations.partial_dates import parse as date
from responses.importing.matching import ReportFinding
from responses.importing.proposing import Register
from responses.importing.reading import parse
from responses.importing.vocabulary import author, field_kind, section_kind

from .placed import place

FINDINGS = (
    ReportFinding(11, "1", "Forces should dig ponds."),
    ReportFinding(12, "2", "Forces should fill ponds."),
    ReportFinding(13, "3a", "Forces should watch ponds."),
)
REGISTER = Register("Borchester Police", "Ponds and the police", date("3 February 2026"), FINDINGS)


def draft(text, register=REGISTER, **changes):
    return place(parse(text), Register(**(vars(register) | changes)))


def form(*rows):
    return "\n".join(["Force\tBorchester", *rows]) + "\n\nReply\n\nWe agree."


@pytest.mark.parametrize(
    ("label", "has_date", "kind"),
    [
        ("Version", False, "version"),
        ("Force", False, "force"),
        ("Name of force", False, "force"),
        ("Police, Fire and Crime Commissioner", False, "body"),
        ("Mayor", False, "body"),
        ("Chief Officer", False, "chief_officer"),
        ("Inspectorate", False, "inspectorate"),
        ("Title", False, "report_title"),
        ("Name of report", False, "report_title"),
        ("Date published", False, "report_date"),
        ("Report", True, "report_date"),
        ("Response", True, "response_date"),
        ("Date of reply", False, "response_date"),
        ("Date", True, "response_date"),
        ("Due", True, "other"),
        ("Response", False, "other"),
        ("Summary of report", False, "summary"),
        ("Overall grade", False, "grade"),
        ("Recommendations", False, "recommendations"),
        ("Mascot", False, "other"),
    ],
)
def test_a_label_tells_the_kind_of_its_field(label, has_date, kind):
    assert field_kind(label, has_date) == kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Foreword", "introduction"),
        ("Our strengths", "positive"),
        ("Room for improvement", "development"),
        ("Scrutiny this year", "oversight"),
        ("Mayor's reply", "response"),
        ("Ponds", "other"),
    ],
)
def test_a_heading_tells_the_kind_of_its_section(heading, kind):
    assert section_kind(heading) == kind


@pytest.mark.parametrize(
    ("heading", "voice"),
    [
        ("Acting Chief Constable's reply", "chief_officer"),
        ("CC reply", "chief_officer"),
        ("Mayor's remarks", "commissioner"),
        ("PCC remarks", "commissioner"),
        ("The Mayor's remarks on the Chief Constable's reply", "commissioner"),
        ("Remarks to the Chief Constable", None),
        ("Force action", "chief_officer"),
        ("Update from Borset Police", "chief_officer"),
        ("Borset Police and Crime Commissioner's reply", "commissioner"),
        ("Chief Executive's remarks", None),
        ("Ponds", None),
    ],
)
def test_a_heading_names_its_author(heading, voice):
    assert author(heading) == voice


def test_a_chief_officer_speaks_until_the_next_heading_of_their_level():
    text = (
        "Mayor's view of it\n\nFine.\n\nChief Constable's reply\n\nWe dig.\n\n1. Vans\n\nTwo.\n\n"
        "More on dogs here\n\nOne.\n\nMayor's last word here\n\nThanks."
    )
    voices = [(section.heading, section.voice) for section in draft("Ponds\n\n" + text).sections]
    assert voices == [
        ("Mayor's view of it", "commissioner"),
        ("Chief Constable's reply", "chief_officer"),
        ("1. Vans", "chief_officer"),
        ("More on dogs here", "commissioner"),
        ("Mayor's last word here", "commissioner"),
    ]


def test_in_london_the_commissioner_is_the_chief_officer():
    assert author("Commissioner's reply", chief_is_commissioner=True) == "chief_officer"
    assert author("Mayor's reply", chief_is_commissioner=True) == "commissioner"


def test_a_form_is_a_record_and_a_narrative_a_statement():
    assert draft(form("Grade\tGood")).layout == "record"
    assert draft("Reply\n\nWe agree.").layout == "statement"


def test_a_theme_before_any_section_is_a_section():
    sections = draft("Answer on ponds and vans\n\n1. Vans\n\nTwo.\n\n2. Dogs\n\nOne.").sections
    assert [(section.level, section.kind) for section in sections] == [(1, "theme"), (2, "theme")]


def test_printed_recommendations_are_matched_by_number_and_not_kept_twice():
    made = draft(form("Recommendations\t2. Fill ponds with care. 3a) Watch the ponds."))
    assert [(w.finding_id, w.label, w.text) for w in made.wordings] == [
        (12, "2", "<p>Fill ponds with care.</p>"),
        (13, "3a", "<p>Watch the ponds.</p>"),
    ]
    assert (made.fields[1].kind, made.fields[1].value) == ("recommendations", "")
    assert "The document does not print these recommendations: 1." in made.to_check


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ("9. Watch ponds.", "no finding with this number"),
        ("2. Buy helicopters.", "speaks of something else"),
        ("1. Dig ponds. 1. Dig more ponds.", "twice"),
    ],
)
def test_what_matches_no_recommendation_is_kept_in_a_section_of_its_own(item, why):
    made = draft(form("Recommendations\t", *re_lines(item)))
    unplaced = made.sections[-1]
    assert unplaced.kind == "unplaced"
    assert item.split(". ")[-1] in unplaced.body
    assert why in made.unplaced[0]


def re_lines(item):
    return item.replace(". 1. ", ".\n1. ").split("\n")


def test_of_two_findings_with_one_number_the_one_of_like_words_is_meant():
    findings = (
        ReportFinding(1, "1", "Forces should sweep barns.", is_recommendation=False),
        ReportFinding(2, "1", "Forces should dig ponds."),
    )
    made = draft(form("Recommendations\t1. Sweep all barns."), findings=findings)
    assert [wording.finding_id for wording in made.wordings] == [1]


def test_recommendations_without_numbers_stay_in_their_field():
    made = draft(form("Recommendations\tDig ponds, and fill them."))
    assert made.fields[1].value == "<p>Dig ponds, and fill them.</p>"
    assert made.wordings == ()


@pytest.mark.parametrize(
    ("rows", "day", "phrase"),
    [
        (["Date of response\t29 May 2026"], "2026-05-29", ""),
        (["Response\tMay 2026"], "2026-05", "May 2026"),
        (["Published\tMay 2026"], "", ""),
        (["Date of response\tsoon"], "", ""),
    ],
)
def test_the_day_of_the_response_comes_from_its_labelled_date(rows, day, phrase):
    made = draft(form(*rows))
    assert (made.published_on.iso, made.published_on.phrase) == (day, phrase)


def test_a_labelled_date_at_the_end_counts_too():
    assert draft("Reply\n\nWe agree.\n\nDate: 29 May 2026").published_on.iso == "2026-05-29"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Date published\t4 February 2026", "the register 3 February 2026; the register's is kept"),
        ("Date published\tlast week", "could not be read"),
        ("Date published\t", "“Date published” has no value"),
        ("Title\tSheep in winter", "is it “Ponds and the police”?"),
        ("Force area\tFelpersham", "is it Borchester Police?"),
    ],
)
def test_where_document_and_register_differ_a_person_is_told(row, said):
    assert any(said in note for note in draft(form(row)).to_check)


@pytest.mark.parametrize("row", ["Date published\t03.02.26", "Date published\tFebruary 2026"])
def test_where_they_agree_nothing_is_said(row):
    assert draft(form(row)).to_check == ()


def test_a_report_without_a_date_in_the_register_is_told_the_documents():
    notes = draft(form("Date published\t3 May 2026"), report_date=date("")).to_check
    assert notes == ("The document dates the report 3 May 2026; the register has no date for it.",)
