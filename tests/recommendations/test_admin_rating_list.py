"""The head of the list of ratings: what it is filtered by."""

import pytest

from forces.models import Role
from tests.admin_client import signed_in
from tests.factories import AssessmentFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/recommendations/assessment/"
ALL = 'aria-current="true">All</a>'


@pytest.fixture
def rating():
    return AssessmentFactory(rag="amber")


@pytest.fixture
def shown(rating):
    """Return a function that gives the list as an address asks for it."""
    client = signed_in(Role.EDITOR, force=rating.force)
    return lambda **asked: client.get(LIST, asked).content.decode()


def test_all_is_chosen_where_nothing_else_is(shown):
    assert ALL in shown()
    for asked in ({"rag__exact": "amber"}, {"show": "red"}, {"q": "fence"}):
        assert ALL not in shown(**asked), asked


def test_all_brings_the_whole_list_back_whatever_is_chosen(shown):
    head = shown(rag__exact="amber").split('aria-label="Quick filters"')[1]
    first = head.split('href="')[1].split('"')[0]
    assert "rag" not in first


def test_the_folded_filters_say_what_is_chosen_of_them(shown):
    assert "Filter by report, RAG or progress</summary>" in shown(show="red")
    assert "Filter by report, RAG or progress: Amber</summary>" in shown(rag__exact="amber")
