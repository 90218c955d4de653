"""Two or three forces side by side on the page of one recommendation."""

import pytest

from tests.factories import (
    AnswerFactory,
    InspectionReportFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
)

from .publishing import put_through, words
from .test_public_structure import faults

pytestmark = pytest.mark.django_db
NAMES = ("a", "b", "c", "d")


@pytest.fixture
def path():
    finding = RecommendationFactory(report=InspectionReportFactory(), label="1")
    for slug in NAMES:
        force = PoliceForceFactory(slug=slug, short_name=f"Force {slug}")
        draft = ResponseFactory(report=finding.report, force=force)
        AnswerFactory(response=draft, findings=[finding], action=f"<p>Words of {slug}.</p>")
        put_through(draft)
    PoliceForceFactory(slug="silent", short_name="Silent")
    return finding.get_absolute_url()


def test_those_asked_for_stand_side_by_side_in_that_order(client, path):
    response = client.get(f"{path}?force=c&force=a")
    assert response.status_code == 200
    compared = words(response).partition('<div class="compared">')[2]
    assert compared.index("Words of c.") < compared.index("Words of a.")
    assert "Words of b." not in compared
    assert "does not mean that it does better" in words(response)
    assert list(faults(response.content.decode())) == []


def test_only_forces_that_answered_are_offered(client, path):
    page = words(client.get(path))
    assert page.count('type="checkbox"') == len(NAMES)
    assert 'value="silent"' not in page
    assert 'class="compared"' not in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("force=a", "Choose at least 2 forces."),
        ("force=a&force=b&force=c&force=d", "Choose at most 3 forces."),
        ("force=a&force=a", "The same force is chosen twice."),
        ("force=a&force=silent", "no response to this that is shown here"),
        ("force=a&force=", "no response to this that is shown here"),
        ("force=a&force=%00", "no response to this that is shown here"),
    ],
)
def test_what_cannot_be_compared_is_refused_at_the_field(client, path, asked, said):
    response = client.get(f"{path}?{asked}")
    page = response.content.decode()
    assert response.status_code == 400
    assert said in page.partition('id="compared-error"')[2].partition("</p>")[0]
    assert "<title>Problem: " in page
    assert 'class="compared"' not in page
    assert list(faults(page)) == []
