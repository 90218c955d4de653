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

from .publishing import put_through

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
        "api_force": [force],
        "api_report": [report],
        "response": [force, report],
        "response_layout": [force, report, "record"],
    }
    return reverse(name, args=arguments.get(name, []))


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("home", 4),
        ("forces", 2),
        ("force", 7),
        ("reports", 1),
        ("report", 5),
        ("finding", 3),
        ("response", 1),
        ("response_layout", 1),
        ("feed", 1),
        ("force_feed", 2),
        ("report_feed", 2),
        ("api_forces", 3),
        ("api_force", 2),
        ("api_reports", 4),
        ("api_report", 3),
        ("api_responses", 2),
        ("api_versions", 2),
        ("api_answers", 2),
        ("data", 0),
        ("about", 0),
        ("accessibility", 0),
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
