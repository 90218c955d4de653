"""The board's pages: for those with a role in the force, over data that could leak."""

import datetime
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from forces.models import Role
from recommendations.kinds import Scope
from recommendations.partial_dates import parse
from recommendations.services import record_rating
from tests.admin_client import signed_in
from tests.factories import (
    AddressingFactory,
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    NarrativeSectionFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)
BOARDS = "/board/"
# A heading may have a number beside it.
HEADED = r">{}(?: <span[^<]*</span>)?</h\d>(.*?)(<h\d|</main>)"


def rate(force, **values):
    rating = AssessmentFactory(force=force, recommendation=RecommendationFactory())
    AddressingFactory(recommendation=rating.recommendation)
    return record_rating(assessment=rating, by=None, now=NOW, **values)


@pytest.fixture
def force():
    force = PoliceForceFactory(short_name="Ambridge")
    rating = rate(force, rag="amber", owner="Head of Cows", reason="Half of the fences stand.")
    record_rating(assessment=rating, by=None, now=NOW, rag="red", reason="The fences fell.")
    return force


@pytest.fixture
def other():
    other = PoliceForceFactory(short_name="Felpersham")
    rate(other, rag="red", reason="kestrel", owner="kestrel")
    return other


def address(force):
    return reverse("board", args=[force.slug])


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER, Role.LIAISON, Role.BOARD_MEMBER])
def test_who_has_a_role_in_the_force_reads_its_board_and_no_other(force, other, role):
    client = signed_in(role, force=force)
    shown = client.get(address(force)).content.decode()
    for words in ("1 Red", "The fences fell.", "Head of Cows", "Slipped, was Amber"):
        assert words in shown
    assert client.get(address(other)).status_code == 404
    listed = client.get(BOARDS).content.decode()
    assert "Ambridge" in listed
    for page in (shown, listed):
        assert "kestrel" not in page
        assert "Felpersham" not in page


@pytest.mark.parametrize("role", [Role.REGISTER_EDITOR, None])
def test_others_who_are_signed_in_find_no_board(force, role):
    client = signed_in(*([role] if role else []))
    assert client.get(address(force)).status_code == 404
    assert "No force’s board is open to you" in client.get(BOARDS).content.decode()


def test_a_board_of_the_demonstration_says_that_it_is_one(force):
    rating = rate(force)
    member = signed_in(Role.BOARD_MEMBER, force=force)
    assert "<strong>Demonstration:</strong>" not in member.get(address(force)).content.decode()
    report = rating.recommendation.report
    report.is_demonstration = True
    report.save()
    assert "<strong>Demonstration:</strong>" in member.get(address(force)).content.decode()


def test_nobody_reads_a_board_without_signing_in(force):
    for path in (BOARDS, address(force)):
        answer = Client().get(path)
        assert answer.status_code == 302
        assert answer.url.startswith("/sign-in/?next=")


def test_the_owner_of_the_installation_reads_every_board(force, other):
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    assert {client.get(address(one)).status_code for one in (force, other)} == {200}


def test_a_board_is_only_read_and_kept_by_no_cache(force):
    client = signed_in(Role.BOARD_MEMBER, force=force)
    assert client.post(address(force)).status_code == 405
    assert "no-store" in client.get(address(force)).headers["Cache-Control"]


def test_the_text_of_the_office_is_not_on_its_board(force):
    response = ResponseFactory(force=force, title="kestrel")
    finding = RecommendationFactory(report=response.report)
    AssessmentFactory(force=force, recommendation=finding)
    NarrativeSectionFactory(response=response, body="<p>kestrel</p>")
    AnswerFactory(response=response, findings=[finding], action="<p>kestrel</p>")
    shown = signed_in(Role.BOARD_MEMBER, force=force).get(address(force)).content.decode()
    assert finding.subject in shown
    assert "kestrel" not in shown


def test_what_needs_no_rating_and_what_is_not_listed_is_left_out_or_not_linked(force):
    practice = RecommendationFactory(kind="practice", subject="Good practice")
    hidden = RecommendationFactory(report__is_listed=False, subject="Hidden yet")
    for finding in (practice, hidden):
        AssessmentFactory(force=force, recommendation=finding)
    shown = signed_in(Role.BOARD_MEMBER, force=force).get(address(force)).content.decode()
    assert "Good practice" not in shown
    assert "Hidden yet" in shown
    assert hidden.get_absolute_url() not in shown


