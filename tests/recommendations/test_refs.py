import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.refs import PREFIX, make_ref


@pytest.mark.parametrize(
    ("kind", "label", "parent", "ref"),
    [
        ("recommendation", "1", "", "1"),
        ("recommendation", "3a", "", "3a"),
        ("recommendation", "7.1", "", "7.1"),
        ("recommendation", "Recommendation 12", "", "12"),
        ("recommendation", "3a", "3", "3a"),
        ("recommendation", "7.1", "7", "7.1"),
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


def test_a_number_under_another_heading_gets_an_address_of_its_own():
    assert make_ref("recommendation", "1", "", {"1"}) == "1-1"


labels = st.text(max_size=12)
refs = st.sets(st.sampled_from(["1", "2", "afi-1", "coc-1", "1-1"]))


@given(st.sampled_from(sorted(PREFIX)), labels, st.sampled_from(["", "coc-1", "7"]), refs)
def test_an_address_is_never_taken_nor_empty_nor_unsafe(kind, label, parent, taken):
    ref = make_ref(kind, label, parent, taken)
    assert ref
    assert ref not in taken
    assert set(ref) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")
