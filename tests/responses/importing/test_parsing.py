"""Lines are told apart by their shape and their place."""

import pytest

from responses.importing.elements import Bullet, Numbered, Paragraph
from responses.importing.reading import ImportRefusedError, parse

BODY = "\n\nReply\n\nWe agree with the report."


def headings(text):
    return [(section.level, section.heading) for section in parse(text).sections]


def elements(text):
    return [element for section in parse(text).sections for element in section.elements]


def test_labelled_values_are_fields_in_order_and_empty_ones_are_kept():
    fields = parse(
        "Return on ponds\n\nForce\tBorchester\nGrade\t\nVersion 3\nDate: May 2026" + BODY
    ).fields
    assert [(field.label, field.words) for field in fields] == [
        ("Force", "Borchester"),
        ("Grade", ""),
        ("Version", "3"),
        ("Date", "May 2026"),
    ]


def test_paragraphs_inside_a_value_are_kept_apart():
    (field, _) = parse("Summary\t<p>One.</p> <p>Two.</p>\nGrade\tGood" + BODY).fields
    assert field.value == (Paragraph("One."), Paragraph("Two."))


def test_lines_below_a_label_belong_to_its_value():
    text = "Summary\tOne.\nTwo, without a blank line.\n\nThree, after one.\n\nGrade\tGood" + BODY
    summary, _ = parse(text).fields
    assert [element.text for element in summary.value] == [
        "One.",
        "Two, without a blank line.",
        "Three, after one.",
    ]


def test_a_list_below_an_empty_label_is_its_value():
    text = "Force\tBorchester\nRecommendations\t\n\n1. Dig.\n\n2. Fill.\n\nReply\n\nWe agree."
    assert parse(text).fields[1].value == (Numbered("1.", "Dig."), Numbered("2.", "Fill."))
    assert headings(text) == [(1, "Reply")]


def test_a_line_without_a_label_among_labels_keeps_its_place():
    text = "Our answer on ponds\n\n[The report](https://example.org/r)\n\nDate: May 2026" + BODY
    assert [field.label for field in parse(text).fields] == ["", "Date"]
    assert parse(text).title == "Our answer on ponds"


def test_a_label_after_the_narrative_began_is_text():
    text = "Force\tBorchester\nGrade\tGood" + BODY + "\n\nSigned\tPat Marlowe"
    assert len(parse(text).fields) == 2
    assert elements(text)[-1] == Paragraph("Signed: Pat Marlowe")


def test_tabs_after_bullets_and_numbers_are_no_labels():
    text = "Reply\n\nWe will:\n\n•\tdig\n•\tfill\n\n1.\tFirst.\n2.\tSecond."
    assert parse(text).fields == ()
    assert [type(element) for element in elements(text)[1:]] == [Bullet, Bullet, Numbered, Numbered]


def test_a_short_line_over_text_is_a_heading():
    assert headings("Reply\n\nWe agree.\n\nWhat next?\n\n- A van") == [
        (1, "Reply"),
        (1, "What next?"),
    ]


@pytest.mark.parametrize(
    "line",
    ["We agree.", "Vans, dogs and more;", "and so on", "Dear Home Secretary", "3 June 2026",
     "www.borchester.example", "A " + "very " * 30 + "long line"],
)  # fmt: skip
def test_other_short_lines_are_text(line):
    assert headings(f"Reply\n\nWe agree.\n\n{line}\n\nText follows.") == [(1, "Reply")]


def test_a_short_answer_between_headings_is_text():
    text = (
        "Reply\n\nWe agree.\n\nRemarks of the force\n\nNo comment\n\nRemarks of the board\n\nFine."
    )
    assert headings(text) == [
        (1, "Reply"),
        (1, "Remarks of the force"),
        (1, "Remarks of the board"),
    ]
    assert Paragraph("No comment") in elements(text)


def test_lines_of_an_address_are_no_headings():
    text = "Reply\n\nWe agree.\n\nThe Mill\nLong Lane\nBorchester\n\nText follows."
    assert headings(text) == [(1, "Reply")]