def part(page, heading):
    """The source of the part of `page` under `heading`, to the next heading."""
    return re.search(HEADED.format(heading), page, re.DOTALL).group(1)


def subjects(page):
    """The subjects in the table of open recommendations, from the top."""
    return re.findall(r"Subject \w+(?=</a>)", part(page, "Open recommendations"))


def test_each_fact_of_an_open_recommendation_is_a_column_of_its_own():
    force = PoliceForceFactory()
    rating = rate(force, rag="amber", owner="Head of Cows", expected_on=parse("May 2027"))
    finding = rating.recommendation
    finding.kind, finding.due_on = "cause_of_concern", parse("March 2027")
    finding.save()
    shown = signed_in(Role.BOARD_MEMBER, force=force).get(address(force)).content.decode()
    table = part(shown, "Open recommendations")
    heads = re.findall(r'scope="col">([^<]*)', table)
    cells = dict(re.findall(r'data-label="([^"]*)">(.*?)</td>', table, re.DOTALL))
    assert heads == ["No.", "Recommendation", *cells]
    assert "Cause of concern" in table
    for label, words in (
        ("Addressed to, and owner", "Head of Cows"),
        ("Due", "March 2027"),
        ("Rating", "First rating"),
        ("Expected to close", "May 2027"),
        ("Reviewed on", "29 May 2026"),
        ("Commentary", "None recorded"),
    ):
        assert [label for label, cell in cells.items() if words in cell] == [label]


def test_an_open_recommendation_that_nobody_reviewed_says_so_in_the_table(force):
    AssessmentFactory(force=force)
    shown = signed_in(Role.BOARD_MEMBER, force=force).get(address(force)).content.decode()
    assert part(shown, "Open recommendations").count("Never reviewed") == 1
    assert part(shown, "Never reviewed").count("<li>") == 1


def test_nested_findings_are_read_after_their_parents_whether_these_are_rated_or_not(force):
    report = InspectionReportFactory(published_on=parse("1 May 2026"))

    def finding(label, order, parent=None):
        return RecommendationFactory(report=report, label=label, order=order, parent=parent)

    seven, three = finding("7", 7), finding("3", 3)
    nested = finding("7x1", 0, seven), finding("3b", 2, three), finding("3a", 1, three)
    for one in (seven, *nested):
        AssessmentFactory(force=force, recommendation=one)
    shown = signed_in(Role.BOARD_MEMBER, force=force).get(address(force)).content.decode()
    assert subjects(shown)[:4] == ["Subject 3a", "Subject 3b", "Subject 7", "Subject 7x1"]


def test_reports_stand_newest_first_and_whole():
    force = PoliceForceFactory()
    dates = ("April 2026", "", "2 May 2026", "1 May 2026", "2 May 2026")
    reports = [InspectionReportFactory(published_on=parse(date)) for date in dates]
    for label in ("a", "b"):
        for number, report in enumerate(reports):
            one = RecommendationFactory(report=report, label=f"{number}{label}", order=0)
            AssessmentFactory(force=force, recommendation=one)
    shown = signed_in(Role.BOARD_MEMBER, force=force).get(address(force)).content.decode()
    assert subjects(shown) == [f"Subject {n}{label}" for n in (2, 4, 3, 0, 1) for label in "ab"]


def test_what_wants_attention_names_its_report_where_there_are_several():
    force = PoliceForceFactory()
    client = signed_in(Role.BOARD_MEMBER, force=force)
    for number, title in enumerate(("Ponds, 2026", "Hens, 2026"), start=1):
        report = InspectionReportFactory(short_title=title)
        for rag in ("red", "not_for_force"):
            one = AssessmentFactory(force=force, recommendation__report=report)
            record_rating(assessment=one, by=None, now=NOW, rag=rag, reason="Not ours.")
        shown = client.get(address(force)).content.decode()
        for heading in ("Red", "Not for this force"):
            listed = part(shown, heading)
            assert listed.count("Not ours.") == number
            assert ('<span class="muted">Ponds, 2026</span>' in listed) is (number == 2)
            assert ('<span class="muted">Hens, 2026</span>' in listed) is (number == 2)


