"""The page for people who use the data again tells of all that there is."""

import pytest

from responses.open_data.description import SHAPES
from responses.open_data.operations import OPERATIONS

pytestmark = pytest.mark.django_db


def test_it_has_every_column_every_address_and_both_files(client):
    text = client.get("/data/").content.decode()
    for shape in SHAPES:
        for field in shape.fields:
            assert f"<code>{field.name}</code>" in text
    for operation in OPERATIONS:
        assert f"<code>/api/v1/{operation.path}</code>" in text
    for path in ("/data/answers.csv", "/data/register.json", "/data/openapi.json", "/feed.atom"):
        assert f'href="{path}"' in text


def test_every_page_leads_to_it(client):
    assert 'href="/data/"' in client.get("/about/").content.decode()


def test_without_a_licence_it_says_whom_to_ask(client, settings):
    settings.LICENCE_NAME = ""
    assert "No licence is stated here." in client.get("/data/").content.decode()
