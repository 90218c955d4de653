"""Every version at its own address, and what each says of the others."""

import datetime
import re

import pytest
from django.conf import settings
from django.urls import reverse

from tests.factories import InspectionReportFactory, NarrativeSectionFactory, ResponseFactory

from .publishing import (
    NOW,
    address,
    publish_again,
    publish_response,
    put_through,
    version_address,
    words,
)
from .test_public_pages import hide
from .test_public_structure import faults

pytestmark = [pytest.mark.django_db, pytest.mark.documents]
LATER = NOW + datetime.timedelta(days=6)


@pytest.fixture
def first():
    return publish_response()


@pytest.fixture
def second(first):
    NarrativeSectionFactory(response=first.response, heading="Second thoughts")
    return publish_again(first, now=LATER)


def versions_in(page):
    """Return the part of the page that lists the versions."""
    return page[page.index("<h2>Versions</h2>") :].split("</section>")[0]


def canonical(page):
    place = re.search('<link rel="canonical" href="([^"]+)">', page)[1]
    assert place.startswith(settings.SITE_ADDRESS)
    return place.removeprefix(settings.SITE_ADDRESS)


def test_each_version_stays_at_its_address_in_every_layout(client, first, second):
    for layout in (None, "statement", "record"):
        old = words(client.get(version_address(first, layout)))
        new = words(client.get(version_address(second, layout)))
        assert "Second thoughts" not in old
        assert "Second thoughts" in new
        assert "<span>Version 1 · published here 29 May 2026</span>" in old
        assert "<span>Version 2 · published here 4 June 2026</span>" in new
        assert f"layout-{layout or 'statement'}" in old


def test_an_old_version_says_which_took_its_place_and_links_on(client, first, second):
    page = words(client.get(version_address(first)))
    head = page[page.index("<article") : page.index("<h1>")]
    assert "<strong>Version 1 is superseded.</strong>" in head
    assert "Version 2, published here 4 June 2026, took its place." in head
    assert f'<a href="{address(first)}">Read the current version</a>' in head
    assert "<title>Version 1: " in page
    for path in (address(second), version_address(second)):
        assert "superseded" not in words(client.get(path))


def test_an_old_version_names_the_current_one_and_not_the_next(client, first, second):
    publish_again(second, now=LATER + datetime.timedelta(days=1))
    for version in (first, second):
        page = words(client.get(version_address(version)))
        assert "Version 3, published here 5 June 2026, took its place." in page


def test_search_engines_keep_one_address_of_the_current_version_and_none_of_an_old_one(
    client, first, second
):
    for path in (address(second), address(second, "record"), version_address(second, "statement")):
        page = words(client.get(path))
        assert canonical(page) == address(second)
        assert "noindex" not in page
    for path in (version_address(first), version_address(first, "record")):
        page = words(client.get(path))
        assert canonical(page) == version_address(first)
        assert '<meta name="robots" content="noindex">' in page


def test_every_page_lists_all_versions_with_their_days_and_their_changes(client, first, second):
    third = publish_again(second, now=LATER + datetime.timedelta(days=1))
    for path in (address(third), version_address(first), version_address(second, "record")):
        part = versions_in(words(client.get(path)))
        assert re.findall(r">(Version \d)</a>, published here ([^<]+)<", part) == [
            ("Version 3", "5 June 2026, current"),
            ("Version 2", "4 June 2026"),
            ("Version 1", "29 May 2026"),
        ]
        for version in (first, second, third):
            assert f'href="{version_address(version)}"' in part
        changes = re.findall(r'href="([^"]+/changes/)">What changed in version (\d)<', part)
        assert changes == [
            (f"{version_address(third)}changes/", "3"),
            (f"{version_address(second)}changes/", "2"),
        ]
        assert [client.get(url).status_code for url, _ in changes] == [200, 200]
        assert part.count('aria-current="true"') == 1


def test_the_switch_of_an_old_version_leads_to_its_own_layouts(client, first, second):
    for path, place in (
        (version_address(first, "record"), version_address(first)),
        (version_address(first), version_address(first)),
        (version_address(second), address(second)),
        (address(second), address(second)),
    ):
        page = words(client.get(path))
        switch = page[page.index('class="switch"') :].split("</nav>")[0]
        assert re.findall(r'href="([^"]+)"', switch) == [f"{place}statement/", f"{place}record/"]


@pytest.mark.parametrize("number", ["0", "01", "2", "99999999999999999999", "1a", "-1", "१"])
def test_a_version_that_is_not_there_is_not_found(client, first, number):
    for rest in ("", "statement/", "changes/"):
        assert client.get(f"{address(first)}v{number}/{rest}").status_code == 404


def test_a_version_stands_under_its_own_force_and_lead_report_only(client, first):
    further = InspectionReportFactory()
    draft = ResponseFactory(report=InspectionReportFactory())
    draft.further_reports.add(further)
    other = put_through(draft)
    names = [other.force.slug, first.report.slug, 1]
    assert client.get(reverse("version", args=names)).status_code == 404
    names = [other.force.slug, further.slug, 1]
    assert client.get(reverse("version", args=names)).status_code == 404
    assert client.get(version_address(other)).status_code == 200


def test_versions_of_a_report_that_is_not_listed_are_nowhere(client, first, second):
    hide(first.report)
    for path in (address(second), version_address(first), version_address(second, "record")):
        assert client.get(path).status_code == 404


def test_a_draft_does_not_show_in_the_list_of_versions(client, second):
    NarrativeSectionFactory(response=second.response)
    assert versions_in(words(client.get(address(second)))).count("<li>") == 2


def test_the_pages_of_versions_have_no_fault_in_their_structure(client, first, second):
    for path in (version_address(first), version_address(first, "record"), address(second)):
        assert list(faults(client.get(path).content.decode())) == []
