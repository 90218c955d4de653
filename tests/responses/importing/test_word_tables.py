"""The tables of a Word document: forms, answers to recommendations, and other tables."""

from responses.importing.elements import Answered, Bullet, Field, Heading, Paragraph, Table
from responses.importing.reading import understand
from responses.importing.rich import to_html
from responses.importing.word import read_word

from .word_files import bold, cell, control, p, row, run, table, word


def given(*rows):
    """What the table with those rows is taken for."""
    return [line.given or Paragraph(line.text) for line in read_word(word(table(*rows))).lines]


def answered(*rows):
    return [one for one in given(*rows) if isinstance(one, Answered)]


def test_two_columns_of_labels_and_values_are_a_form():
    body = cell(p("We agree:"), p("a van", item=(1, 0)), p("a dog", item=(1, 1)))
    fields = given(["Force:", "Borsetshire"], [cell(p(bold("Grade"))), ""], ["Summary", body])
    assert fields == [
        Field("Force", (Paragraph("Borsetshire"),)),
        Field("Grade", ()),
        Field("Summary", (Paragraph("We agree:"), Bullet("a van"), Bullet("a dog", 1))),
    ]


def test_a_form_of_two_tables_with_a_paragraph_between_keeps_everything():
    body = [
        p("Answer form", style="Title"),
        table(["Force", "Borsetshire"], ["Grade", "Good"]),
        p("Please answer in full."),
        table(["Inspectorate", "HMICFRS"]),
        p("Reply", style="H1"),
        p("We agree."),
    ]
    document = understand(read_word(word(*body)))
    assert [(field.label, field.words) for field in document.fields] == [
        *(("Force", "Borsetshire"), ("Grade", "Good"), ("", "Please answer in full.")),
        ("Inspectorate", "HMICFRS"),
    ]
    assert (document.title, document.is_form) == ("Answer form", True)
    assert document.sections[0].elements == (Paragraph("We agree."),)


def test_four_columns_with_colons_are_two_pairs_a_row():
    assert given(["Force:", "Borset", "Grade:", "Good"], ["Chief:", "Pat", "Mayor:", "Jo"]) == [
        Field("Force", (Paragraph("Borset"),)),
        Field("Grade", (Paragraph("Good"),)),
        Field("Chief", (Paragraph("Pat"),)),
        Field("Mayor", (Paragraph("Jo"),)),
    ]


def test_a_row_over_the_whole_form_is_a_heading():
    rows = [cell("Part one", across=2)], ["Force", "Borset"], ["Grade", "Good"]
    assert given(*rows)[0] == Heading("Part one", 1)


def test_values_in_content_controls_are_read_wherever_the_control_stands():
    rows = (
        ["Force", cell(control(p("Borset")))],
        ["Grade", control(cell("Good"))],
        ["Chief", cell(p(control(run("Pat"))))],
        ["Mayor", cell(control(p("Click here."), "<w:showingPlcHdr/>"))],
    )
    assert [(one.label, one.words) for one in given(*rows)] == [
        *(("Force", "Borset"), ("Grade", "Good"), ("Chief", "Pat"), ("Mayor", "")),
    ]


def test_columns_of_a_table_of_recommendations_are_found_by_their_headings():
    [one] = answered(
        ["Rec No", "Recommendation", "Force response", "RAG", "Owner", "Due date", "PCC comment"],
        ["3a", "Buy a van.", cell("Bought.", p("One van", item=(1, 0))), "Green", "Pat", "May 2027",
         "Thank you."],
    )  # fmt: skip
    assert one == Answered(
        "3a",
        (Paragraph("Buy a van."),),
        (Paragraph("Thank you."),),
        *("Green", "Pat", "May 2027"),
        rest=(Field("Force response", (Paragraph("Bought."), Bullet("One van"))),),
    )
    assert one.under == "PCC comment"


