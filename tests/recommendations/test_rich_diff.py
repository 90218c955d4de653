from recommendations.rich_diff import ONLY_FORMATTING, Difference, compare_rich
from recommendations.word_diff import Mark, Piece


def told(before, after):
    """Return the changed pieces as (mark, words)."""
    return [
        (one.mark.value, one.text)
        for line in compare_rich(before, after).lines
        for one in line
        if one.mark != Mark.KEPT
    ]


def test_equal_texts_do_not_differ():
    assert compare_rich("<p>One.</p>", "<p>One.</p>") is None


def test_rich_text_is_compared_by_the_words_of_each_paragraph():
    before = "<p>The plan stands.</p><ul><li>First point</li><li>Second point</li></ul>"
    after = "<p>The <strong>new</strong> plan stands.</p><ul><li>First point</li></ul>"
    assert compare_rich(before, after).lines == (
        (Piece(Mark.KEPT, "The"), Piece(Mark.ADDED, "new"), Piece(Mark.KEPT, "plan stands.")),
        (Piece(Mark.KEPT, "First point"),),
        (Piece(Mark.REMOVED, "Second point"),),
    )


def test_a_change_of_formatting_alone_says_so():
    only = Difference(note=ONLY_FORMATTING)
    assert compare_rich("<p>One two.</p>", "<p>One <em>two.</em></p>") == only
    assert compare_rich("<p>One.</p><p>Two.</p>", "<ul><li>One.</li><li>Two.</li></ul>") == only
    assert compare_rich("<p>One. Two.</p>", "<p>One.</p><p>Two.</p>") == only
    assert compare_rich("<p>One two.</p>", "<p>One  two.</p>") == only


def test_a_link_that_leads_elsewhere_is_no_formatting():
    link = '<p>See <a href="{}" rel="noopener">our page</a>.</p>'
    before, after = link.format("https://a.example/?a=1&amp;b=2"), link.format("https://b.example/")
    assert told(before, after) == [
        ("removed", "(https://a.example/?a=1&b=2)."),
        ("added", "(https://b.example/)."),
    ]
    assert told(before, "<p>See our page.</p>") == [
        ("removed", "page (https://a.example/?a=1&b=2)."),
        ("added", "page."),
    ]


def test_words_that_look_like_tags_are_words():
    assert told("<p>Use &lt;b&gt; now.</p>", "<p>Use &lt;i&gt; now.</p>") == [
        ("removed", "<b>"),
        ("added", "<i>"),
    ]


def test_a_text_that_is_new_is_added_and_one_that_is_gone_removed():
    assert told("", "<p>One.</p>") == [("added", "One.")]
    assert told("<p>One.</p>", "") == [("removed", "One.")]
