import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.models import Recommendation
from recommendations.refs import PREFIX, make_ref, printed_number
from responses.urls import RefConverter


@pytest.mark.parametrize(
    ("kind", "label", "parent", "ref"),
    [
        ("recommendation", "1", "", "1"),
        ("recommendation", "3a", "", "3a"),
        ("recommendation", "7.1", "", "7.1"),
        ("recommendation", "Recommendation 12", "", "12"),
        ("recommendation", "3a", "3", "3a"),
        ("recommendation", "7.1", "7", "7.1"),
        ("recommendation", "3(a)", "", "3a"),
        ("recommendation", "Recommendation 3 (a)(ii)", "", "3aii"),
        ("recommendation", "(3)", "", "3"),
        ("recommendation", "3(a)", "3", "3a"),
        ("recommendation", "Part .5", "", "5"),
        ("recommendation", "10", "1", "1-10"),
        ("recommendation", "7.10", "7.1", "7.1-7.10"),
        ("recommendation", "1.2", "1", "1.2"),
        ("recommendation", "A", "", "a"),
        ("afi", "AFI 1", "", "afi-1"),
        ("cause_of_concern", "1", "", "coc-1"),
        ("recommendation", "2", "coc-1", "coc-1-2"),
        ("afi", "1", "coc-1", "coc-1-afi-1"),
        ("recommendation", "", "", "1"),
        ("afi", "", "", "afi-1"),
    ],
)
def test_the_address_follows_the_printed_number(kind, label, parent, ref):
    assert make_ref(kind, label, parent, set()) == ref


def test_unnumbered_findings_are_counted_in_order_past_what_is_taken():
    assert make_ref("afi", "", "", {"afi-1", "afi-2"}) == "afi-3"


@pytest.mark.parametrize(
    ("kind", "parent", "printed", "ref"),
    [
        ("recommendation", "", ["1", "2", "4"], "3"),
        ("recommendation", "", ["2"], "1"),
        ("afi", "", ["AFI 1"], "afi-2"),
        ("recommendation", "coc-1", ["1"], "coc-1-2"),
        ("recommendation", "", [""], "1"),
    ],
)
def test_an_unnumbered_finding_leaves_the_printed_numbers_to_their_own(kind, parent, printed, ref):
    assert make_ref(kind, "", parent, set(), printed) == ref


def test_a_label_takes_its_own_address_though_another_is_like_it():
    assert make_ref("recommendation", "1", "", set(), ["1", "2"]) == "1"


def test_a_number_under_another_heading_gets_an_address_of_its_own():
    assert make_ref("recommendation", "1", "", {"1"}) == "1-1"


labels = st.text(max_size=12) | st.text("1a.() -", max_size=12)
refs = st.sets(st.sampled_from(["1", "2", "afi-1", "coc-1", "1-1"]))
parents = st.sampled_from(["", "coc-1", "7"])
validate = Recommendation._meta.get_field("ref").validators[0]


@given(st.sampled_from(sorted(PREFIX)), labels, parents, refs, st.sets(labels, max_size=3))
def test_an_address_is_new_and_one_that_pages_and_the_field_take(
    kind, label, parent, taken, printed
):
    ref = make_ref(kind, label, parent, taken, printed)
    assert ref not in taken
    assert re.fullmatch(RefConverter.regex, ref)
    validate(ref)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Recommendation 3a", "3a"),
        ("recommendation  7.1", "7.1"),
        ("3a", "3a"),
        ("", ""),
        ("Recommendation", "Recommendation"),
        ("Part 2", "Part 2"),
        ("Recommendation: 3", "3"),
        ("Recommendations 1 and 2", "Recommendations 1 and 2"),
    ],
)
def test_a_printed_number_leaves_out_the_words_of_its_kind(typed, number):
    assert printed_number(typed, "Recommendation") == number
