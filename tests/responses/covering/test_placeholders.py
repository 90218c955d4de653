"""Placeholders: a fixed set of names, and whatever else is written is text or refused."""

import pytest

from responses.covering.placeholders import PLACEHOLDERS, fault_of, fill
from responses.covering.wording import DEFAULTS, Wording

VALUES = {name: f"<{name}>" for name in PLACEHOLDERS}


def test_each_name_is_filled_in():
    text = " ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    assert fault_of(text) == ""
    assert fill(text, VALUES) == " ".join(VALUES.values())


def test_what_is_filled_in_is_not_filled_in_again():
    values = VALUES | {"report": "{hash} {0} #evil() \\1", "force": "{report}"}
    assert fill("{report}, {force}", values) == "{hash} {0} #evil() \\1, {report}"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Dear {minister}", "“{minister}” is no placeholder"),
        ("{report} {Report}", "“{”, stands only around"),
        ("{0.__class__}", "“{”, stands only around"),
        ("{report.__class__}", "“{”, stands only around"),
        ("{report!r}", "“{”, stands only around"),
        ("{report:>9}", "“{”, stands only around"),
        ("{ report }", "“{”, stands only around"),
        ("{{ x }}", "“{”, stands only around"),
        ("{{report}}", "“{”, stands only around"),
        ("{% if x %}", "“{”, stands only around"),
        ("{report", "“{”, stands only around"),
        ("report}", "“}”, stands only around"),
        ("{}", "“{”, stands only around"),
    ],
)
def test_what_is_no_placeholder_is_refused_with_the_list_of_those_that_are(text, named):
    fault = fault_of(text)
    assert named in fault
    assert all(f"{{{name}}}" in fault for name in PLACEHOLDERS)


@pytest.mark.parametrize("text", ["", "#evil()", "$x$ %s %(a)s", "<b>&amp;", "`f` [g] @h"])
def test_other_signs_are_text(text):
    assert fault_of(text) == ""
    assert fill(text, VALUES) == text


def test_the_words_that_come_with_the_site_hold_no_other_names():
    for wording in DEFAULTS.values():
        for text in vars(wording).values():
            assert fault_of(text) == ""


def test_paragraphs_are_parted_by_blank_lines():
    def paragraphs(text):
        return Wording("", text, "").paragraphs

    assert paragraphs("One\r\n \r\nTwo\r\nlines\n\n\n\nThree\n") == ("One", "Two\nlines", "Three")
    assert paragraphs(" \n ") == ()
