"""Each public page asks the database as often for three rows as for one.

What is remembered asks for the edition before and after it is made.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    AddressingFactory,
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    NarrativeSectionFactory,
    OfficeHolderFactory,
    OversightFactory,
    RecommendationFactory,
    ResponseFactory,
)

from .publishing import publish_again, put_through

pytestmark = pytest.mark.django_db


def add_response(report, oversight):
    """Publish a response that answers each recommendation of `report`."""
    draft = ResponseFactory(report=report, force=oversight.force, body=oversight.body)
    section = NarrativeSectionFactory(response=draft)
    for finding in report.findings.all():
        AssessmentFactory(force=draft.force, recommendation=finding, rag="amber")
        AnswerFactory(response=draft, findings=[finding], explained_in=section)
    OfficeHolderFactory(body=draft.body)
    return put_through(draft)


def fill(number):
    """Make `number` reports with `number` recommendations and responses each; return the first.

    Each force answers each report, and one report per round waits for an answer.
    """
    overseen = [OversightFactory() for _ in range(number)]
    publications = []
    for _ in range(number):
        report = InspectionReportFactory()
        for _ in range(number):
            for finding in RecommendationFactory.create_batch(2, report=report):
                AddressingFactory(recommendation=finding)
        publications += [add_response(report, oversight) for oversight in overseen]
        RecommendationFactory(report=InspectionReportFactory())
    return publications[0]


def path_of(name, publication):
    force, report = publication.force.slug, publication.report.slug
    arguments = {
        "force": [force],
        "force_feed": [force],
        "report_feed": [report],
        "report": [report],
        "finding": [report, publication.report.findings.first().ref],
        "finding_history": [force, report, publication.report.findings.first().ref],
        "api_force": [force],
        "api_report": [report],
        "response": [force, report],
        "response_layout": [force, report, "record"],
    }
    return reverse(name, args=arguments.get(name, []))


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("home", 5),
        ("forces", 2),
        ("force", 8),
        ("reports", 1),
        ("report", 6),
        ("finding", 4),
        ("finding_history", 4),
        ("response", 1),
        ("response_layout", 1),
        ("feed", 2),
        ("force_feed", 3),
        ("report_feed", 3),
        ("api_forces", 3),
        ("api_force", 2),
        ("api_reports", 4),
        ("api_report", 3),
        ("api_responses", 3),
        ("api_versions", 3),
        ("api_answers", 3),
        ("data", 0),
        ("about", 0),
        ("accessibility", 0),
        ("privacy", 0),
    ],
)
@pytest.mark.parametrize("number", [1, 3])
def test_a_page_asks_as_often_for_three_rows_as_for_one(client, name, most, number):
    path = path_of(name, fill(number))
    with CaptureQueriesContext(connection) as asked:
        response = client.get(path)
    assert response.status_code == 200
    edition = [query for query in asked if "forces_edition" in query["sql"]]
    assert len(asked) - len(edition) == most
    assert len(edition) == (0 if name.startswith("response") else 2)


@pytest.mark.parametrize("number", [1, 3])
def test_the_history_of_a_recommendation_asks_as_often_for_three_versions(client, number):
    publication = fill(1)
    for _ in range(number - 1):
        publication = publish_again(publication)
    path = path_of("finding_history", publication)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(path).content.decode()
    assert page.count("<h2>Version ") == number
    assert sum("forces_edition" not in query["sql"] for query in asked) == 4
