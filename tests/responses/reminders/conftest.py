"""The register on a day, three days before the last day of a draft."""

import datetime

import pytest
from django.utils import timezone

from recommendations.partial_dates import parse
from tests.factories import ResponseFactory


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_ADDRESS = "https://answerable.example"
    settings.DEFAULT_FROM_EMAIL = "register@answerable.example"


@pytest.fixture
def today(monkeypatch):
    """Return a function that sets the London day on which the command runs."""

    def set_day(text):
        day = parse(text).earliest
        noon = datetime.datetime(day.year, day.month, day.day, 12, tzinfo=datetime.UTC)
        monkeypatch.setattr(timezone, "now", lambda: noon)

    return set_day


@pytest.fixture
def response(today):
    """A draft whose last day is the 9th of June 2026, on the 6th."""
    today("6 June 2026")
    return ResponseFactory(force__short_name="Borchester", report__short_title="Villages, 2026")
