"""The pages, feeds and tables of a search, and what they say to what is no search."""

import csv
import io
from xml.etree import ElementTree

import pytest

from tests.responses.publishing import publish_again, publish_response, words

from .test_search import publish

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(answer):
    assert answer["Content-Type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.content)  # noqa: S314 our own
    return [
        (one.findtext(f"{ATOM}id"), one.findtext(f"{ATOM}title"))
        for one in root.iter(f"{ATOM}entry")
    ]


def test_a_page_shows_what_was_found_and_leads_there(client):
    publication = publish("A refuge.")
    answer = client.get("/", {"q": "refuge", "force": publication.force.slug})
    assert answer.status_code == 200
    assert "1 passage" in words(answer)
    assert f"Force: {publication.force.short_name}" in words(answer)
    assert f'href="{publication.get_absolute_url()}#what-we-did"' in answer.content.decode()
    assert "<mark>refuge</mark>" in answer.content.decode()


def test_nothing_found_says_so(client):
    publish("A refuge.")
    assert "Nothing was found" in words(client.get("/?q=unicorn"))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"q": "x" * 10_000}, "at most 200 characters"),
        ({"q": "re\0fuge"}, "code 0"),
        ({"q": "the"}, "at least one word"),
        ({"q": "-bail"}, "at least one word"),
        ({"q": "***"}, "at least one word"),
        ({"force": "nowhere"}, "of “nowhere”"),
        ({"rag": "purple"}, "of “purple”"),
        ({"year": "MMXX"}, "of “MMXX”"),
        ({"recommendation": "\0"}, "code 0"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/feed.atom", "/search.csv"])
def test_what_is_no_search_is_told_at_its_field(client, path, asked, says):
    publish("A refuge.")
    answer = client.get(path, asked)
    assert answer.status_code == 400
    assert says in words(answer)
    (name,) = asked
    assert f'href="#id_{name}"' in answer.content.decode()


@pytest.mark.parametrize(
    "typed", ["' OR 1=1", 'a"b', "NEAR(a b)", "a*", "(", "חירום", "😀 x", "%s"]
)
def test_what_is_typed_is_never_a_command(client, typed):
    publish("A refuge.")
    for path in ("/", "/feed.atom", "/search.csv"):
        assert client.get(path, {"q": typed}).status_code in (200, 400)


@pytest.mark.parametrize("page", ["0", "-1", "2", "1000000000", "x", "", "१", "1.0"])
def test_a_page_that_is_not_there_is_not_found(client, page):
    publish("A refuge.")
    assert client.get("/", {"q": "refuge", "page": page}).status_code == 404


def test_what_is_no_parameter_of_a_search_changes_nothing(client):
    publish_response()
    assert client.get("/?utm_source=x").content == client.get("/").content
    assert client.get("/?page=2").content == client.get("/").content


def test_pages_of_ten_hold_each_passage_once(client):
    for _ in range(11):
        publish("A refuge.")
    first, second = (client.get("/", {"q": "refuge", "page": page}) for page in (1, 2))
    assert "11 passages" in words(first)
    assert "page 1 of 2" in words(first)
    assert 'rel="next"' in first.content.decode()
    assert 'rel="prev"' in second.content.decode()
    found = [one.content.decode().count("<mark>refuge</mark>") for one in (first, second)]
    assert found == [10, 1]


def test_a_feed_has_an_entry_for_each_version_that_keeps_its_id(client):
    first = publish_response()
    other = publish_response()
    before = dict(entries(client.get("/feed.atom")))
    assert len(before) == 2
    second = publish_again(first)
    after = dict(entries(client.get("/feed.atom")))
    assert len(after.keys() & before.keys()) == 1
    assert f"{second.force.short_name}: {second.report.short_title}, version 2" in after.values()
    for path in (other.force.get_absolute_url(), other.report.get_absolute_url()):
        (entry,) = entries(client.get(f"{path}feed.atom"))
        assert before[entry[0]] == entry[1]


def test_a_feed_of_a_search_has_the_responses_in_which_it_finds_something(client):
    publication = publish("A refuge.")
    publish("Nothing of the kind.")
    ((_, title),) = entries(client.get("/feed.atom?q=refuge"))
    assert title.startswith(publication.force.short_name)


@pytest.mark.parametrize("path", ["/forces/nowhere/feed.atom", "/reports/nothing/feed.atom"])
def test_a_feed_of_nothing_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_table_has_a_row_for_each_passage(client):
    publication = publish("A refuge.", rag="red")
    answer = client.get("/search.csv", {"rag": "red"})
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row["Force"] == publication.force.name
    assert row["RAG"] == "Red"
    assert "Training was given." in row["Words"]
    assert row["Address"].startswith("http")


def test_more_rows_than_a_table_holds_are_refused(client, monkeypatch):
    monkeypatch.setattr("responses.views.public.search.MOST_ROWS", 1)
    publish("A refuge.")
    publish("A refuge.")
    answer = client.get("/search.csv?q=refuge")
    assert answer.status_code == 400
    assert "Ask for less" in words(answer)
