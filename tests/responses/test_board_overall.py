"""The boards' pages over several forces: only one's own, as at a day, in few queries."""

import datetime
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forces.models import Membership, Role
from recommendations.partial_dates import parse
from recommendations.services import record_rating
from tests.admin_client import signed_in
from tests.factories import (
    AssessmentFactory,
    InspectionReportFactory,
    MeetingFactory,
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


def rows(shown, table="overall|matrix"):
    """Return the words of each row of the first such table of a page, by the row's head."""
    found = {}
    shown = re.split(rf'<table class="[^"]*\b(?:{table})\b', shown)[1].partition("</table>")[0]
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


def test_it_does_not_speak_of_meetings_which_are_of_one_force(client, forces):
    MeetingFactory(force=forces[0], held_on=datetime.date(2020, 3, 1))
    shown = client.get(reverse("boards")).content.decode()
    assert "No comparison, if you give no day." in shown
    assert "last meeting" not in shown
    shown = client.get(reverse("board", args=[forces[0].slug])).content.decode()
    assert "The last meeting before, if there is one and you give no day." in shown


def test_numbers_lead_to_the_rows_behind_them_on_the_same_day(client):
    shown = boards(client, at="2026-05-09")
    address = '/board/ambridge/?at=2026-05-09&amp;rag=amber#open"'
    assert address in shown
    behind = client.get("/board/ambridge/", {"at": "2026-05-09", "rag": "amber"}).content.decode()
    assert "Pond 1" in behind
    assert "Pond 2" not in behind


def by_forces(client, **query):
    return rows(boards(client, **query), "by-forces")


def test_reports_stand_by_forces_with_what_is_open_and_the_worst_of_it(client, forces, report):
    assert by_forces(client) == {"Ponds, 2026": ["2", "1", "1"]}
    shown = boards(client)
    assert 'aria-label="Ambridge: 1 open, at worst not yet assessed"' in shown
    assert 'href="/board/ambridge/?report=ponds#open"' in shown
    assert 'aria-label="Borchester: 1 open, at worst Red"' in shown
    assert 'aria-label="Ponds, 2026: 2 open in all"' in shown


def test_reports_by_forces_are_as_at_the_day(client):
    shown = boards(client, at="2026-05-08")
    assert by_forces(client, at="2026-05-08") == {"Ponds, 2026": ["3", "2", "1"]}
    assert 'aria-label="Ambridge: 2 open, at worst Red"' in shown
    assert 'href="/board/ambridge/?at=2026-05-08&amp;report=ponds#open"' in shown
    assert "of a report by then" in boards(client, at="2026-02-01")


def test_what_a_force_settled_is_none_open_and_what_it_did_not_rate_is_empty(client, forces):
    heron = RecommendationFactory(report=InspectionReportFactory(short_title="Herons, 2026"))
    rate(forces[0], heron, (3, "green"))
    assert by_forces(client)["Herons, 2026"] == ["0", "0", "Not rated"]
    assert 'aria-label="Ambridge: none open, Green"' in boards(client)


def test_reports_come_a_page_at_a_time_the_newest_first(client, forces):
    for day in range(1, 26):
        report = InspectionReportFactory(
            short_title=f"Report {day}", published_on=parse(f"2024-01-{day:02}")
        )
        rate(forces[0], RecommendationFactory(report=report))
    first, second = by_forces(client), by_forces(client, page="2")
    assert list(first)[:2] == ["Ponds, 2026", "Report 25"]
    assert len(first) == 10
    assert list(second) == [f"Report {day}" for day in range(16, 6, -1)]
    assert "?page=2#reports" in boards(client)
    assert list(by_forces(client, page="3"))[-1] == "Report 1"
    assert "Older reports" not in boards(client, page="3")
    assert "There is no report on this page" in boards(client, page="9")
    for nonsense in ("0", "-1", "two", "9" * 30):
        assert list(by_forces(client, page=nonsense)) == list(first)


def test_who_has_one_force_gets_a_list_and_no_table_of_one_column(forces):
    shown = signed_in(Role.BOARD_MEMBER, force=forces[1]).get(reverse("boards")).content.decode()
    assert "by-forces" not in shown
    assert "over-time" not in shown
    assert '<a href="/board/borchester/?report=ponds#open">1 open, at worst Red</a>' in shown


WORDS = (
    "From 31 March 2026 to 10 July 2026: Red from 1 to 1, Amber from 0 to 0, "
    "Green from 0 to 1, not yet assessed from 2 to 1."
)


def test_few_forces_are_drawn_over_the_months_before_the_day(client):
    shown = boards(client, at="2026-07-10")
    assert shown.count(WORDS) == 2
    assert 'href="?at=2026-05-31#forces" aria-label="1 Amber at 31 May 2026"' in shown
    assert "over-time" not in boards(client, at="2026-03-30")


def test_many_forces_are_drawn_by_a_picture_that_comes_by_itself(client, forces):
    for _ in range(4):
        Membership.objects.create(
            user=Membership.objects.first().user,
            force=PoliceForceFactory(),
            role=Role.BOARD_MEMBER,
        )
    shown = boards(client, at="2026-07-10", since="2026-07-01", page="1")
    assert WORDS not in shown
    assert 'src="/board/over-time.svg?at=2026-07-10"' in shown
    assert '<a href="/board/over-time/?at=2026-07-10">' in shown


def test_the_page_of_the_picture_has_it_in_words_and_as_a_table(client):
    shown = client.get(reverse("all_over_time"), {"at": "2026-07-10"}).content.decode()
    assert shown.count(WORDS) == 2
    assert 'href="/board/?at=2026-05-31#forces" aria-label="1 Amber at 31 May 2026"' in shown
    empty = client.get(reverse("all_over_time"), {"at": "2026-02-01"})
    assert "There are no two months of ratings yet" in empty.content.decode()


def test_the_picture_is_an_svg_and_says_so_where_there_is_none(client):
    drawn = client.get(reverse("all_over_time_drawn"), {"at": "2026-07-10"})
    assert drawn["Content-Type"].startswith("image/svg+xml")
    assert WORDS in drawn.content.decode()
    empty = client.get(reverse("all_over_time_drawn"), {"at": "2026-02-01"})
    assert "There are no two months of ratings yet" in empty.content.decode()
    assert client.get(reverse("all_over_time_drawn"), {"at": "soon"}).status_code == 400


def test_who_sees_no_board_is_drawn_none(forces):
    stranger = signed_in(Role.REGISTER_EDITOR)
    for name in ("all_over_time", "all_over_time_drawn"):
        assert "There are no two months" in stranger.get(reverse(name)).content.decode()


@pytest.mark.parametrize("place", ["boards", "report_board", "all_over_time"])
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


def test_a_report_of_the_demonstration_says_so_on_any_site(client, report):
    assert "Demonstration:" not in matrix(client)
    report.is_demonstration = True
    report.save()
    assert "Demonstration:" in matrix(client)


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
        for address in (
            reverse("boards"),
            reverse("report_board", args=["ponds"]),
            reverse("all_over_time"),
        ):
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
    assert asked[:3] == asked[3:]
    # With those, the page of all forces has six.
    assert asked[0] == asked[3] <= 4