def test_numbered_headings_over_text_are_themes():
    text = "Reply\n\nWe agree.\n\n1. Vans:\n\nThere are two.\n\n2. Dogs\n\n- One dog"
    assert headings(text) == [(1, "Reply"), (2, "1. Vans:"), (2, "2. Dogs")]


def test_numbered_lines_in_a_row_are_a_list():
    text = "Reply\n\nWe will:\n\n1. Dig\n\n2. Fill\n\n3. Watch\n\nThat is all."
    assert headings(text) == [(1, "Reply")]
    assert [element.mark for element in elements(text) if isinstance(element, Numbered)] == [
        "1.",
        "2.",
        "3.",
    ]


def test_a_list_inside_a_theme_leaves_the_theme_a_heading():
    items = "1. Buy it.\n\n2. Wash it.\n\n3. Park it."
    text = f"Reply\n\nWe agree.\n\n2. Vans\n\n{items}\n\n3. Dogs\n\nOne dog."
    assert headings(text) == [(1, "Reply"), (2, "2. Vans"), (2, "3. Dogs")]


def test_marks_of_headings_are_understood_and_left_out():
    text = "# Answer on ponds\n\n## Reply\n\nWe agree.\n\n### Vans\n\nTwo.\n\n**Dogs**\n\nOne."
    assert headings(text) == [(1, "Reply"), (2, "Vans"), (1, "Dogs")]
    assert parse(text).title == "Answer on ponds"


def test_a_lead_in_to_a_list_is_no_heading():
    assert headings("Reply\n\nWe agree.\n\nWe will:\n\n- Dig") == [(1, "Reply")]
    assert headings("Reply\n\nWe agree.\n\nConclusion:\n\nAll is well.") == [
        (1, "Reply"),
        (1, "Conclusion:"),
    ]


def test_text_before_the_first_heading_is_kept():
    assert headings("An answer on ponds and vans\n\nWe thank all.\n\nReply\n\nWe agree.")[0] == (
        1,
        "",
    )


def test_several_signatories_are_read_with_their_offices():
    text = (
        "Reply\n\nWe agree.\n\nYours sincerely\n\nPat Marlowe\nMayor of Borchester\n"
        "www.borchester.example\n\nDr Robin O’Dell-Ash\nChief Constable\nBorchester Police"
    )
    assert [(s.name, s.title, s.website) for s in parse(text).signers] == [
        ("Pat Marlowe", "Mayor of Borchester", "www.borchester.example"),
        ("Dr Robin O’Dell-Ash", "Chief Constable Borchester Police", ""),
    ]
    assert elements(text)[-1] == Paragraph("Yours sincerely")


def test_name_and_office_on_one_line_sign_too():
    (signer,) = parse("Reply\n\nWe agree.\n\nPat Marlowe, Deputy Mayor for Policing").signers
    assert (signer.name, signer.title) == ("Pat Marlowe", "Deputy Mayor for Policing")


@pytest.mark.parametrize("end", ["Pat Marlowe", "Pat Marlowe\nMayor\nWe are in the square."])
def test_an_end_that_is_not_wholly_a_sign_off_stays_text(end):
    text = f"Reply\n\nWe agree.\n\n{end}"
    assert parse(text).signers == ()
    assert [element.text for element in elements(text)][1:] == end.split("\n")


def test_ruled_lines_are_left_out_and_counted():
    assert parse("Reply\n\n-----\n\nWe agree.\n\n* * *").ruled == ("-----", "* * *")


@pytest.mark.parametrize(
    "text",
    ["A line", "a,b,c\n1,2,3\n", '{"a": 1,\n "b": 2}', "Pat\nRobin\nJo\n"],
)
def test_a_text_without_any_shape_is_refused(text):
    with pytest.raises(ImportRefusedError, match="nothing to take from it"):
        parse(text)


def test_paragraphs_without_any_heading_are_one_section():
    document = parse("Title of it all\n\nA paragraph.\n\nAnother one.")
    [section] = document.sections
    assert (document.title, section.heading) == ("Title of it all", "")
    assert [element.text for element in section.elements] == ["A paragraph.", "Another one."]
