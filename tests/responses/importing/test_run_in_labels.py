"""A paragraph that begins with the label of a recommendation begins the answer to it."""

import re

import pytest

from responses.importing.files import read
from responses.importing.labels import run_in
from responses.importing.reading import parse, understand

from .pdf_files import lines, pdf
from .placed import place
from .test_recognised import REGISTER, SUBJECTS, draft
from .word_files import LEVEL, NUMBERING, STYLES, bold, p, run, table, word

TITLE = p("Our reply", style="Title")


@pytest.mark.parametrize("label", [run("Recommendation 2:"), bold("Recommendation 2:")])
def test_an_answer_begins_inside_the_one_before_it(label):
    made = draft(TITLE, p("Answers", style="H1"), p("We read it."),
                 p("Recommendation 1", style="H2"), p("One answer."), p(label, run(" we accept.")),
                 p("Recommendation 3 is linked."), p("Status: Met"))  # fmt: skip
    two = "<p>we accept.</p><p>Recommendation 3 is linked.</p><p>Status: Met</p>"
    assert made.answers == {(1,): "<p>One answer.</p>", (2,): two}
    assert [(one.finding_id, one.rag) for one in made.ratings] == [(2, "green")]


@pytest.mark.parametrize("heading", [p("Answers", style="H1"), p(bold("Answers"))])
def test_answers_under_one_heading_are_taken_one_by_one(heading):
    said = [p(bold(f"Recommendation {n}:"), f" We accept {n}.") for n in SUBJECTS]
    made = draft(TITLE, heading, *said, p(bold("Next")), p("More."))
    assert made.answers == {(n,): f"<p>We accept {n}.</p>" for n in SUBJECTS}
    assert [(piece.label, piece.why) for piece in made.left_out] == [
        ("Answers", "its answers are taken one by one")
    ]
    assert [section.heading for section in made.sections] == ["Next"]


def test_what_stands_before_the_first_of_them_keeps_its_heading():
    made = draft(TITLE, p("Answers", style="H1"), p("We read it."), p("Recs 1 and 2: Marked."))
    assert made.answers == {(1, 2): "<p>Marked.</p>"}
    assert [(one.heading, one.body) for one in made.sections] == [("Answers", "<p>We read it.</p>")]


def test_the_wording_after_a_label_is_the_wording():
    asked = f"Recommendation 1: {SUBJECTS[1]}."
    made = draft(TITLE, p("Answers", style="H1"), p(asked), p(bold("Response")), p("Marked."))
    assert [(one.label, one.text) for one in made.wordings] == [
        ("Recommendation 1", f"<p>{SUBJECTS[1]}.</p>")
    ]
    assert made.answers == {(1,): "<p>Marked.</p>"}


def test_the_next_heading_ends_the_last_of_them():
    made = draft(TITLE, p("Answers", style="H1"), p("Recommendation 1: Marked."),
                 p("Vans", style="H2"), p("Two."), p("End", style="H1"), p("Good."))  # fmt: skip
    assert made.answers == {(1,): "<p>Marked.</p>"}
    assert [section.heading for section in made.sections] == ["Vans", "End"]


def test_a_label_of_no_recommendation_of_the_report_begins_nothing():
    made = draft(TITLE, p("Answers", style="H1"), p("Recommendation 99: Marked."), p("Yes."))
    assert (made.answers, made.sections[0].body) == (
        {},
        "<p>Recommendation 99: Marked.</p><p>Yes.</p>",
    )


def test_a_plain_text_is_read_the_same():
    text = "Our reply to it all\n\nRecommendation 1: Marked.\n\nRecommendation 2 – Named.\n"
    made = place(parse(text), REGISTER)
    assert (made.title, made.fields) == ("Our reply to it all", ())
    assert made.answers == {(1,): "<p>Marked.</p>", (2,): "<p>Named.</p>"}


