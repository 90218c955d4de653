"""The server names in a cookie the visit of a page that it saved, and no other."""

import pytest

from forces.models import Role
from recommendations.models import Assessment
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import AssessmentFactory, ResponseFactory
from tests.html_form import form_data

pytestmark = pytest.mark.django_db

VISIT = {"visit": "mfx2k1a0bc"}


@pytest.fixture
def response():
    return ResponseFactory()


@pytest.fixture
def editor(response):
    return signed_in(Role.EDITOR, force=response.force)


@pytest.fixture
def address(response):
    return page(Response, "change", response.pk)


def test_a_save_names_its_visit_to_scripts_of_the_admin(editor, address):
    answer = editor.post(address, form_data(editor.get(address)) | VISIT)
    cookie = answer.cookies["saved"]
    assert cookie.value == VISIT["visit"]
    assert cookie["path"] == "/admin/"
    assert not cookie["httponly"]


def test_errors_and_a_lost_session_name_none(editor, address):
    data = form_data(editor.get(address)) | VISIT
    refused = editor.post(address, data | {"published_on_date": "no day"})
    assert refused.status_code == 200
    assert "saved" not in refused.cookies
    editor.logout()
    assert "saved" not in editor.post(address, data).cookies


@pytest.mark.parametrize("visit", ["", "a b", "a;path=/", "x" * 41])
def test_what_is_no_visit_is_not_named(editor, address, visit):
    answer = editor.post(address, form_data(editor.get(address)) | {"visit": visit})
    assert answer.status_code == 302
    assert "saved" not in answer.cookies


def test_the_list_of_ratings_names_the_visit_that_it_saved_and_no_other(editor, response):
    AssessmentFactory(force=response.force)
    ratings = page(Assessment, "changelist")
    data = form_data(editor.get(ratings)) | VISIT
    chosen = editor.post(ratings, data | {"index": "0", "_selected_action": []})
    refused = editor.post(ratings, data | {"_save": "Save", "form-0-rag": "red"})
    assert [one for one in (chosen, refused) if "saved" in one.cookies] == []
    saved = editor.post(ratings, data | {"_save": "Save", "form-0-rag": "green"})
    assert saved.cookies["saved"].value == VISIT["visit"]
