"""A list without rows says why it is empty, and leads to the whole of it."""

import pytest

from forces.models import Role
from tests.admin_client import signed_in
from tests.factories import AssessmentFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/recommendations/assessment/"


@pytest.fixture
def rating():
    return AssessmentFactory(rag="amber")


@pytest.fixture
def shown(rating):
    """Return a function that gives the list as an address asks for it."""
    client = signed_in(Role.EDITOR, force=rating.force)
    return lambda **asked: client.get(LIST, asked).content.decode()


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"show": "overdue"}, "Nothing is in the list as it is filtered now."),
        ({"q": "kestrel"}, "Nothing is found for “kestrel”."),
        ({"q": "kestrel", "show": "red"}, "for “kestrel” in the list as it is filtered now."),
    ],
)
def test_an_empty_list_says_why(shown, asked, sentence):
    assert sentence in shown(**asked)
    assert "Show the whole list" in shown(**asked)


def test_a_list_with_rows_says_nothing_of_that(shown, rating):
    assert "Nothing is" not in shown()
    rating.delete()
    assert "Nothing is here yet." in shown()
