"""What stands under labels such as "Response", below the heading of a recommendation."""

import pytest

from responses.importing.reading import parse
from responses.importing.vocabulary import heads_answer

from .placed import place
from .test_recognised import REGISTER, SUBJECTS, draft
from .word_files import bold, p

STANDING = "<p>Status: In progress</p><p>Owner: ACC Smith</p>"
ACCEPTED = f"<p>We accept it.</p>{STANDING}"


def heading(words, level):
    return p(words, more=f'<w:outlineLvl w:val="{level - 1}"/>') if level else p(bold(words))


def answer(number, level=0, label="Response"):
    """Paragraphs that answer a recommendation; `level` is that of its heading, 0 in bold."""
    head = heading(f"Recommendation {number}", level)
    said = (p("We accept it."), p("Status: In progress"), p("Owner: ACC Smith"))
    return [head, p(bold(label)), *said]


def standings(made):
    return [(one.finding_id, one.rag, one.owner) for one in made.ratings]


def test_bold_labels_belong_to_the_bold_recommendation_above_them():
    made = draft(*answer(1), *answer(2), *answer(3))
    assert (made.title, made.sections, made.left_out) == ("", (), ())
    assert made.answers == {(number,): ACCEPTED for number in (1, 2, 3)}
    assert standings(made) == [(number, "amber", "ACC Smith") for number in (1, 2, 3)]


@pytest.mark.parametrize("level", [0, 1, 2])
def test_what_is_around_the_answers_stays_around_them(level):
    before, after = heading("Introduction", min(level, 1)), heading("Conclusion", min(level, 1))
    made = draft(p("Our reply", style="Title"), before, p("We read it."), *answer(1, level),
                 *answer(2, level), after, p("Good."))  # fmt: skip
    assert [section.heading for section in made.sections] == ["Introduction", "Conclusion"]
    assert made.answers == {(1,): ACCEPTED, (2,): ACCEPTED}
    assert standings(made) == [(1, "amber", "ACC Smith"), (2, "amber", "ACC Smith")]


def test_a_plain_text_is_read_the_same():
    one = "Recommendation {}\n\nResponse\n\nWe accept it.\n\nStatus: In progress\n\n"
    text = "Our reply to it all\n\n" + "".join(map(one.format, (1, 2)))
    made = place(parse(text), REGISTER)
    accepted = "<p>We accept it.</p><p>Status: In progress</p>"
    assert made.answers == {(1,): accepted, (2,): accepted}
    assert standings(made) == [(1, "amber", ""), (2, "amber", "")]


def test_a_label_that_says_more_than_response_stays_over_its_text():
    made = draft(*answer(1, label="Commissioner's response"), p(bold("Update")), p("Done."))
    assert made.answers == {
        (1,): f"<p><strong>Commissioner's response</strong></p>{ACCEPTED}"
        "<p><strong>Update</strong></p><p>Done.</p>"
    }


@pytest.mark.parametrize(
    ("label", "value", "rating"),
    [("Status", "Met", ("green", "")), ("Owner:", "Pat", ("", "Pat")), ("Status", "x " * 40, None)],
)
def test_a_few_words_under_a_label_of_the_standing_are_proposed(label, value, rating):
    made = draft(p(bold("Recommendation 1")), p("Marked."), p(bold(label)), p(value))
    assert [(one.rag, one.owner) for one in made.ratings] == ([rating] if rating else [])
    assert value.strip() in made.answers[1,]


def test_a_bold_line_of_the_standing_is_no_heading():
    made = draft(p(bold("Recommendation 1")), p(bold("Response")), p("Marked."),
                 p(bold("Status: Met")), p("Since May."))  # fmt: skip
    assert made.answers == {
        (1,): "<p>Marked.</p><p><strong>Status: Met</strong></p><p>Since May.</p>"
    }
    assert standings(made) == [(1, "green", "")]


def test_a_label_over_nothing_is_told():
    made = draft(p(bold("Recommendation 1")), p(bold("Response")), *answer(2))
    assert made.answers.keys() == {(2,)}
    assert [piece.label for piece in made.left_out] == ["Recommendation 1: Response"]


@pytest.mark.parametrize("level", [1, 2])
def test_the_chapter_after_the_last_answer_is_no_part_of_it(level):
    body = [heading("Recommendation 1", level), p("Marked."), heading("Recommendation 2", level),
            p("Named."), heading("Chief Constable's comments", level), p("We did.")]  # fmt: skip
    made = draft(p("Reply", style="Title"), heading("Answers", 1), p("These."), *body)
    assert made.answers == {(1,): "<p>Marked.</p>", (2,): "<p>Named.</p>"}
    assert (made.sections[-1].heading, made.sections[-1].voice) == (
        "Chief Constable's comments",
        "chief_officer",
    )


@pytest.mark.parametrize("label", ["Response", "Chief Constable's response", "Response:"])
def test_the_wording_before_the_reply_is_the_wording(label):
    asked = [p(f"{SUBJECTS[1]} of farms."), p("This is to be done by June.")]
    made = draft(heading("Recommendation 1 of 16", 2), *asked, p("Status: Met"),
                 p(bold(label)), p("Marked."))  # fmt: skip
    [wording] = made.wordings
    assert (wording.label, wording.text) == (
        "Recommendation 1",
        f"<p>{SUBJECTS[1]} of farms.</p><p>This is to be done by June.</p>",
    )
    assert made.answers[1,].startswith("<p>Status: Met</p>")
    assert made.answers[1,].endswith("<p>Marked.</p>")
    assert standings(made) == [(1, "green", "")]


def test_words_before_the_reply_that_are_not_the_reports_are_of_the_answer():
    made = draft(heading("Recommendation 1", 2), p("We agree."), p(bold("Response")), p("Marked."))
    assert (made.wordings, made.answers) == ((), {(1,): "<p>We agree.</p><p>Marked.</p>"})


@pytest.mark.parametrize("count", ["of 16", "(of 16)", "of 16:"])
def test_how_many_there_are_is_no_text(count):
    made = draft(heading(f"Recommendation 1 {count}", 1), p("Marked."))
    assert made.answers == {(1,): "<p>Marked.</p>"}


@pytest.mark.parametrize(
    ("words", "is_label"),
    [
        *((words, True) for words in (
            "Response", "Our response:", "Commissioner's response", "Action taken", "Progress",
            "Police and Crime Commissioner’s response to this recommendation", "Force update",
            "Chief Constable's comments on recommendation 3", "Progress to date", "Actions",
        )),
        *((words, False) for words in (
            "Response times", "Emergency response", "Progress on vans", "Our view of the response",
            "Commissioner's response to the report", "Conclusion", "Action for Children",
        )),
    ],
)  # fmt: skip
def test_a_label_says_no_more_than_that_an_answer_follows(words, is_label):
    assert heads_answer(words) == is_label
