import pytest
from django.test import Client

from forces.models import Role
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import ResponseFactory
from tests.html_form import form_data

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/forces/atlantis/", "/nowhere/"])
def test_a_demonstration_shows_the_site_s_own_page_where_there_is_none(client, settings, path):
    settings.DEBUG = settings.DEMONSTRATION = True
    response = client.get(path)
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()
    settings.DEMONSTRATION = False
    assert "DEBUG = True" in client.get(path).content.decode()


def test_what_a_view_says_of_a_missing_row_is_left_as_it_is(settings):
    """Somebody typed into a response that a colleague deletes meanwhile."""
    settings.DEBUG = settings.DEMONSTRATION = True
    response = ResponseFactory()
    editor = signed_in(Role.EDITOR, force=response.force)
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change)) | {"title": "Typed in vain"}
    editor.post(page(Response, "delete", response.pk), {"post": "yes"})
    answer = editor.post(change, data)
    assert answer.status_code == 404
    assert "Typed in vain" in answer.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_public_pages_are_only_read(method):
    client = Client(enforce_csrf_checks=True)
    for path in ("/", "/forces/", "/favicon.ico"):
        assert getattr(client, method)(path).status_code == 405


def test_a_form_sent_without_its_token_is_refused_in_plain_words():
    response = Client(enforce_csrf_checks=True).post("/sign-in/", {"login": "x"})
    assert response.status_code == 403
    assert "This form has expired" in response.content.decode()
