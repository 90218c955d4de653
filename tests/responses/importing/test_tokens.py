"""Items that were run together into one line are taken apart by their rising numbers."""

from hypothesis import given
from hypothesis import strategies as st

from responses.importing.elements import Paragraph
from responses.importing.tokens import elements_of


def items(text):
    return [(item.label, item.text) for item in elements_of(text)]


def test_items_are_divided_at_their_numbers():
    assert items("1. Dig a pond 2. Fill it. 3. Watch it.") == [
        ("1", "Dig a pond"),
        ("2", "Fill it."),
        ("3", "Watch it."),
    ]


def test_a_number_at_the_end_of_a_sentence_is_no_mark():
    assert items("1. Keep to phase 7. Then stop. 2. Dig. 3. Fill.") == [
        ("1", "Keep to phase 7. Then stop."),
        ("2", "Dig."),
        ("3", "Fill."),
    ]


def test_a_smaller_number_at_the_end_of_a_sentence_is_no_mark():
    assert [label for label, _ in items("1. Dig. 2. Fill as in 1. Then go on. 3. Watch.")] == [
        *("1", "2", "3"),
    ]


def test_a_year_is_no_mark():
    assert items("1. Dig in 2026. Then rest. 2. Fill.")[0] == ("1", "Dig in 2026. Then rest.")


def test_labels_with_letters_parts_and_gaps_are_marks():
    text = "3. Dig 3a. Deeper 7) Fill 7.1. Again 10. Watch"
    assert [label for label, _ in items(text)] == ["3", "3a", "7", "7.1", "10"]


def test_text_that_does_not_begin_with_a_number_is_not_taken_apart():
    assert elements_of("We: 1. dig 2. fill") == (Paragraph("We: 1. dig 2. fill"),)


def test_an_item_with_a_letter_is_kept_as_it_is():
    assert items("(a) Dig a pond (b) Fill it.") == [("a", "Dig a pond (b) Fill it.")]


@given(st.lists(st.text(alphabet="abc ,-", min_size=1), min_size=1, max_size=25))
def test_no_item_and_no_word_is_lost(texts):
    texts = [" ".join(text.split()) or "a" for text in texts]
    run_on = " ".join(f"{number}. {text}" for number, text in enumerate(texts, 1))
    assert [text for _, text in items(run_on)] == texts
