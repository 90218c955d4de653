"""Tags that leaked are left out; what they mean is kept."""

import pytest

from responses.importing.markup import without_tags


def test_text_without_tags_is_as_it_was():
    assert without_tags("Fewer than <5 vans & dogs > none") == (
        ("Fewer than <5 vans & dogs > none",),
        (),
    )


def test_paragraph_tags_divide_paragraphs():
    pieces, tags = without_tags("<p>One.</p> <p>Two.</p>")
    assert pieces == ("One.", "Two.")
    assert tags == ("<p>", "</p>", "<p>", "</p>")


def test_text_outside_of_the_tags_is_kept():
    assert without_tags("Before <p>One.</p> after")[0] == ("Before", "One.", "after")


def test_an_opening_tag_with_a_style_is_left_out():
    pieces, tags = without_tags('<ol style="list-style-type: none"> 1. Dig 2. Fill')
    assert pieces == ("1. Dig 2. Fill",)
    assert tags == ('<ol style="list-style-type: none">',)


@pytest.mark.parametrize(("tag", "marks"), [("ul", ("- ", "- ")), ("ol", ("1. ", "2. "))])
def test_items_get_the_mark_of_their_list(tag, marks):
    pieces, _ = without_tags(f"<{tag}><li>Dig</li><li>Fill</li></{tag}>")
    assert pieces == (f"{marks[0]}Dig", f"{marks[1]}Fill")


def test_bold_tags_become_marks_of_bold():
    assert without_tags("<strong>Vans</strong> and <b>dogs</b>")[0] == ("**Vans** and **dogs**",)


def test_entities_become_characters():
    assert without_tags("Sheep &amp; goats&nbsp;&#8217; R&D")[0] == ("Sheep & goats\xa0’ R&D",)


def test_a_tag_without_words_leaves_nothing():
    assert without_tags("<p></p>") == ((), ("<p>", "</p>"))
