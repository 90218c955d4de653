"""The accessibility statement and the privacy page say what is stated, and invent nothing."""

import datetime

import pytest
from django.urls import reverse

from responses.checks import trust_pages_are_complete
from responses.pages.renderer import renderer
from tests.factories import OversightFactory

from .publishing import words

pytestmark = pytest.mark.django_db
STATED = {
    "OPERATOR_NAME": "Office of the Commissioner for Borsetshire",
    "OPERATOR_EMAIL": "office@borsetshire.example",
    "ACCESSIBILITY_STATUS": "full",
    "ACCESSIBILITY_PREPARED_ON": datetime.date(2026, 4, 15),
    "ACCESSIBILITY_REVIEWED_ON": datetime.date(2026, 5, 16),
    "ACCESSIBILITY_REPLY_DAYS": 10,
}


def state(settings, **values):
    for name, value in (STATED | values).items():
        setattr(settings, name, value)


def test_without_settings_the_pages_say_what_is_not_stated(client):
    statement, privacy = (words(client.get(f"/{name}/")) for name in ("accessibility", "privacy"))
    for said in (
        "The name of the organisation that runs this site is not yet stated.",
        "No list is stated yet.",
        "The day on which this statement was prepared is not yet stated.",
        "The day of its last review is not yet stated.",
        "How soon you will have a reply is not yet stated.",
        "How to reach the organisation that runs this site is not yet stated.",
    ):
        assert said in statement
    assert "fully compliant" not in statement
    assert "is, is not yet stated." in privacy


def test_the_statement_has_each_part_of_the_legal_form(client, settings):
    state(settings)
    page = words(client.get(reverse("accessibility")))
    for part in (
        *("Compliance status", "Non-accessible content", "Feedback and contact information"),
        *("Enforcement procedure", "Preparation of this statement"),
    ):
        assert f"<h2>{part}</h2>" in page
    for said in (
        "This website is fully compliant with",
        "prepared on 15 April 2026",
        "last reviewed on 16 May 2026",
        "within 10 days",
        "mailto:office@borsetshire.example",
        "Equality and Human Rights Commission",
        "Equality Advisory and Support Service",
    ):
        assert said in page
    assert "not yet stated" not in page


def test_what_is_known_not_to_work_is_listed(client, settings):
    state(settings, ACCESSIBILITY_STATUS="partial", ACCESSIBILITY_PROBLEMS=["Maps have no words."])
    page = words(client.get(reverse("accessibility")))
    assert "This website is partially compliant with" in page
    assert "<li>Maps have no words.</li>" in page


def test_the_controller_is_named(client, settings):
    state(settings)
    page = words(client.get(reverse("privacy")))
    assert "is Office of the Commissioner for Borsetshire." in page
    assert "not yet stated" not in page


@pytest.mark.parametrize("name", STATED)
def test_a_deployment_is_warned_of_each_that_is_blank(settings, name):
    state(settings)
    assert trust_pages_are_complete(None) == []
    setattr(settings, name, "")
    (warning,) = trust_pages_are_complete(None)
    assert warning.id == "answerable.W001"
    assert name in warning.msg


def test_one_way_to_reach_the_operator_is_enough(settings):
    state(settings, OPERATOR_EMAIL="", OPERATOR_PHONE="01632 960000")
    assert trust_pages_are_complete(None) == []


def test_partial_compliance_wants_a_list(settings):
    state(settings, ACCESSIBILITY_STATUS="partial")
    (warning,) = trust_pages_are_complete(None)
    assert "ACCESSIBILITY_PROBLEMS" in warning.msg


def test_other_settings_make_pages_anew(settings):
    before = renderer()
    state(settings)
    assert renderer() != before


def test_a_force_says_how_to_reach_the_body_that_answers(client):
    oversight = OversightFactory(
        body__office="Office for Borsetshire", body__address="1 High Street\nBorchester"
    )
    page = words(client.get(oversight.force.get_absolute_url()))
    assert "<h3>Office for Borsetshire</h3> <p>1 High Street<br>Borchester</p>" in page


def test_a_force_says_where_that_is_not_recorded(client):
    oversight = OversightFactory(body__office="Office for Borsetshire", body__website="")
    page = words(client.get(oversight.force.get_absolute_url()))
    assert '<h3>Office for Borsetshire</h3> <p class="muted">Not recorded here</p>' in page
