"""The licence stands on each public page, and nowhere where nothing is published."""

import pytest

from responses.pages.renderer import renderer
from tests.factories import UserFactory

from .publishing import address, publish_response, words

pytestmark = pytest.mark.django_db
LINE = "Responses published here may be used again under the"


def test_each_public_page_has_it_with_what_it_does_not_cover(client, settings):
    publication = publish_response()
    for path in ("/", "/about/", address(publication), publication.force.get_absolute_url()):
        text = words(client.get(path))
        assert LINE in text, path
        assert f'rel="license">{settings.LICENCE_NAME}</a>' in text
        assert "neither the words of the inspectorate nor what is marked as a demon" in text


def test_without_a_name_nothing_is_said(client, settings):
    settings.LICENCE_NAME = ""
    assert LINE not in words(client.get("/about/"))
    assert LINE not in words(client.get(address(publish_response())))


def test_without_an_address_it_is_no_link(client, settings):
    settings.LICENCE_NAME, settings.LICENCE_ADDRESS = "A licence", ""
    text = words(client.get("/about/"))
    assert f"{LINE} A licence, unless" in text
    assert 'rel="license"' not in text


@pytest.mark.parametrize("name", ["LICENCE_NAME", "LICENCE_ADDRESS"])
def test_another_one_has_every_page_made_anew(settings, name):
    before = renderer()
    setattr(settings, name, "https://another.example/")
    assert renderer() != before


def test_boards_do_not_have_it(client):
    client.force_login(UserFactory(is_superuser=True))
    response = client.get("/board/")
    assert response.status_code == 200
    assert LINE not in words(response)
