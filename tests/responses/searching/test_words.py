"""What is typed, as the words and phrases to look for."""

import pytest

from responses.searching.words import Words


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("", (), ()),
        ("risk", ("risk",), ()),
        ("risk  of\tharm", ("risk", "harm"), ()),
        ('"risk of harm" bail', ("risk of harm", "bail"), ()),
        ("“risk of harm”", ("risk of harm",), ()),
        ('"risk of', ("risk of",), ()),
        ("risk -bail", ("risk",), ("bail",)),
        ('risk -"on bail"', ("risk",), ("on bail",)),
        ("-bail", (), ("bail",)),
        ("multi-agency", ("multi-agency",), ()),
        ("the or AND", (), ()),
        ('"the"', ("the",), ()),
        ("' OR 1=1", ("1=1",), ()),
        ("* ( ) : ^ & | !", (), ()),
        ('say "it" a"b', ("say", "it", "a b"), ()),
        ("חירום", ("חירום",), ()),
    ],
)
def test_what_is_typed_is_read_as_words_and_phrases(typed, wanted, unwanted):
    assert Words.of(typed) == Words(wanted, unwanted)


def test_what_a_database_is_asked_is_quoted_throughout():
    words = Words.of('risk NEAR(x) "on bail" -*')
    assert words.for_postgresql() == '"risk" "NEAR(x)" "on bail"'
    assert words.for_sqlite() == '"risk" AND "NEAR(x)" AND "on bail"'
    without = Words.of("risk -bail -harm")
    assert without.for_postgresql() == '"risk" -"bail" -"harm"'
    assert without.for_sqlite() == '"risk" NOT "bail" NOT "harm"'
