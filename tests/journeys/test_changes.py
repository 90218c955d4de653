"""The page of what changed, wide, narrow and printed: words and marks carry it, not colour."""

import pytest

from tests.factories import InspectionReportFactory
from tests.journeys.checks import scrolls_sideways, violations
from tests.responses.test_changes_page import path_of, two_versions

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def address(live_server):
    return live_server.url + path_of(two_versions(InspectionReportFactory(), 3))


@pytest.mark.parametrize("width", [1280, 320])
def test_it_has_no_barrier_and_never_scrolls_sideways(address, open_page, width):
    page = open_page(width=width)
    assert page.goto(address).status == 200
    assert violations(page) == []
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("media", ["screen", "print"])
def test_its_marks_are_lines_and_no_mere_colours(address, page, media):
    page.goto(address)
    page.emulate_media(media=media)
    line = "one => getComputedStyle(one).textDecorationLine"
    assert page.locator(".change ins").first.evaluate(line) == "underline"
    assert page.locator(".change del").first.evaluate(line) == "line-through"
