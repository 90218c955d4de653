"""The interface: what it gives, how it is paged, kept and refused, and that nothing is a draft."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from recommendations.partial_dates import parse
from responses.open_data import asking
from responses.services import withdraw
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
)

from ..publishing import NOW, publish_again, publish_response, put_through

pytestmark = pytest.mark.django_db
LISTS = ("forces", "reports", "responses", "versions", "answers")


def get(client, path, status=200, **headers):
    response = client.get(f"/api/v1/{path}", headers=headers)
    assert response.status_code == status, response.content
    expected = "application/json" if status == 200 else "application/problem+json"
    assert response["Content-Type"] == expected
    return response.json()


def answered(rag="amber", **values):
    """Publish a response to one recommendation, of which it says “We hired a kestrel.”"""
    finding = RecommendationFactory(report=values.pop("report", None) or InspectionReportFactory())
    draft = ResponseFactory(report=finding.report, published_on=parse("29 May 2026"), **values)
    AssessmentFactory(force=draft.force, recommendation=finding, rag=rag)
    AnswerFactory(response=draft, findings=[finding], action="<p>We hired a kestrel.</p>")
    return put_through(draft)


def test_an_answer_stands_with_its_rating_and_where_it_is_from(client):
    publication = answered()
    (row,) = get(client, "answers")["results"]
    assert row["force"] == publication.force.slug
    assert row["report"] == publication.report.slug
    assert (row["rag"], row["answer"], row["version"]) == ("amber", "We hired a kestrel.", 1)
    assert row["published_on"] == "2026-05-29"
    assert row["address"].endswith(f"/{publication.report.slug}/v1/")


def test_a_draft_is_told_nowhere(client):
    finding = RecommendationFactory(report=InspectionReportFactory(is_listed=False))
    draft = ResponseFactory(report=finding.report, title="kestrel")
    AnswerFactory(response=draft, findings=[finding], action="<p>kestrel</p>")
    publication = answered()
    later = publication.response
    later.title = "kestrel two"
    later.save()
    for name in LISTS:
        text = client.get(f"/api/v1/{name}").content.decode()
        assert "kestrel two" not in text
        assert finding.report.slug not in text
        assert '"title":"kestrel"' not in text


def test_a_withdrawn_version_is_told_with_its_reason_and_quotes_nothing(client):
    publication = answered(title="A title of a kestrel")
    withdraw(publication=publication, by=None, now=NOW, reason="Named a victim.")
    for name in ("responses", "versions"):
        (row,) = get(client, name)["results"]
        assert row["withdrawal_reason"] == "Named a victim."
        assert row["withdrawn_at"].startswith("2026-05-29")
        assert (row["title"], row["record"]) == ("", "")
    assert get(client, "answers")["results"] == []
    assert "kestrel" not in client.get("/api/v1/versions").content.decode()


def test_responses_have_the_newest_version_and_versions_all(client):
    publish_again(publish_response())
    assert [one["version"] for one in get(client, "responses")["results"]] == [2]
    assert [one["version"] for one in get(client, "versions")["results"]] == [2, 1]


def test_the_whole_record_is_where_it_says(client):
    publish_response()
    (row,) = get(client, "responses")["results"]
    there = client.get(row["record"].removeprefix("http://127.0.0.1:8000"))
    assert there.status_code == 200
    assert there["Access-Control-Allow-Origin"] == "*"
    assert there.json()["title"] == row["title"]


def test_filters_ask_for_less(client):
    first, second = answered("amber"), answered("green")
    for name in ("responses", "versions", "answers"):
        for key, value in (("force", first.force.slug), ("report", first.report.slug)):
            (row,) = get(client, f"{name}?{key}={value}")["results"]
            assert row[key] == value
        assert len(get(client, f"{name}?year=2026")["results"]) == 2
        assert get(client, f"{name}?year=2025")["results"] == []
    (row,) = get(client, "answers?rag=green")["results"]
    assert row["force"] == second.force.slug


def test_reports_are_asked_for_by_the_year(client):
    InspectionReportFactory(slug="old", published_on=parse("May 2019"))
    InspectionReportFactory(slug="new", published_on=parse("15 April 2026"))
    assert [one["report"] for one in get(client, "reports?year=2019")["results"]] == ["old"]


def test_a_report_has_its_findings_and_a_force_its_keys(client):
    finding = RecommendationFactory()
    report = get(client, f"reports/{finding.report.slug}")
    assert [one["ref"] for one in report["findings"]] == [finding.ref]
    force = PoliceForceFactory(slug="ambridge")
    assert get(client, "forces/ambridge")["name"] == force.name


def test_pages_link_to_each_other_and_say_how_many_there_are(client, monkeypatch):
    monkeypatch.setattr(asking, "PAGE_SIZE", 2)
    for letter in "abcde":
        PoliceForceFactory(slug=letter)
    first = get(client, "forces")
    assert (first["total"], first["page"], first["pages"]) == (5, 1, 3)
    assert first["previous"] is None
    assert first["next"].endswith("/api/v1/forces?page=2")
    last = get(client, "forces?page=3")
    assert [one["force"] for one in last["results"]] == ["e"]
    assert last["next"] is None
    assert get(client, "forces?page=4", 404)["detail"] == "There are 3 pages."


@pytest.mark.parametrize(
    ("query", "status"),
    [
        *(("page=0", 400), ("page=-1", 400), ("page=1000000000", 400), ("page=x", 400)),
        *(("page=%00", 400), ("page=", 400), ("page=²", 400), ("page=1&page=1", 400)),
        *(("page=999999", 404), ("colour=red", 400), ("%00=1", 400), ("force=%00", 400)),
        *(("force=nowhere", 404), ("report=nowhere", 404), ("force=a%20b", 400)),
        *(("year=0", 400), ("year=20266", 400), ("year=abcd", 400), ("year=%0A2026", 400)),
        *(("rag=blue", 400), ("rag=", 400), ("rag=amber%0A", 400)),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(client, query, status):
    told = get(client, f"answers?{query}", status)
    assert told["status"] == status
    assert told["detail"].endswith(".")


@pytest.mark.parametrize(
    "path", ["", "nowhere", "forces/", "forces/%00", "forces/a%0Ab", "forces/x"]
)
def test_what_is_not_there_is_told_in_json(client, path):
    assert get(client, path, 404)["title"] == "Not found"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_it_is_only_read(client, method):
    response = getattr(client, method)("/api/v1/forces")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response.json()["detail"] == "This is only read."


def test_another_form_than_json_is_refused(client):
    get(client, "forces", 406, accept="text/html")
    get(client, "forces", 200, accept="text/html, */*;q=0.1")
    get(client, "forces", 200, accept="application/json")


def test_programs_of_any_site_may_read_it_and_ask_before(client):
    assert client.get("/api/v1/forces")["Access-Control-Allow-Origin"] == "*"
    assert client.get("/api/v1/nowhere")["Access-Control-Allow-Origin"] == "*"
    asked = client.options("/api/v1/forces")
    assert asked.status_code == 204
    assert asked["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in asked["Access-Control-Allow-Headers"]


def test_head_has_the_headers_alone(client):
    PoliceForceFactory()
    response = client.head("/api/v1/forces")
    assert response.content == b""
    assert int(response["Content-Length"]) == len(client.get("/api/v1/forces").content)


@pytest.fixture
def remembered(settings):
    settings.CACHES = settings.CACHES | {
        "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "data"}
    }
    caches["pages"].clear()


# PostgreSQL gives the register its new edition where a transaction ends.
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("name", LISTS)
def test_a_second_reading_costs_one_query_and_nothing_where_it_is_held(client, name):
    answered()
    first = client.get(f"/api/v1/{name}")
    assert first["Cache-Control"] == "public, max-age=0, s-maxage=60, must-revalidate"
    with CaptureQueriesContext(connection) as asked:
        again = client.get(f"/api/v1/{name}", headers={"if-none-match": first["ETag"]})
    assert len(asked) == 1
    assert (again.status_code, again.content) == (304, b"")
    answered()
    PoliceForceFactory()
    changed = client.get(f"/api/v1/{name}", headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200
