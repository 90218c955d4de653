"""Elements become the rich text that is kept: lists as lists, bold as bold."""

from recommendations.rich_text import clean
from responses.importing.elements import Bullet, Numbered, Paragraph
from responses.importing.rich import dead_links, inline, to_html


def test_bullets_and_bold_are_kept():
    elements = (Paragraph("Two:"), Bullet("**Vans** are new."), Bullet("Dogs"), Paragraph("End."))
    html = "<p>Two:</p><ul><li><strong>Vans</strong> are new.</li><li>Dogs</li></ul><p>End.</p>"
    assert to_html(elements) == html
    assert clean(html) == html


def test_numbered_lists_count_on_from_their_first_number():
    items = (Numbered("3.", "Dig"), Numbered("4.", "Fill"), Numbered("9)", "Watch"))
    assert to_html(items) == (
        '<ol start="3"><li>Dig</li><li>Fill</li></ol><ol start="9"><li>Watch</li></ol>'
    )


def test_numbers_that_do_not_count_are_kept_as_printed():
    assert to_html((Numbered("(a)", "Dig"), Numbered("3a.", "Fill"))) == (
        "<p>(a) Dig</p><p>3a. Fill</p>"
    )


def test_text_is_never_mark_up():
    assert inline("2 < 3 & <script>alert(1)</script>") == (
        "2 &lt; 3 &amp; &lt;script&gt;alert(1)&lt;/script&gt;"
    )


def test_links_are_kept_and_dead_ones_are_words_only():
    assert inline("[Ponds](https://example.org/?a=1&b=2)") == (
        '<a href="https://example.org/?a=1&amp;b=2">Ponds</a>'
    )
    assert inline("[Ponds](#)") == "Ponds"
    assert dead_links(["[Ponds](#) and [vans](x)", "[dogs]()"]) == 2


def test_a_link_cannot_carry_script_or_leave_its_attribute():
    assert "javascript" not in clean(inline("[x](javascript:alert)"))
    assert (
        "onclick"
        not in clean(inline('[x](https://e.org/"onclick="y)')).replace("%22", "").split(">")[1]
    )


def test_lone_stars_stay_as_they_are():
    assert inline("2 ** 3 and a** b") == "2 ** 3 and a** b"
