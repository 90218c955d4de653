"""A force's page: how long its responses took, and what a page shows where there are many."""

import re
from importlib import import_module

import pytest
from django.urls import reverse

from recommendations.partial_dates import parse
from recommendations.rag import Rag
from responses.presenters.response_times import outcomes_in_words
from responses.publishing.record import Record
from tests.factories import AssessmentFactory, InspectionReportFactory, PoliceForceFactory

from .publishing import publish_response, words

pytestmark = pytest.mark.django_db
# The package has a view of the same name.
VIEWS = import_module("responses.views.public.forces")


@pytest.fixture
def force():
    return PoliceForceFactory()


def answered(force, on, **values):
    """Publish a response of `force` on the day `on` to a report of 15 March 2026."""
    report = InspectionReportFactory(published_on=parse("15 March 2026"), **values)
    return publish_response(force=force, report=report, published_on=on)


def rated(force, rag):
    report = InspectionReportFactory(published_on=parse("15 April 2026"))
    rating = AssessmentFactory(
        force=force, recommendation__report=report, rag=rag, reason="The money is not found."
    )
    publish_response(force=force, report=report)
    return rating


def shown(client, force):
    return words(client.get(reverse("force", args=[force.slug])))


def test_each_response_shows_its_days_with_the_sum(client, force):
    answered(force, parse("30 April 2026"))
    page = shown(client, force)
    assert "Of 1 response here: 1 in time." in page
    assert (
        "15 March 2026 is day 1; the last day is 9 May 2026, day 56; 30 April 2026 is day 47: "
        "in time." in page
    )


def test_a_month_is_shown_as_a_range_and_lateness_by_its_days(client, force):
    answered(force, parse("April 2026"))
    answered(force, parse("12 May 2026"))
    page = shown(client, force)
    assert "Of 2 responses here: 1 in time and 1 late." in page
    assert "April 2026 is between day 18 and day 47: in time." in page
    assert "12 May 2026 is day 59: 3 days late." in page


def test_every_outcome_is_counted_and_none_is_hidden():
    publications = [
        answered(PoliceForceFactory(), on)
        for on in (parse("30 April 2026"), parse("May 2026"), parse("May 2026"))
    ]
    records = [Record.from_json(one.payload) for one in publications]
    assert outcomes_in_words(records) == (
        "Of 3 responses here: 1 in time and 2 on days that may or may not be in time."
    )
    assert outcomes_in_words([]) == ""


def test_a_force_without_a_response_shows_no_days(client, force):
    assert "How long" not in shown(client, force)


def test_the_older_of_many_responses_stand_in_the_table_alone(client, force, monkeypatch):
    monkeypatch.setattr(VIEWS, "MOST_RESPONSES", 2)
    for day in range(3):
        answered(force, parse(f"{27 + day} April 2026"))
    answer = client.get(reverse("force", args=[force.slug]))
    page = words(answer)
    assert answer.content.count(b'class="response-item"') == 2
    assert "These are the newest 2. The 1 older one is listed under" in page
    assert "All 3 responses, the newest first" in page
    assert len(re.findall("is day 4[456]: in time", page)) == 3


def test_of_many_open_ratings_the_red_ones_come_first_and_all_are_a_link_away(
    client, force, monkeypatch
):
    monkeypatch.setattr(VIEWS, "MOST_OPEN", 2)
    for rag in (Rag.AMBER, Rag.RED, Rag.AMBER, Rag.NOT_ASSESSED):
        rated(force, rag)
    answer = client.get(reverse("force", args=[force.slug]))
    page = words(answer)
    assert [one.rag for one in answer.context["open"]] == [Rag.RED, Rag.AMBER]
    assert "The 2 that want most attention" in page
    for number, rag in ((1, Rag.RED), (2, Rag.AMBER), (1, Rag.NOT_ASSESSED)):
        link = f'<a href="/?force={force.slug}&amp;rag={rag}">{number} {rag.in_sentence}</a>'
        assert link in page
        found = client.get(f"/?force={force.slug}&rag={rag}")
        assert found.context["found"].number == number