def test_the_order_of_columns_and_a_title_above_them_do_not_matter():
    found = given(
        [cell("Progress on farms", across=3)],
        ["Status", "Action", "Recommendation"],
        ["Met", "Bought.", "1. Buy a van."],
    )
    assert found[0] == Paragraph("Progress on farms")
    assert (found[1].status, found[1].said) == ("Met", (Paragraph("Bought."),))


def test_cells_merged_downwards_belong_to_one_recommendation():
    rows = (
        ["No", "Recommendation", "Response", "RAG"],
        [cell("1", down="restart"), cell("Buy vans.", down="restart"), "A van.", "Green"],
        [cell(down="continue"), cell(down="continue"), "A second van.", "Amber"],
        ["2", "Thank us.", "Thanks.", "Met"],
    )
    first, second = answered(*rows)
    assert first.said == (Paragraph("A van."), Paragraph("A second van."))
    assert (first.status, second.label) == ("Green; Amber", "2")


def test_any_other_table_stays_a_table_with_its_headings_and_merged_cells():
    rows = (
        row("Year", "Vans", "Dogs", head=True),
        ["2025", cell("Two of each", across=2)],
        [cell("2026", down="restart"), "3", "4"],
        [cell(down="continue"), "5", "6"],
    )
    [one] = given(*rows)
    assert isinstance(one, Table)
    assert to_html([one]) == (
        '<table><thead><tr><th scope="col">Year</th><th scope="col">Vans</th>'
        '<th scope="col">Dogs</th></tr></thead><tbody><tr><td>2025</td>'
        '<td colspan="2">Two of each</td></tr><tr><td rowspan="2">2026</td><td>3</td><td>4</td>'
        "</tr><tr><td>5</td><td>6</td></tr></tbody></table>"
    )


def test_two_columns_of_figures_are_no_form():
    under_headings = [row("Team", "Officers", head=True), ["Farms", "2"], ["Vans", "4"]]
    for rows in (under_headings, [["2025", "2"], ["2026", "4"]]):
        assert [type(one) for one in given(*rows)] == [Table]


def test_a_form_may_have_headings_too():
    rows = [row("Question", "Answer", head=True), ["What is done?", "We bought a van. " * 5]]
    assert [type(one) for one in given(*rows)] == [Field, Field]


def test_a_box_of_one_cell_is_its_paragraphs_and_a_table_in_a_cell_its_rows():
    inner = table(["Vans", "2"], ["Dogs", "3"])
    assert given([cell("In a box.", "Twice.")]) == [Paragraph("In a box."), Paragraph("Twice.")]
    assert given(["Force", cell("See:", inner)], ["Grade", "Good"])[0].value == (
        Paragraph("See:"),
        Paragraph("Vans – 2"),
        Paragraph("Dogs – 3"),
    )


def test_a_deleted_row_is_told():
    gone = row("Grade", "Good").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    source = read_word(word(table(["Force", "Borset"], gone)))
    assert [line.text for line in source.lines] == ["Force: Borset"]
    assert source.told == ("1 passage that a tracked change deletes: “Grade Good”",)


def test_leaked_mark_up_goes_from_a_cell_too():
    document = understand(read_word(word(table(["Summary", "<p>One.</p> <p>Two.</p>"]))))
    assert document.fields[0].value == (Paragraph("One."), Paragraph("Two."))
    assert document.leaked == ("<p>", "</p>", "<p>", "</p>")


def test_a_table_that_is_no_more_than_a_frame_around_others_is_none():
    inner = table(["No", "Recommendation", "Response"], ["1", "Mark vans", "We mark."])
    form = table(["Force", "Borset"], ["Grade", "Good"])
    found = given([cell(p("Our reply"), form)], [cell(inner, p("That is all."))])
    assert found == [
        Paragraph("Our reply"),
        Field("Force", (Paragraph("Borset"),)),
        Field("Grade", (Paragraph("Good"),)),
        Answered("1", (Paragraph("Mark vans"),), (Paragraph("We mark."),)),
        Paragraph("That is all."),
    ]
