"""What cleaning leaves out is told in words, and what nobody misses is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.rich_text import clean
from recommendations.rich_text_notes import in_words, left_out

from .test_rich_text import markup


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>Words<script>x()</script></p>", ["a script"]),
        ("<p style='color:red'>A</p><style>p{}</style>", ["2 styles"]),
        ("<img src=a><svg onload=x><path/><circle></svg>", ["2 pictures", "a hidden command"]),
        ("<p onclick='x()'>A</p><b onmouseover=x>B</b>", ["2 hidden commands"]),
        ("<iframe src=a></iframe><embed>", ["2 embedded frames"]),
        ("<video><source></video>", ["a video or sound"]),
        ("<input><button>Go</button>", ["2 form controls"]),
        ("<u>A</u> <del>B</del> <s>C</s>", ["an underline", "2 lines through words"]),
        ("10 m<sup>2</sup> on the 16<sup>th</sup>", ["a raised or lowered figure"]),
        ("H<sub><span>2</span></sub>O<sup>a</sup>2", ["a raised or lowered figure"]),
        ("<blockquote>A</blockquote>", ["the indent of a quotation"]),
        ("<math><mi>x</mi></math>", ["a formula"]),
        ("<blink>A</blink><x-y>B</x-y>", ["an unknown mark (blink)", "an unknown mark (x-y)"]),
        ("Ask <a.clerk@office.example>", ["an unknown mark (a.clerk@office.example)"]),
        (f"<{'long' * 20}>", [f"an unknown mark ({'long' * 7}lo)"]),
        ("<a href='http://['>A</a>", ["a link with a faulty address"]),
    ],
)
def test_what_a_person_would_miss_is_told(text, told):
    assert left_out(text) == told


def test_links_are_told_of_by_the_kind_of_their_address():
    text = "".join(
        f'<a href="{address}">A</a>'
        for address in (
            *("javascript:x", " JAVA\tSCRIPT:x", "data:text/html,x"),
            *("https://a.example", "/here", "#there", "mailto:a@b.example", ""),
        )
    )
    assert left_out(text) == [
        "2 links to addresses that are not allowed (javascript:)",
        "a link to an address that is not allowed (data:)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "Words, 2 < 3 & 4",
        "<b>A</b><i>B</i><h1>C</h1><h6>D</h6>",
        "<div class=x id=y><span lang=cy>A</span><font face=Arial>B</font></div><!-- note -->",
        "<p class=MsoNormal style='mso-margin:0'>A<o:p></o:p></p><style>@list l0</style>",
        '<b id="docs-internal-guid-1" style="font-weight:normal"><span style="x:y">A</span></b>',
        "<dl><dt>A</dt><dd>B<wbr></dd></dl><hr>",
        '<ol data-type="decimal" start="3"><li>A</li></ol><td align="left">B</td>',
    ],
)
def test_what_nobody_misses_is_not_told(text):
    assert left_out(text) == []


@pytest.mark.parametrize(
    "text", ["<![if x]>A", "<![no such thing]>A", "<![ ]>", "<!", "</", "<a href='", "<?x", "<svg"]
)
def test_what_is_no_html_is_nothing_to_tell_of(text):
    assert left_out(text) == []


def test_what_stands_in_a_script_or_a_comment_is_not_told_of():
    text = (
        "<!-- <img> --><script>write('<img>')</script><style>/* <u> */</style><iframe><u></iframe>"
    )
    assert left_out(text) == ["a script", "a style", "an embedded frame"]


@given(st.text() | markup)
def test_any_text_can_be_told_of(text):
    assert all(left_out(text))


@given(markup)
def test_nothing_is_left_out_of_what_was_cleaned(text):
    assert left_out(clean(text)) == []


def test_parts_are_joined_as_in_a_sentence():
    assert in_words([]) == ""
    assert in_words(["a script"]) == "a script"
    assert in_words(["a script", "2 styles", "a picture"]) == "a script, 2 styles and a picture"


def test_a_long_list_is_cut_short():
    told = in_words(left_out("".join(f"<x{number}>" for number in range(1000))))
    assert told.endswith("an unknown mark (x7) and more")
    assert len(told) < 300