def test_a_pdf_is_read_the_same():
    said = ("Recommendation 1: We marked", "all.", "", "Recommendation 2: We named", "one.")
    made = place(
        understand(read(pdf([*lines("Answers", size=16), *lines(*said, top=740)]))), REGISTER
    )
    assert made.answers == {(1,): "<p>We marked all.</p>", (2,): "<p>We named one.</p>"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Recommendation 2: we accept.", ("Recommendation 2", "we accept.")),
        ("**Recommendation 2:** We accept.", ("Recommendation 2", "We accept.")),
        ("**Recommendation 2**: We accept.", ("Recommendation 2", "We accept.")),
        ("**Recommendation 2**: **We** accept.", ("Recommendation 2", "**We** accept.")),
        ("**Recommendation 2: We** accept.", ("Recommendation 2", "**We** accept.")),
        ("Recommendation 2: **We** accept.", ("Recommendation 2", "**We** accept.")),
        ("Recommendation 2 of 16 – we accept.", ("Recommendation 2", "we accept.")),
        ("Rec. 3a - done", ("Rec. 3a", "done")),
        ("Recommendations 2-4: done", ("Recommendations 2-4", "done")),
        ("Recommendation 2 - 5 vans", ("Recommendation 2", "5 vans")),
        ("AFI 2: done", ("AFI 2", "done")),
        *((text, None) for text in (
            "Recommendation 2 is linked", "See recommendation 2: done", "Recommendation 2:",
            "Recommendation 2-based work", "Recommendation: done", "2: done",
        )),
    ],
)  # fmt: skip
def test_a_label_with_a_colon_or_a_dash_begins_a_paragraph(text, found):
    assert run_in(text) == found


LINES = ("Response: We marked all.", "Owner: Jo Fenwick.", "Status: Complete.")
BEGIN = f"Recommendation 1: {SUBJECTS[1]}."
IN_BOLD = [
    one for line in LINES for one in (" ", bold(f"{line.split(':')[0]}:"), line.split(":")[1])
]


@pytest.mark.parametrize(
    "content",
    [
        [" ".join((BEGIN, *LINES))],
        ["\n".join((BEGIN, *LINES))],
        [bold("Recommendation 1:"), f" {SUBJECTS[1]}.", *IN_BOLD],
    ],
)
def test_labels_in_the_midst_of_a_paragraph_part_it(content):
    made = draft(TITLE, p("Answers", style="H1"), p(*content))
    assert [one.text for one in made.wordings] == [f"<p>{SUBJECTS[1]}.</p>"]
    [said] = made.answers.values()
    assert re.sub("</?strong>", "", said) == "".join(f"<p>{line}</p>" for line in LINES)
    assert [(one.rag, one.owner) for one in made.ratings] == [("green", "Jo Fenwick")]


def test_a_number_alone_on_a_line_begins_its_answer():
    made = draft(TITLE, p("Answers", style="H1"), p("Recommendation 1: Marked."),
                 p("Recommendation 2\nNamed."), p("Recommendation 9"), p("None."))  # fmt: skip
    said = "<p>Named.</p><p>Recommendation 9</p><p>None.</p>"
    assert made.answers == {(1,): "<p>Marked.</p>", (2,): said}


def test_several_recommendations_in_one_paragraph_are_answered_one_by_one():
    one = "We read it. Recommendation 1: marked. Recommendation 2: see rule 7: named."
    made = draft(TITLE, p("Answers", style="H1"), p(one))
    assert made.answers == {(1,): "<p>marked.</p>", (2,): "<p>see rule 7: named.</p>"}
    assert [section.body for section in made.sections] == ["<p>We read it.</p>"]


THEIRS, OURS = "Chief Constable’s comments: They have it.", "PCC response: I do not."


def passages(made):
    return [note for note in made.to_check if "has a passage" in note]


@pytest.mark.parametrize("parts", [[f"{OURS} {THEIRS}"], [OURS, THEIRS], ["We do.", THEIRS]])
def test_a_label_that_gives_somebody_else_the_word_in_a_section_is_told(parts):
    [note] = passages(draft(TITLE, p("Answers", style="H1"), *map(p, parts), p("Yes.")))
    assert note.startswith("“Answers” has a passage that begins “Chief Constable’s comments:”")
    assert "local policing body's words" in note
    made = draft(TITLE, p("Chief Constable’s comments", style="H1"), *map(p, parts), p("Yes."))
    assert [("“PCC response:”" in note) for note in passages(made)] == [True] * (OURS in str(parts))


