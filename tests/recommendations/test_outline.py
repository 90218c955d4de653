"""Headings of a text that is saved make an outline without a gap."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.rich_text import clean, to_plain

TAGS = ["<h1>a</h1>", "<h3>b</h3>", "<h4>c</h4>", "<h6>d</h6>", "<h4> </h4>", "<p>e</p>"]
WITHIN = ["<ul><li>{}</li></ul>", "<table><tr><th>{}</th><td>f</td></tr></table>", "{}"]
pieces = st.builds(
    lambda frame, tag: frame.format(tag), st.sampled_from(WITHIN), st.sampled_from(TAGS)
)


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("<h4>A</h4><p>x</p>", "<h3>A</h3><p>x</p>"),
        ("<h4>A</h4><h4>B</h4>", "<h3>A</h3><h4>B</h4>"),
        ("<h3>A</h3><h4>B</h4><h3>C</h3>", "<h3>A</h3><h4>B</h4><h3>C</h3>"),
        ("<h5>A</h5><h2>B</h2><h5>C</h5>", "<h3>A</h3><h3>B</h3><h4>C</h4>"),
        ("<p>x</p><h3> <br></h3>", "<p>x</p>"),
        ("<ul><li><h3>A</h3>x</li></ul>", "<ul><li><p><strong>A</strong></p>x</li></ul>"),
        (
            "<table><tbody><tr><td><h4>A</h4></td></tr></tbody></table><h4>B</h4>",
            "<table><tbody><tr><td><p><strong>A</strong></p></td></tr></tbody></table><h3>B</h3>",
        ),
    ],
)
def test_what_would_break_the_outline_is_mended(typed, saved):
    assert clean(typed) == saved


@given(st.lists(pieces, max_size=8).map("".join))
def test_whatever_is_typed_leaves_no_gap_and_loses_no_word(typed):
    saved = clean(typed)
    levels = [int(level) for level in re.findall(r"<h([34])>", saved)]
    assert levels[:1] in ([], [3])
    assert "".join(to_plain(saved).split()) == "".join(to_plain(typed).split())
    assert not re.search(r"<(li|td|th)[^>]*>(?:(?!</\1>).)*<h[34]>", saved)
    assert clean(saved) == saved
