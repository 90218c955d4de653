"""What a force said of one recommendation, version by version."""

import pytest
from django.urls import reverse

from recommendations.rag import Rag
from recommendations.services import record_rating
from responses.services import open_next_draft, withdraw
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    RecommendationFactory,
)

from .publishing import NOW, publish_response, put_through, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def finding():
    return RecommendationFactory(subject="Record each visit", report=InspectionReportFactory())


@pytest.fixture
def first(finding):
    """A first version: Amber, with an answer to the finding and one to another."""
    other = RecommendationFactory(report=finding.report, subject="Train the staff")
    publication = publish_response(report=finding.report)
    draft = open_next_draft(response=publication.response, by=None, now=NOW)
    rating = AssessmentFactory(force=publication.force, recommendation=finding, rag=Rag.AMBER)
    AnswerFactory(response=draft, findings=[finding], action="<p>We will record visits.</p>")
    AnswerFactory(response=draft, findings=[other], action="<p>We train.</p>")
    return put_through(draft), rating


def publish_next(publication, rating, rag, action):
    draft = open_next_draft(response=publication.response, by=None, now=NOW)
    record_rating(assessment=rating, by=None, now=NOW, rag=rag, reason="Checked.")
    answer = draft.answers.filter(findings=rating.recommendation).get()
    answer.action = action
    answer.save()
    other = draft.answers.exclude(pk=answer.pk).get()
    other.action = "<p>We train all.</p>"
    other.save()
    return put_through(draft)


def shown(client, finding, force):
    names = [force.slug, finding.report.slug, finding.ref]
    return words(client.get(reverse("finding_history", args=names)))


def test_each_version_says_what_it_said_and_what_changed_of_this_alone(client, finding, first):
    publication, rating = first
    publish_next(publication, rating, Rag.GREEN, "<p>We record visits.</p>")
    page = shown(client, finding, publication.force)
    assert "Amber from version 2 (29 May 2026), Green from version 3 (29 May 2026)." in page
    newest, middle, oldest = page.split("<h2>Version")[1:]
    assert "</a>, current" in newest
    assert "</a>, current" not in middle + oldest
    assert "We record visits." in newest
    assert "We will record visits." in middle
    assert "What changed since version 2" in newest
    assert "<del>" in newest
    assert "train" not in page.replace("Train the staff", "")
    assert "visits" not in oldest


def test_a_version_that_says_the_same_says_so(client, finding, first):
    publication, _ = first
    put_through(open_next_draft(response=publication.response, by=None, now=NOW))
    newest = shown(client, finding, publication.force).split("<h2>Version")[1]
    assert "Nothing in what is said of it." in newest


def test_a_withdrawn_version_is_told_by_its_reason_and_never_quoted(client, finding, first):
    publication, rating = first
    newest = publish_next(publication, rating, Rag.GREEN, "<p>We record visits.</p>")
    withdraw(publication=publication, by=None, now=NOW, reason="It named a child.")
    page = shown(client, finding, publication.force)
    assert "It named a child." in page
    assert "will" not in page.split("<h2>Version 3")[1]
    assert "Green from version 3" in page
    assert "Amber" not in page
    assert "The version before was withdrawn, so what changed is not told." in page
    withdraw(publication=newest, by=None, now=NOW, reason="So did this.")
    assert "</a>, current" not in shown(client, finding, publication.force)


def test_the_page_of_the_recommendation_leads_there(client, finding, first):
    publication, _ = first
    place = reverse(
        "finding_history", args=[publication.force.slug, finding.report.slug, finding.ref]
    )
    assert f'href="{place}"' in words(client.get(finding.get_absolute_url()))


@pytest.mark.parametrize(
    "place",
    ["{force}/{report}/history/99", "atlantis/{report}/history/{ref}", "{force}/x/history/{ref}"],
)
def test_what_nobody_answered_is_not_found(client, finding, first, place):
    names = {"report": finding.report.slug, "ref": finding.ref, "force": first[0].force.slug}
    assert client.get(f"/forces/{place.format(**names)}/").status_code == 404


def test_what_was_never_held_is_not_found(client, first):
    publication, _ = first
    later = RecommendationFactory(report=publication.report)
    names = [publication.force.slug, later.report.slug, later.ref]
    assert client.get(reverse("finding_history", args=names)).status_code == 404