def test_a_label_that_gives_somebody_else_the_word_in_an_answer_is_told():
    said = [p(f"Recommendation {n}: {THEIRS} {OURS}") for n in (1, 2)]
    made = draft(TITLE, p("Answers", style="H1"), *said)
    assert made.answers[1,] == f"<p>{THEIRS}</p><p>{OURS}</p>"
    [note] = passages(made)
    assert "answer to Recommendation 1, Recommendation 2 has a passage" in note
    rows = [["No", "Recommendation", "Response"], ["1", SUBJECTS[1], f"{THEIRS} {OURS}"]]
    [note] = passages(draft(TITLE, p("Answers", style="H1"), table(*rows)))
    assert "answer to Recommendation 1 has a passage" in note


BY_WORD = (
    '<w:abstractNum w:abstractNumId="7">'
    + LEVEL.format(n=0, how="decimal", text="Recommendation %1:")
    + '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
)
H3 = '<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style>'


def drafted(*body):
    data = word(*body, numbering=NUMBERING + BY_WORD, styles=STYLES + H3)
    return place(understand(read(data)), REGISTER)


@pytest.mark.parametrize("style", ["", "H2", "H3"])
@pytest.mark.parametrize("is_worded", [True, False])
def test_a_label_that_word_itself_counts_begins_an_answer(style, is_worded):
    each = [(p(*[SUBJECTS[n]] * is_worded, style=style, item=(7, 0)), p(f"We {n}."))
            for n in (1, 2)]  # fmt: skip
    made = drafted(TITLE, p("Part A", style="H1"), p("Vans", style="H2"), *sum(each, ()))
    assert made.answers == {(1,): "<p>We 1.</p>", (2,): "<p>We 2.</p>"}
    wordings = [f"<p>{SUBJECTS[n]}</p>" for n in (1, 2)] if is_worded else []
    assert [one.text for one in made.wordings] == wordings


def test_an_item_without_words_counts_as_word_counts_it():
    made = drafted(p("Answers", style="H1"), p("One", item=(2, 0)), p("", item=(2, 0)),
                   p("Three", item=(2, 0)))  # fmt: skip
    assert made.sections[0].body == '<ol><li>One</li></ol><ol start="3"><li>Three</li></ol>'


def test_numbers_that_word_counts_in_a_column_of_their_own_are_labels():
    heads = ["No", "Recommendation", "Response"]
    rows = [[f"<w:tc>{p('', item=(2, 0))}</w:tc>", "", f"We {n}."] for n in (1, 2)]
    assert drafted(table(heads, *rows)).answers == {(1,): "<p>We 1.</p>", (2,): "<p>We 2.</p>"}


def test_headings_of_a_third_level_that_name_recommendations_are_answered():
    made = drafted(TITLE, p("Part A", style="H1"), p("Answers", style="H2"),
                   p("Recommendation 1", style="H3"), p("We 1."), p("Progress", style="H3"),
                   p("More."), p("Vans", style="H3"), p("Two."), p("End", style="H2"),
                   p("Deep", style="H3"), p("Yes."))  # fmt: skip
    assert made.answers == {(1,): "<p>We 1.</p><p><strong>Progress</strong></p><p>More.</p>"}
    assert [(one.heading, one.body) for one in made.sections] == [
        ("Part A", ""), ("Answers", ""), ("Vans", "<p>Two.</p>"),
        ("End", "<h4>Deep</h4><p>Yes.</p>"),
    ]  # fmt: skip


def items(*with_reply):
    return [one for n, words in SUBJECTS.items()
            for one in (p(words, item=(2, 0)), *[p(f"We {n}.")] * (n in with_reply))]  # fmt: skip


