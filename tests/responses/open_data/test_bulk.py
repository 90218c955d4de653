"""The files of the whole register: what they hold, in little memory, and of one moment."""

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from responses.open_data import bulk
from responses.open_data.publications import ANSWER
from responses.services import withdraw

from ..publishing import NOW, publish_again, publish_response
from .test_interface import answered

pytestmark = pytest.mark.django_db


def body(response):
    return b"".join(response.streaming_content)


def table(client):
    content = body(client.get("/data/answers.csv"))
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def register(client):
    return json.loads(body(client.get("/data/register.json")))


def test_the_table_has_a_row_for_each_current_answer(client):
    first = answered()
    publish_again(first)
    answered("green")
    rows = table(client)
    assert list(rows[0]) == ANSWER.names
    assert {(row["rag"], row["version"]) for row in rows} == {("amber", "2"), ("green", "1")}
    assert rows[0]["is_demonstration"] == "false"


def test_no_cell_is_a_formula(client):
    publication = answered()
    draft = publication.response
    publish_again(publication)
    finding = draft.report.findings.get()
    finding.label = "=1+1"
    finding.save()
    publish_again(publication)
    assert [row["label"] for row in table(client)] == ["'=1+1"]


def test_the_json_holds_what_the_interface_gives(client, settings):
    answered()
    publish_again(publish_response())
    whole = register(client)
    assert whole["licence"]["name"] == settings.LICENCE_NAME
    for key, name in (
        *(("forces", "forces"), ("reports", "reports")),
        *(("responses", "versions"), ("answers", "answers")),
    ):
        there = client.get(f"/api/v1/{name}").json()["results"]
        assert len(there) == len(whole[key]) > 0
        assert sorted(there, key=str) == sorted(whole[key], key=str)


def test_a_withdrawn_version_is_told_and_not_quoted(client):
    publication = answered(title="A kestrel")
    withdraw(publication=publication, by=None, now=NOW, reason="Named a victim.")
    whole = register(client)
    assert [one["withdrawal_reason"] for one in whole["responses"]] == ["Named a victim."]
    assert whole["answers"] == table(client) == []
    assert "kestrel" not in json.dumps(whole)


def test_an_empty_register_is_valid(client):
    assert register(client)["answers"] == table(client) == []


# PostgreSQL gives the register its new edition where a transaction ends.
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["answers.csv", "register.json"])
def test_its_tag_is_that_of_the_register(client, name):
    answered()
    first = client.get(f"/data/{name}")
    body(first)
    with CaptureQueriesContext(connection) as asked:
        held = client.get(f"/data/{name}", headers={"if-none-match": first["ETag"]})
    assert held.status_code == 304
    assert not [query for query in asked if "payload" in query["sql"]]
    answered()
    changed = client.get(f"/data/{name}", headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]
    body(changed)


@pytest.mark.parametrize("name", ["answers.csv", "register.json"])
def test_no_more_are_held_at_once_than_a_piece(client, name, monkeypatch):
    monkeypatch.setattr(bulk, "AT_ONCE", 1)
    for _ in range(3):
        answered()
    response = client.get(f"/data/{name}")
    with CaptureQueriesContext(connection) as asked:
        body(response)
    read = [query["sql"] for query in asked if "payload" in query["sql"]]
    assert len(read) == (3 if name == "answers.csv" else 6)


def test_it_is_of_the_moment_at_which_it_was_asked_for(client):
    first = answered()
    response = client.get("/data/answers.csv")
    answered()
    publish_again(first)
    content = body(response).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    assert [row["version"] for row in rows] == ["1"]


@pytest.mark.parametrize("name", ["answers.csv", "register.json", "openapi.json"])
def test_what_cannot_be_answered_is_refused_in_json(client, name):
    path = f"/data/{name}"
    assert client.get(f"{path}?x=1").status_code == 400
    assert client.post(path).status_code == 405
    assert client.get(path, headers={"accept": "image/png"}).status_code == 406
    assert client.options(path)["Access-Control-Allow-Origin"] == "*"
    assert b"".join(client.head(path)) == b""


def test_the_table_of_a_search_is_sent_once(client):
    answered()
    first = client.get("/search.csv?q=kestrel")
    assert b"kestrel" in first.content
    held = client.get("/search.csv?q=kestrel", headers={"if-none-match": first["ETag"]})
    assert (held.status_code, held.content) == (304, b"")
