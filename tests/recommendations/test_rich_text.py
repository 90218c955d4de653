import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.rich_text import clean, to_plain


@pytest.mark.parametrize(
    ("dirty", "kept"),
    [
        ("<p onclick='x()'>Text</p>", "<p>Text</p>"),
        ("<script>alert(1)</script><p>Text</p>", "<p>Text</p>"),
        ("<p style='color:red'>Text</p>", "<p>Text</p>"),
        ("<b>Bold</b> and <i>slanted</i>", "<strong>Bold</strong> and <em>slanted</em>"),
        ("<h1>Top</h1><h5>Low</h5>", "<h3>Top</h3><h4>Low</h4>"),
        ("<p>A <span>word</span></p>", "<p>A word</p>"),
        ("<br><p></p>", ""),
        ("<p>&nbsp;</p>", ""),
    ],
)
def test_only_the_kept_marks_stay(dirty, kept):
    assert clean(dirty) == kept


@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_links_lead_only_to_pages_and_mail(scheme):
    assert scheme.split(":")[0] not in clean(f'<p><a href="{scheme}">Here</a></p>')
    assert 'href="https://a.example"' in clean('<p><a href="https://a.example">Here</a></p>')


def test_tables_and_numbered_lists_keep_what_they_need():
    table = '<table><tbody><tr><th scope="row">A</th><td colspan="2">B</td></tr></tbody></table>'
    assert clean(table) == table
    assert clean('<ol start="3"><li><p>C</p></li></ol>') == '<ol start="3"><li><p>C</p></li></ol>'


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


def test_text_that_looks_like_a_template_stays_text():
    text = "<p>#evil() {{ x }} &lt;b&gt;not bold&lt;/b&gt;</p>"
    assert clean(text) == text
    assert to_plain(text) == "#evil() {{ x }} <b>not bold</b>"


@pytest.mark.parametrize(
    "nothing",
    [
        "<ul><li><p></p></li></ul>",
        "<h3></h3>",
        "<p><strong> </strong></p>",
        "<table><tbody><tr><td></td></tr></tbody></table>",
        "<p>\u200b</p>",
        "<p>&nbsp;&shy;</p>",
    ],
)
def test_marks_without_any_words_are_nothing(nothing):
    assert clean(nothing) == ""


def test_to_plain_gives_a_line_for_each_paragraph_and_bullet():
    text = "<p>One <strong>two</strong></p><ul><li><p>Three</p></li><li>Four</li></ul>"
    assert to_plain(text).split("\n") == ["One two", "Three", "Four"]
