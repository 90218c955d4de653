"""What search engines are told: one address and one description of each page, and of no search."""

import datetime
import re
from urllib import robotparser
from xml.etree import ElementTree

import pytest
from django.conf import settings as project
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from responses.services import withdraw
from responses.urls import urlpatterns
from responses.views.public import sitemaps
from tests.factories import InspectionReportFactory, PoliceForceFactory, RecommendationFactory

from .publishing import NOW, publish_again, publish_response
from .test_queries_public import fill

pytestmark = pytest.mark.django_db
SITE = "https://answers.example"
XMLNS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_ADDRESS = SITE


@pytest.fixture
def publication():
    """The second version of a response to a report with one finding; one other was withdrawn."""
    report = InspectionReportFactory(slug="lanes", title="On lanes", short_title="Lanes")
    RecommendationFactory(report=report, label="1", subject="Ponds")
    force = PoliceForceFactory(slug="ambridge", name="Ambridge Police")
    gone = publish_response(force=force)
    withdraw(publication=gone, by=None, now=NOW, reason="Wrong.")
    return publish_again(publish_response(report=report, force=force))


RESPONSE = "/forces/ambridge/lanes/"
# Of each pattern an address, and the one that stands for it.
CANONICAL = {
    "home": ("/", "/"),
    "forces": ("/forces/", "/forces/"),
    "force": ("/forces/ambridge/", "/forces/ambridge/"),
    "response": (RESPONSE, RESPONSE),
    "response_layout": (f"{RESPONSE}record/", RESPONSE),
    "version": (f"{RESPONSE}v2/", RESPONSE),
    "version_layout": (f"{RESPONSE}v1/record/", f"{RESPONSE}v1/"),
    "version_changes": (f"{RESPONSE}v2/changes/", f"{RESPONSE}v2/changes/"),
    "reports": ("/reports/", "/reports/"),
    "report": ("/reports/lanes/", "/reports/lanes/"),
    "finding": ("/reports/lanes/1/", "/reports/lanes/1/"),
    "finding_history": (f"{RESPONSE}history/1/", f"{RESPONSE}history/1/"),
    "about": ("/about/", "/about/"),
    "data": ("/data/", "/data/"),
    "accessibility": ("/accessibility/", "/accessibility/"),
    "privacy": ("/privacy/", "/privacy/"),
}


def head_of(client, path, status=200):
    """Return (canonical address, description, whether it is kept out) of the page at `path`."""
    answer = client.get(path)
    assert answer.status_code == status, path
    page = answer.content.decode()
    (place,) = re.findall('<link rel="canonical" href="([^"]*)">', page)
    (description,) = re.findall('<meta name="description" content="([^"]*)">', page)
    return place, description, '<meta name="robots" content="noindex">' in page


def test_every_page_has_one_address_and_a_description_of_its_own(client, publication):
    pages = {one.name for one in urlpatterns if str(one.pattern).endswith("/") or not one.pattern}
    assert pages | {"home"} == CANONICAL.keys()
    described = {}
    for path, wanted in CANONICAL.values():
        place, description, _ = head_of(client, path)
        assert place == f"{SITE}{wanted}"
        assert 30 < len(description) < 300
        assert described.setdefault(place, description) == description
    assert len(set(described.values())) == len(described)


def test_a_withdrawn_version_and_a_search_are_kept_out(client, publication):
    gone = type(publication).objects.exclude(withdrawal=None).get()
    assert head_of(client, gone.get_absolute_url(), 410)[2]
    path = "/?q=reply&force=ambridge"
    place, description, is_kept_out = head_of(client, path)
    assert is_kept_out
    assert place == f"{SITE}/?q=reply&amp;force=ambridge"
    assert "“reply”" in description
    assert head_of(client, f"{path}&nothing=1")[0] == place


def locations(client, path="/sitemap.xml"):
    answer = client.get(path)
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    tree = ElementTree.fromstring(answer.content)  # noqa: S314 it is our own
    return [one.text.removeprefix(SITE) for one in tree.findall(".//s:loc", XMLNS)], tree


def test_the_sitemap_names_each_page_that_is_published_once(client, publication):
    InspectionReportFactory(slug="draft", is_listed=False)
    found, tree = locations(client)
    assert len(found) == len(set(found))
    assert {place for _, place in CANONICAL.values()} - {
        f"{RESPONSE}v1/",
        f"{RESPONSE}v2/changes/",
        f"{RESPONSE}history/1/",
    } <= set(found)
    for path in found:
        assert head_of(client, path)[0] == f"{SITE}{path}"
    gone = type(publication).objects.exclude(withdrawal=None).get()
    assert gone.get_absolute_url() not in found
    assert "/reports/draft/" not in found
    last = {
        url.find("s:loc", XMLNS).text.removeprefix(SITE): url.findtext("s:lastmod", None, XMLNS)
        for url in tree.findall("s:url", XMLNS)
    }
    assert last[RESPONSE] == last["/reports/lanes/"] == last["/forces/ambridge/"] == "2026-05-29"


def test_a_withdrawal_changes_the_pages_that_name_it(client, publication):
    later = NOW + datetime.timedelta(days=3)
    withdraw(publication=publication, by=None, now=later, reason="Wrong.")
    _, tree = locations(client)
    last = {
        url.find("s:loc", XMLNS).text.removeprefix(SITE): url.findtext("s:lastmod", None, XMLNS)
        for url in tree.findall("s:url", XMLNS)
    }
    assert last["/reports/lanes/1/"] == last["/forces/ambridge/"] == "2026-06-01"


def test_a_sitemap_that_is_too_long_is_parted(client, publication, monkeypatch):
    whole, _ = locations(client)
    monkeypatch.setattr(sitemaps.Addresses, "limit", 7)
    publish_again(publication)  # Another edition, so that nothing remembered is sent.
    parts, tree = locations(client)
    assert tree.tag.endswith("sitemapindex")
    assert parts == [f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    assert len(parts) > 1
    assert [path for part in parts for path in locations(client, part)[0]] == whole
    assert client.get(f"/sitemap-{len(parts) + 1}.xml").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_sitemap_asks_as_often_for_three_rows_as_for_one(client, number):
    fill(number)
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/sitemap.xml").status_code == 200
    assert len([query for query in asked if "forces_edition" not in query["sql"]]) == 6


def robot(client):
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    parsed = robotparser.RobotFileParser()
    parsed.parse(answer.content.decode().splitlines())
    return parsed


def test_robots_are_led_to_the_sitemap_and_kept_from_what_is_not_public(client):
    parsed = robot(client)
    assert parsed.site_maps() == [f"{SITE}/sitemap.xml"]
    names = ("admin:index", "boards", "account_login", "forgotten", "sign_out")
    for path in (*map(reverse, names), "/board/kent/", "/search.csv?q=a"):
        assert not parsed.can_fetch("any", path), path
    for path, _ in CANONICAL.values():
        assert parsed.can_fetch("any", path), path
    lines = client.get("/robots.txt").content.decode().splitlines()
    # Whatever asks something; Python's own reader knows no such pattern (RFC 9309).
    assert "Disallow: /*?" in lines


def test_a_demonstration_is_for_no_search_engine(client, settings):
    settings.DEMONSTRATION = True
    assert not robot(client).can_fetch("any", "/about/")


def test_a_site_that_does_not_know_its_address_has_no_sitemap(client, settings):
    settings.SITE_ADDRESS = ""
    assert client.get("/sitemap.xml").status_code == 404
    assert robot(client).site_maps() is None
    assert project.SITE_ADDRESS == ""
