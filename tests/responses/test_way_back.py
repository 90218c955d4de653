"""From a response to the page of a rating, and back to the response."""

import html
import re

import pytest

from forces.models import Role
from recommendations.models import Assessment
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import AssessmentFactory, RecommendationFactory, ResponseFactory
from tests.html_form import form_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def response():
    response = ResponseFactory(force__short_name="Felpersham")
    finding = RecommendationFactory(report=response.report)
    AssessmentFactory(force=response.force, recommendation=finding)
    return response


@pytest.fixture
def editor(response):
    return signed_in(Role.EDITOR, force=response.force)


def own_page(client, response):
    """Return the address to which the table of ratings leads, and the address to come back to."""
    shown = client.get(page(Response, "change", response.pk)).content.decode()
    address = re.search(r'href="([^"]*)">Its own page', shown)[1]
    return html.unescape(address), f"{page(Response, 'change', response.pk)}#ratings-0"


def saved(client, address, **button):
    return client.post(address, form_data(client.get(address)) | {"owner": "Ann"} | button)


def test_the_page_of_a_rating_leads_back_to_the_response(editor, response):
    address, back = own_page(editor, response)
    shown = editor.get(address).content.decode()
    assert f'<a href="{back}">The response of Felpersham</a>' in shown


def test_who_saves_it_is_back_at_its_row_of_the_response(editor, response):
    address, back = own_page(editor, response)
    assert saved(editor, address, _save="Save").url == back
    assert Assessment.objects.get().owner == "Ann"


def test_who_goes_on_editing_still_finds_the_way_back(editor, response):
    address, back = own_page(editor, response)
    again = saved(editor, address, _continue="Save").url
    assert again == address
    assert back in editor.get(again).content.decode()


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/admin/", "//evil.example/admin/", "javascript:alert(1)", "/", ""],
)
def test_no_other_site_is_led_to(editor, elsewhere):
    address = f"{page(Assessment, 'change', Assessment.objects.get().pk)}?back={elsewhere}"
    assert "The response of" not in editor.get(address).content.decode()
    assert saved(editor, address, _save="Save").url == page(Assessment, "changelist")
