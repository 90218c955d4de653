"""Public pages are remembered while nothing changes, and never beyond that."""

import datetime

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forces.models import PoliceForce
from responses.services import withdraw
from responses.views.public import home as home_view
from responses.views.public import remembering
from tests.factories import PoliceForceFactory

from .publishing import NOW, publish_response, words

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def remembered(settings):
    settings.CACHES = settings.CACHES | {
        "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "test"}
    }
    caches["pages"].clear()


def pages_of(publication):
    finding = publication.report.findings.first()
    report = publication.report.get_absolute_url()
    return {
        "home": "/",
        "forces": "/forces/",
        "force": publication.force.get_absolute_url(),
        "reports": "/reports/",
        "report": report,
        **({"finding": f"{report}{finding.ref}/"} if finding else {}),
        "about": "/about/",
    }


def queries(client, path, **headers):
    with CaptureQueriesContext(connection) as asked:
        response = client.get(path, headers=headers)
    return len(asked), response


def test_the_second_reading_costs_one_query_and_is_the_same(client):
    for path in pages_of(publish_response()).values():
        first, made = queries(client, path)
        second, again = queries(client, path)
        assert second == 1 < first
        assert again.content == made.content
        assert again.headers == made.headers


def test_each_coding_has_its_own_and_a_reader_who_holds_it_is_not_sent_it_again(client):
    path = publish_response().force.get_absolute_url()
    plain, packed = (client.get(path, headers={"accept-encoding": c}) for c in ("identity", "br"))
    assert packed["Content-Encoding"] == "br"
    assert len(packed.content) < len(plain.content)
    held = {"accept-encoding": "br", "if-none-match": packed["ETag"]}
    for _ in range(2):
        response = client.get(path, headers=held)
        assert response.status_code == 304
        assert not response.content


def test_what_is_published_or_withdrawn_is_shown_at_once(client):
    first = publish_response()
    assert first.force.short_name in words(client.get("/"))
    second = publish_response()
    assert second.force.short_name in words(client.get("/"))
    path = second.force.get_absolute_url()
    assert "withdrawn" not in words(client.get(path)).lower()
    withdraw(publication=second, by=None, now=NOW, reason="Wrong force.")
    assert "withdrawn" in words(client.get(path)).lower()


def test_a_change_to_the_register_is_shown_at_once(client):
    force = publish_response().force
    assert force.name in words(client.get("/forces/"))
    PoliceForce.objects.filter(pk=force.pk).update(name="Felpersham Police")
    assert "Felpersham Police" in words(client.get("/forces/"))


def test_another_day_makes_another_page(client, monkeypatch):
    publish_response()
    client.get("/")
    tomorrow = datetime.date(2100, 1, 1)
    monkeypatch.setattr("responses.pages.remembered.timezone.localdate", lambda: tomorrow)
    assert queries(client, "/")[0] > 1
    assert queries(client, "/")[0] == 1


def test_another_frame_makes_another_page(client, settings):
    publish_response()
    client.get("/")
    settings.SITE_NAME = "The Register of Borsetshire"
    assert "The Register of Borsetshire" in words(client.get("/"))


def test_what_changed_while_a_page_was_made_is_in_it(rf):
    """Somebody publishes between two queries of one page: it is made again."""
    publish_response()
    made = []

    def view(request):
        made.append(PoliceForce.objects.filter(short_name="Felpersham").exists())
        if len(made) == 1:
            PoliceForceFactory(short_name="Felpersham")
        return home_view(request)

    answered = remembering(view)(rf.get("/"))
    assert made == [False, True]
    assert "Felpersham" in answered.content.decode()


def test_a_page_that_is_overtaken_each_time_is_sent_and_not_remembered(rf):
    publish_response()
    made = []

    def view(request):
        made.append(PoliceForceFactory())
        return home_view(request)

    remembering(view)(rf.get("/"))
    tries = len(made)
    remembering(view)(rf.get("/"))
    assert len(made) == 2 * tries


def test_parameters_that_no_page_reads_share_its_copy(client):
    publish_response()
    client.get("/")
    assert queries(client, "/?utm_source=letter")[0] == 1


def test_what_is_not_found_is_not_remembered(client):
    for _ in range(2):
        assert client.get("/forces/nowhere/").status_code == 404
    PoliceForceFactory(slug="nowhere")
    assert client.get("/forces/nowhere/").status_code == 200
