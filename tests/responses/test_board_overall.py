"""The boards' pages over several forces: only one's own, as at a day, in few queries."""

import datetime
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forces.models import Membership, Role
from recommendations.services import record_rating
from tests.admin_client import signed_in
from tests.factories import (
    AssessmentFactory,
    InspectionReportFactory,
    PoliceForceFactory,
    RecommendationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
OPENED = datetime.date(2026, 3, 1)


def at(month, day=9):
    return datetime.datetime(2026, month, day, 12, tzinfo=datetime.UTC)


def rate(force, finding, *states):
    """Give `force` a rating of `finding`, and record each (month, state)."""
    rating = AssessmentFactory(force=force, recommendation=finding, opened_on=OPENED)
    for month, rag in states:
        record_rating(assessment=rating, by=None, now=at(month), rag=rag, reason="Why")
    return rating


@pytest.fixture
def report():
    return InspectionReportFactory(slug="ponds", short_title="Ponds, 2026")


@pytest.fixture
def findings(report):
    return [
        RecommendationFactory(report=report, label=str(n), order=n, subject=f"Pond {n}")
        for n in (1, 2)
    ]


@pytest.fixture
def forces(findings):
    """Ambridge, Borchester and Felpersham, of which the last is somebody else's."""
    names = ("Ambridge", "Borchester", "Felpersham")
    ambridge, borchester, felpersham = (
        PoliceForceFactory(name=f"{name} Police", short_name=name, slug=name.lower())
        for name in names
    )
    rate(ambridge, findings[0], (3, "red"), (5, "amber"), (7, "green"))
    rate(ambridge, findings[1])
    rate(borchester, findings[1], (5, "red"))
    rate(felpersham, findings[0], (3, "red"))
    return ambridge, borchester, felpersham


@pytest.fixture
def client(forces):
    ambridge, borchester, _ = forces
    user = UserFactory()
    for force in (ambridge, borchester):
        Membership.objects.create(user=user, force=force, role=Role.BOARD_MEMBER)
    client = Client()
    client.force_login(user)
    return client


def rows(shown):
    """Return the words of each row of the table of the page, by the head of the row."""
    found = {}
    for row in re.findall(r"<tr role=\"row\"><th.*?</tr>", shown, re.DOTALL)[1:]:
        words = [
            " ".join(re.sub(r"<[^>]+>", " ", cell).split())
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)
        ]
        found[words[0]] = words[1:]
    return found


def boards(client, **query):
    return client.get(reverse("boards"), query).content.decode()


def test_each_force_of_ones_own_stands_with_its_numbers_and_no_other(client):
    shown = boards(client)
    assert rows(shown) == {
        "Ambridge Police": ["0", "0", "1", "0", "1", "2"],
        "Borchester Police": ["1", "0", "0", "0", "0", "1"],
    }
    assert "Felpersham" not in shown
    assert ": 1 Red, none Amber, 1 Green, 1 not yet assessed." in shown


def test_an_earlier_day_is_what_was_recorded_by_its_end(client):
    assert rows(boards(client, at="2026-05-09")) == {
        "Ambridge Police": ["0", "1", "0", "0", "1", "2"],
        "Borchester Police": ["1", "0", "0", "0", "0", "1"],
    }
    assert rows(boards(client, at="2026-05-08")) == {
        "Ambridge Police": ["1", "0", "0", "0", "1", "2"],
        "Borchester Police": ["0", "0", "0", "0", "1", "1"],
    }
    assert "no rating is recorded" in boards(client, at="2026-02-01")


def test_two_days_are_compared(client):
    shown = boards(client, at="2026-07-10", since="2026-03-10")
    assert rows(shown)["Ambridge Police"] == ["0 −1", "0", "1 +1", "0", "1", "2"]
    assert rows(shown)["Borchester Police"] == ["1 +1", "0", "0", "0", "0 −1", "1"]
    assert "; 2 open, and 3 at 10 March 2026." in shown


def test_numbers_lead_to_the_rows_behind_them_on_the_same_day(client):
    shown = boards(client, at="2026-05-09")
    address = '/board/ambridge/?at=2026-05-09&amp;rag=amber#open"'
    assert address in shown
    behind = client.get("/board/ambridge/", {"at": "2026-05-09", "rag": "amber"}).content.decode()
    assert "Pond 1" in behind
    assert "Pond 2" not in behind


@pytest.mark.parametrize("place", ["boards", "report_board"])
def test_a_day_that_cannot_be_is_told(client, place, report):
    address = reverse(place, args=[report.slug] if place == "report_board" else [])
    answer = client.get(address, {"at": "meeting-1"})
    assert answer.status_code == 400
    assert "There is no such meeting" in answer.content.decode()


def matrix(client, **query):
    return client.get(reverse("report_board", args=["ponds"]), query).content.decode()


def test_a_report_shows_each_force_of_ones_own_on_each_recommendation(client):
    shown = matrix(client)
    assert rows(shown) == {
        "Ambridge": [
            "Recommendation 1: Green",
            "Recommendation 2: Not yet assessed",
            "none Red, none Amber, 1 Green, 1 not yet assessed",
        ],
        "Borchester": ["Not rated", "Recommendation 2: Red", "1 Red, none Amber, none Green"],
    }
    assert "Felpersham" not in shown
    assert rows(matrix(client, at="2026-03-09"))["Ambridge"][0] == "Recommendation 1: Red"
    assert "had rated anything of it by then" in matrix(client, at="2026-02-01")


def test_a_report_is_drawn_above_its_table_and_said_in_words(client):
    shown = matrix(client)
    words = "2 forces by 2 recommendations: 1 Red, 1 Green, 1 not yet assessed, 1 not rated."
    assert shown.count(words) == 2
    assert shown.index('<svg xmlns="http://www.w3.org/2000/svg"') < shown.index("<table")
    assert "heat-map" not in matrix(client, at="2026-02-01")


def test_a_report_that_only_others_rate_is_not_found(client, forces):
    elsewhere = InspectionReportFactory(slug="kestrels")
    rate(forces[2], RecommendationFactory(report=elsewhere))
    assert client.get(reverse("report_board", args=["kestrels"])).status_code == 404
    assert client.get(reverse("report_board", args=["nowhere"])).status_code == 404
    assert "kestrels" not in boards(client)


def test_who_sees_no_board_is_told_so(forces):
    shown = signed_in(Role.REGISTER_EDITOR).get(reverse("boards")).content.decode()
    assert "No force’s board is open to you yet." in shown
    assert "Ambridge" not in shown


@pytest.mark.parametrize(
    "query", [{}, {"at": "2026-05-09"}, {"at": "2026-07-10", "since": "2026-05-09"}]
)
def test_the_queries_do_not_grow_with_what_is_rated(client, forces, query):
    asked = []
    for _ in range(2):
        for address in (reverse("boards"), reverse("report_board", args=["ponds"])):
            with CaptureQueriesContext(connection) as queries:
                client.get(address, query)
            # The session and the person are read first.
            asked.append(len(queries) - 2)
        for _ in range(3):
            force = PoliceForceFactory()
            Membership.objects.create(
                user=Membership.objects.first().user, force=force, role=Role.BOARD_MEMBER
            )
            rate(force, RecommendationFactory(), (5, "red"))
    assert asked[:2] == asked[2:]
    assert max(asked) <= 6