def test_items_that_print_a_recommendation_each_over_its_answer_are_answered():
    made = drafted(TITLE, p("Answers", style="H1"), *items(*SUBJECTS))
    assert made.answers == {(n,): f"<p>We {n}.</p>" for n in SUBJECTS}
    assert [one.text for one in made.wordings] == [f"<p>{words}</p>" for words in SUBJECTS.values()]


@pytest.mark.parametrize("with_reply", [(), (4,), (1, 2, 4)])
def test_a_list_of_recommendations_is_one_whatever_follows_it(with_reply):
    made = drafted(TITLE, p("Answers", style="H1"), *items(*with_reply), p("We agree."))
    assert made.answers == {}
    assert all(words in made.sections[0].body for words in SUBJECTS.values())


def test_a_recommendation_that_is_answered_in_two_places_is_told():
    parts = [(p(name, style="H1"), p("Recommendation 1", style="H2"), p(f"We {name}."))
             for name in ("Vans", "Dogs")]  # fmt: skip
    made = drafted(TITLE, *sum(parts, ()))
    assert made.answers == {(1,): "<p>We Vans.</p><p>We Dogs.</p>"}
    assert any("Recommendation 1 is answered in more than one place" in n for n in made.to_check)
    made = drafted(TITLE, *parts[0], p("Progress", style="H2"), p("Half."))
    assert not any("more than one place" in note for note in made.to_check)


def test_the_report_s_words_with_nothing_below_them_are_the_wording_and_no_answer():
    made = drafted(TITLE, p("Recommendation 1", style="H1"), p(f"{SUBJECTS[1]}."))
    assert (made.answers, [one.text for one in made.wordings]) == ({}, [f"<p>{SUBJECTS[1]}.</p>"])
    said = f"We {SUBJECTS[1].lower()}, and all of the dogs."
    made = drafted(TITLE, p("Recommendation 1", style="H1"), p(said))
    assert made.answers == {(1,): f"<p>{said}</p>"}


def test_somebody_s_words_beside_such_a_paragraph_are_told():
    text = "Our reply\n\nWe write.\n\nRecommendation 1\nMarked.\n\nForce response:\nWe did.\n"
    made = place(parse(f"{text}\nVans\n\nTwo are ours.\n\nRecommendation 2\nNamed.\n"), REGISTER)
    assert any("“Force response:” stands beside Recommendation 1" in n for n in made.to_check)


def test_a_label_in_bold_before_a_sentence_begins_an_answer():
    one, two = bold("Recommendation 1"), bold("Recommendation 2")
    body = [(one, f" {SUBJECTS[1]}"), (bold("Force:"), " They did."), (bold("PCC:"), " I do.")]
    made = drafted(TITLE, *(p(*content) for content in (*body, (two, " is linked to it."))))
    said = [f"<p><strong>{who}:</strong> {what}.</p>"
            for who, what in (("Force", "They did"), ("PCC", "I do"))]  # fmt: skip
    linked = "<p><strong>Recommendation 2</strong> is linked to it.</p>"
    assert made.answers == {(1,): "".join((*said, linked))}
    [note] = passages(made)
    assert "begins “Force:”" in note


@pytest.mark.parametrize("who", ["Force", "Borset Police", "Police", "The Constabulary", "DCC"])
def test_the_name_of_a_force_before_a_colon_or_over_a_column_is_told(who):
    [note] = passages(drafted(TITLE, p("Answers", style="H1"), p(f"{who}: They did. PCC: So so.")))
    assert f"begins “{who}:”" in note
    rows = [["Recommendation", who, "Commissioner"], [f"1. {SUBJECTS[1]}", "They do.", "I do so."]]
    made = drafted(TITLE, p("Answers", style="H1"), table(*rows))
    assert made.answers == {(1,): f"<p>I do so.</p><p><strong>{who}</strong></p><p>They do.</p>"}


def test_several_that_are_answered_in_two_places_are_told_in_one_sentence():
    each = [p(f"Recommendation {n}", style="H1") + p(f"We agree with {n}.") for n in (1, 2, 1, 2)]
    [told] = [note for note in draft(TITLE, *each).to_check if "more than one place" in note]
    assert "Recommendation 1; Recommendation 2." in told