def test_a_listed_report_that_concerns_the_force_and_has_no_rating_is_named(force):
    bare, elsewhere, mixed = InspectionReportFactory.create_batch(3)
    named = InspectionReportFactory(scope=Scope.NAMED_FORCES)
    named.forces.add(force)
    AssessmentFactory(recommendation__report=elsewhere)
    RecommendationFactory(report=mixed)
    AssessmentFactory(force=force, recommendation__report=mixed, recommendation__kind="practice")
    shown = signed_in(Role.BOARD_MEMBER, force=force).get(address(force)).content.decode()
    told = part(shown, "Reports without a rating")
    for report in (bare, named, elsewhere, mixed):
        assert f'href="{report.get_absolute_url()}">{report}</a>' in told


def test_no_other_report_is_named_as_lacking_a_rating(force):
    InspectionReportFactory(short_title="Hidden yet", is_listed=False)
    InspectionReportFactory(short_title="About others", scope=Scope.NAMED_FORCES)
    RecommendationFactory(report__short_title="Practice alone", kind="practice")
    shown = signed_in(Role.BOARD_MEMBER, force=force).get(address(force)).content.decode()
    assert "Reports without a rating" not in shown
    for title in ("Hidden yet", "About others", "Practice alone"):
        assert title not in shown


def test_an_empty_board_says_what_to_do():
    force = PoliceForceFactory()
    client = signed_in(Role.BOARD_MEMBER, force=force)
    assert "Ask a register editor to put it there." in client.get(address(force)).content.decode()
    InspectionReportFactory()
    shown = client.get(address(force)).content.decode()
    assert "Ask the office when it will rate" in shown
    assert "None is recorded yet." in shown
    assert "Nothing" not in shown


def test_a_board_of_an_earlier_day_says_nothing_of_the_register_of_that_day(force):
    InspectionReportFactory()
    client = signed_in(Role.BOARD_MEMBER, force=force)
    shown = client.get(address(force), {"at": "2020-01-01"}).content.decode()
    assert "Nothing: no rating was recorded by then." in shown
    assert "None is recorded yet" not in shown
    assert "The office gives each" not in shown
    assert "register editor" not in shown
    rating = force.assessments.get()
    record_rating(assessment=rating, by=None, now=NOW.replace(year=2019), rag="green", reason="")
    shown = client.get(address(force), {"at": "2020-01-01"}).content.decode()
    assert "without a date or long unreviewed.</p>" in shown


def test_a_board_where_all_is_well_says_so(force):
    record_rating(
        assessment=force.assessments.get(), by=None, now=timezone.now(), rag="green", reason=""
    )
    shown = signed_in(Role.BOARD_MEMBER, force=force).get(address(force)).content.decode()
    assert "Nothing: no open recommendation is Red" in shown
    assert "Reports without a rating" not in shown
    assert "every recommendation with a rating is Green" in shown


def test_a_board_on_which_nothing_moved_says_so():
    force = PoliceForceFactory()
    client = signed_in(Role.BOARD_MEMBER, force=force)
    shown = client.get(address(force), {"since": "2020-01-01"}).content.decode()
    assert "Nothing: no rating, date or owner changed" in shown


def test_a_board_asks_the_database_as_often_for_many_ratings_as_for_one(force):
    client = signed_in(Role.BOARD_MEMBER, force=force)
    asked = []
    for number in (0, 2):
        InspectionReportFactory.create_batch(number)
        for _ in range(number):
            rate(force, rag="amber")
        for path in (BOARDS, address(force)):
            with CaptureQueriesContext(connection) as queries:
                client.get(path)
            asked.append(len(queries))
    assert asked[:2] == asked[2:]
    assert max(asked) <= 10


def test_a_time_in_which_nobody_had_looked_is_no_state_before():
    force = PoliceForceFactory()
    rating = rate(force, rag="red", reason="None stood.")
    for rag in ("not_assessed", "amber"):
        record_rating(assessment=rating, by=None, now=NOW, rag=rag)
    shown = signed_in(Role.BOARD_MEMBER, force=force).get(address(force)).content.decode()
    assert "Improved, was Red" in shown


def test_closure_by_the_inspectorate_stands_beside_the_rag_with_its_day(force):
    day = datetime.date(2026, 5, 20)
    closed = {"assurance": "inspectorate_closed", "assured_on": day}
    rate(force, rag="amber", **closed)
    rate(force, rag="amber", **(closed | {"assurance": "office_checked"}))
    shown = signed_in(Role.BOARD_MEMBER, force=force).get(address(force)).content.decode()
    assert shown.count("Closed 20 May 2026") == 1
    assert shown.count("No closure recorded") == 2
