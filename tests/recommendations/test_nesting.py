from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from recommendations.nesting import in_reading_order


@dataclass(frozen=True)
class Finding:
    pk: int
    order: int = 0
    parent_id: int | None = None


def read(*findings):
    return [(finding.pk, depth) for finding, depth in in_reading_order(findings)]


def test_what_is_nested_follows_its_parent_whenever_it_was_entered():
    cause = Finding(1, order=0)
    other = Finding(2, order=1)
    late = Finding(3, order=9, parent_id=1)
    later = Finding(4, order=10, parent_id=3)
    assert read(other, later, late, cause) == [(1, 0), (3, 1), (4, 2), (2, 0)]


def test_one_whose_parent_is_elsewhere_stands_at_the_top():
    assert read(Finding(5, parent_id=99)) == [(5, 0)]


def test_one_nested_in_a_ring_is_not_lost():
    assert read(Finding(1, parent_id=2), Finding(2, parent_id=1), Finding(3)) == [
        (3, 0),
        (1, 0),
        (2, 0),
    ]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), max_size=12))
def test_none_is_lost_and_parents_come_first(rows):
    findings = [
        Finding(pk, order, parent if parent < pk else None)
        for pk, (order, parent) in enumerate(rows, start=1)
    ]
    order = [pk for pk, _ in read(*findings)]
    assert sorted(order) == [finding.pk for finding in findings]
    for finding in findings:
        if finding.parent_id:
            assert order.index(finding.parent_id) < order.index(finding.pk)
