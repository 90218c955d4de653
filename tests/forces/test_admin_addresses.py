"""The addresses of lists: what they may ask, and that nonsense in them breaks nothing."""

import pytest
from django.contrib import admin

from forces.admin.house import HouseAdmin
from forces.models import PoliceForce, User
from recommendations.models import InspectionReport, Recommendation
from responses.models import Response
from tests.admin_client import page
from tests.factories import (
    AssessmentFactory,
    InspectionReportFactory,
    PoliceForceFactory,
    ResponseFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

HUGE = "9" * 30
HOUSE = [model for model, page in admin.site._registry.items() if isinstance(page, HouseAdmin)]


@pytest.fixture
def owner(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


@pytest.fixture
def rows():
    return [AssessmentFactory(), ResponseFactory()]


def offered(model):
    """Every name in an address by which a list is filtered."""
    for one in admin.site.get_model_admin(model).list_filter:
        names = [one, f"{one}__exact", f"{one}__isnull"] if isinstance(one, str) else []
        yield from names or [one.parameter_name]


@pytest.mark.parametrize("model", HOUSE, ids=lambda model: model.__name__)
@pytest.mark.parametrize("value", ["\0", "red\0", "", HUGE, "9" * 5000])
def test_nonsense_in_a_filter_shows_the_list(model, value, owner, rows):
    for name in offered(model):
        answer = owner.get(page(model, "changelist"), {name: value}, follow=True)
        assert answer.status_code == 200, name
        assert "cl" in answer.context, name


def test_a_value_that_no_row_can_hold_filters_nothing_beside_one_that_it_can(owner):
    InspectionReportFactory(kind="state_of_policing")
    kept = InspectionReportFactory()
    asked = {"kind__exact": ["\0", kept.kind]}
    answer = owner.get(page(InspectionReport, "changelist"), asked)
    assert list(answer.context["cl"].result_list) == [kept]


def test_a_field_beside_the_list_filters_it(owner):
    PoliceForceFactory(region="Wales")
    kept = PoliceForceFactory(region="London")
    for name in ("region", "region__exact"):
        answer = owner.get(page(PoliceForce, "changelist"), {name: "London"})
        assert list(answer.context["cl"].result_list) == [kept]


@pytest.mark.parametrize(
    ("model", "name", "value"),
    [
        *((model, "id__range", value) for model in HOUSE for value in ("", HUGE)),
        *((model, "id__in", HUGE) for model in HOUSE),
        (PoliceForce, "name", "x"),
        (PoliceForce, "region__regex", "("),
        (InspectionReport, "published_on", "2026"),
        (Recommendation, "ref__regex", "x"),
        (Response, "status__contains", "x"),
        (User, "is_active__gt", "0"),
        (User, "username", "x"),
    ],
)
def test_an_address_asks_nothing_but_what_stands_beside_the_list(model, name, value, owner, rows):
    assert owner.get(page(model, "changelist"), {name: value}).status_code == 400
    answer = owner.get(page(model, "changelist"), {name: "\0"})
    assert "cl" in answer.context
