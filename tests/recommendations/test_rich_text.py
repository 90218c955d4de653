import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.rich_text import clean, to_plain

BARE = {
    *("p", "h3", "h4", "ul", "li", "strong", "em", "br"),
    *("table", "caption", "thead", "tbody", "tr"),
}
KEPT = {
    "a": {"href", "rel"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
} | {tag: set() for tag in BARE}
TAGS = [
    *sorted(KEPT),
    *("b", "i", "h1", "h2", "h6", "div", "span", "font", "blockquote"),
    *("script", "style", "svg", "math", "mi", "title", "template", "select", "iframe", "form"),
    *("img", "xmp", "button", "o:p", "x-y"),
]
ADDRESSES = [
    *("https://a.example/?b=<b>", "/here", "#there", "mailto:a@b.example", "tel:999", "http://["),
    *("javascript:x", " javascript:x", "java\nscript:x", "JAVASCRIPT:x", "data:text/html,x"),
    *("vbscript:x", "file:///c:/x", "blob:x", "\x01javascript:x", "javascript&colon;x"),
]
ATTRIBUTES = [
    *(" onclick='x()'", ' style="color:red"', " class=Mso", " id=x", " target=_blank", " start=3"),
    *(" scope=row", " colspan=2", " src=x onerror=x", "/onload=x", " href", " rel=opener"),
    *(f' href="{address}"' for address in ADDRESSES),
]
WORDS = ["words", " ", "&nbsp;", "&lt;b&gt;", "<", "<!--", "-->", "<![CDATA[", "]]>", "'", '"']
openings = st.builds(
    "<{}{}{}>".format,
    st.sampled_from(TAGS),
    st.sampled_from(["", *ATTRIBUTES]),
    st.sampled_from(["", *ATTRIBUTES]),
)
closings = st.sampled_from(TAGS).map("</{}>".format)
markup = st.lists(openings | closings | st.sampled_from(WORDS), max_size=25).map("".join)


class Parts(HTMLParser):
    """Collects what a text is made of: (tag, name, value), and (tag, None, None) of each tag."""

    def __init__(self, text):
        super().__init__()
        self.parts = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.parts += [(tag, None, None), *((tag, name, value) for name, value in attrs)]

    def handle_comment(self, data):
        raise AssertionError(f"A comment: {data}")

    handle_decl = handle_pi = unknown_decl = handle_comment


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
    assert clean(f'<p><a href="{scheme}">Here</a> or <a>there</a></p>') == "<p>Here or there</p>"
    assert 'href="https://a.example"' in clean('<p><a href="https://a.example">Here</a></p>')


def test_tables_and_numbered_lists_keep_what_they_need():
    table = '<table><tbody><tr><th scope="row">A</th><td colspan="2">B</td></tr></tbody></table>'
    assert clean(table) == table
    assert clean('<ol start="3"><li><p>C</p></li></ol>') == '<ol start="3"><li><p>C</p></li></ol>'


@given(st.text() | markup)
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "moved",
    [
        "<h3>One<svg><h4>Two",
        "<p>One<button><h3>Two",
        "<h4>One<blockquote><table><h3>Two",
        "\ufeff\ufeffWords",
    ],
)
def test_what_a_browser_would_move_is_moved_at_once(moved):
    assert clean(clean(moved)) == clean(moved)


@given(markup)
def test_nothing_stays_but_the_kept_tags_attributes_and_addresses(text):
    for tag, name, value in Parts(clean(text)).parts:
        assert tag in KEPT
        assert name is None or name in KEPT[tag]
        assert name != "rel" or value == "noopener"
        if name == "href":
            scheme = re.match(r"[\x00-\x20]*([^/?#:]*):", value or "")
            assert not scheme or scheme[1].lower() in ("http", "https", "mailto", "tel")


def test_what_was_never_there_to_read_goes_with_its_words():
    text = "<title>Draft</title><style>p{}</style><iframe>No frames</iframe><p>Words</p>"
    assert clean(text) == "<p>Words</p>"


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
