import datetime

import pytest

from recommendations.rag import (
    BY_MERIT,
    MEANINGS,
    WORST_FIRST,
    Assurance,
    Rag,
    counts,
    direction,
    in_words,
    mismatched_day,
    missing_reason,
)


@pytest.mark.parametrize("rag", [Rag.RED, Rag.NOT_FOR_THIS_FORCE])
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_red_and_not_for_this_force_need_a_reason(rag, reason):
    assert rag.label in missing_reason(rag, reason)
    assert missing_reason(rag, "Late.") == ""


@pytest.mark.parametrize("rag", [Rag.AMBER, Rag.GREEN, Rag.NOT_ASSESSED])
def test_the_other_states_need_none(rag):
    assert missing_reason(rag, "") == ""


def test_every_state_has_its_meaning():
    assert set(MEANINGS) == set(Rag)


def test_the_count_in_words_names_none_red_too():
    rags = [Rag.GREEN] * 6 + [Rag.AMBER] * 4 + [Rag.NOT_FOR_THIS_FORCE] * 6
    assert in_words(rags) == "6 Green, 4 Amber, none Red, 6 not for this force"
    assert counts(rags)[Rag.RED] == 0


def test_the_count_in_words_may_name_the_worst_first():
    rags = [Rag.GREEN] * 6 + [Rag.AMBER] * 4 + [Rag.NOT_FOR_THIS_FORCE] * 6
    words = in_words(rags, order=BY_MERIT)
    assert words == "none Red, 4 Amber, 6 Green, 6 not for this force"


def test_where_nobody_has_looked_the_words_say_only_that():
    assert in_words([Rag.NOT_ASSESSED] * 16) == "Not yet assessed"
    assert in_words([]) == "Not yet assessed"
    assert in_words([Rag.RED, Rag.NOT_ASSESSED]).endswith("1 Red, 1 not yet assessed")


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ("red", "amber", "improved"),
        ("red", "green", "improved"),
        ("green", "amber", "slipped"),
        ("amber", "red", "slipped"),
        ("not_assessed", "red", "first rating"),
        (None, "green", "first rating"),
        ("red", "not_for_force", "changed"),
        ("not_for_force", "red", "changed"),
        ("green", "not_assessed", "changed"),
    ],
)
def test_a_move_improves_slips_or_cannot_be_compared(before, now, words):
    assert direction(before and Rag(before), Rag(now)) == words


@pytest.mark.parametrize("assurance", Assurance)
def test_an_assurance_and_its_day_go_together(assurance):
    day = datetime.date(2026, 5, 1)
    assert mismatched_day(assurance, day) == mismatched_day("", None) == ""
    assert mismatched_day(assurance, None).startswith("Give the day")
    assert mismatched_day("", day).startswith("Say who")


def test_a_state_within_a_sentence_has_a_capital_where_it_is_a_colour():
    assert [rag.in_sentence for rag in Rag] == [
        "Red",
        "Amber",
        "Green",
        "not for this force",
        "not yet assessed",
    ]


def test_the_worst_comes_first_and_each_state_has_its_place():
    assert set(WORST_FIRST) == set(Rag)
    assert [rag for rag in WORST_FIRST if rag in BY_MERIT] == list(BY_MERIT)
