"""Every page on the way of a response names each report that it answers."""

import datetime
import re

import pytest

from forces.models import Role
from recommendations.partial_dates import parse
from responses.admin.days import last_day_of
from responses.models import ChiefOfficerComments, Response
from tests.admin_client import page, signed_in
from tests.factories import (
    AnswerFactory,
    ChiefOfficerCommentsFactory,
    InspectionReportFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
)

pytestmark = pytest.mark.django_db
TITLES = ("An inspection of hens", "An inspection of ponds")


@pytest.fixture
def response():
    hens, ponds = (InspectionReportFactory(title=title, short_title=title) for title in TITLES)
    response = ResponseFactory(report=hens, invited_on=datetime.date(2026, 5, 4))
    response.further_reports.add(ponds)
    NarrativeSectionFactory(response=response)
    ChiefOfficerCommentsFactory(response=response, text="<p>We agree.</p>")
    return response


def shown(role, force, path):
    return signed_in(role, force=force).get(path).content.decode()


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("name", ["change", "send", "decline"])
def test_the_pages_of_the_comments(response, name, title):
    pk = response.comments.pk
    arguments = ["change", pk] if name == "change" else ["step", pk, name]
    path = page(ChiefOfficerComments, *arguments)
    assert title in shown(Role.LIAISON, response.force, path)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("path", ["/admin/", page(ChiefOfficerComments, "changelist")])
def test_what_a_liaison_is_asked_for(response, path, title):
    assert title in shown(Role.LIAISON, response.force, path)


@pytest.mark.parametrize(
    ("published", "begins", "ends"),
    [
        ("1 April 2026", "26 May 2026", f", for “{TITLES[1]}”"),
        ("March 2026", f"For “{TITLES[1]}”: The report", "25 April 2026 and 25 May 2026."),
    ],
)
def test_the_last_day_names_the_report_that_binds(response, published, begins, ends):
    response.further_reports.update(published_on=parse(published))
    words = last_day_of(response)
    assert (words[: len(begins)], words[-len(ends) :]) == (begins, ends)


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("1 April 2026", f"26 May 2026 (day 56), for “{TITLES[1]}”"),
        ("March 2026", f"For “{TITLES[1]}”: The report was published in March 2026, on a day"),
    ],
)
def test_the_page_of_the_comments_names_the_report_of_its_last_day(response, published, told):
    response.further_reports.update(published_on=parse(published))
    path = page(ChiefOfficerComments, "change", response.comments.pk)
    assert told in shown(Role.LIAISON, response.force, path)


def test_each_answer_is_called_after_its_recommendation_and_a_further_report(response):
    for report in response.reports():
        finding = RecommendationFactory(report=report, label="1", ref="1")
        AnswerFactory(response=response, findings=[finding])
    path = page(Response, "change", response.pk)
    whole = shown(Role.EDITOR, response.force, path)
    names = re.findall(r'id="answers-\d+-name">([^<]*)<', whole)
    assert names == ["Recommendation 1", f"Recommendation 1 of “{TITLES[1]}”"]


@pytest.mark.parametrize("title", TITLES)
def test_the_head_of_the_response_and_the_page_that_hands_it_on(response, title):
    whole = shown(Role.EDITOR, response.force, page(Response, "change", response.pk))
    assert title in whole.split('<ul class="panel-links">')[0]
    submit = page(Response, "move", response.pk, "submit")
    assert title in shown(Role.EDITOR, response.force, submit)
