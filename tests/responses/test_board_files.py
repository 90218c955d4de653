"""A board's page as files: of the days and of what was chosen, for those who may open the page."""

import csv
import datetime
import io
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forces.models import Role
from recommendations.services import record_rating
from responses.publishing import spreadsheet
from responses.publishing.board import HEADS
from tests.admin_client import signed_in
from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    MeetingFactory,
    OversightFactory,
    PoliceForceFactory,
    RecommendationFactory,
)
from tests.responses.documents.pdf_reading import pages_of

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)
FILES = [("board_pack", "pdf"), ("board_pack", "docx"), ("board_table", "xlsx")]
FILES += [("board_table", "csv")]


@pytest.fixture
def force():
    force = OversightFactory(force__short_name="Ambridge", began_on=None).force
    rate(force, "Mend the fences", rag="red", reason="The fences fell.", owner="=Head of Cows")
    rate(force, "Fill the ponds", rag="green", owner="Head of Ducks", progress="closed")
    return force


@pytest.fixture
def client(force):
    return signed_in(Role.BOARD_MEMBER, force=force)


def rate(force, subject, **values):
    finding = RecommendationFactory(subject=subject)
    rating = AssessmentFactory(force=force, recommendation=finding)
    return record_rating(assessment=rating, by=None, now=NOW, **values)


def address(force, name, suffix, **asked):
    place = reverse(name, kwargs={"force": force.slug, "suffix": suffix})
    return f"{place}?{urlencode(asked)}" if asked else place


def rows(client, force, **asked):
    got = client.get(address(force, "board_table", "csv", **asked))
    assert got.status_code == 200
    return list(csv.DictReader(io.StringIO(got.content.decode("utf-8-sig"))))


@pytest.mark.parametrize(("name", "suffix"), FILES)
def test_each_file_is_sent_under_its_name_and_another_force_has_none(client, force, name, suffix):
    got = client.get(address(force, name, suffix, at="2026-06-01"))
    kind = name.removeprefix("board_")
    assert f"{force.slug}-board-{kind}-2026-06-01.{suffix}" in got["Content-Disposition"]
    assert "no-store" in got["Cache-Control"]
    assert client.get(address(PoliceForceFactory(), name, suffix)).status_code == 404


@pytest.mark.parametrize(("name", "suffix"), FILES)
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"at": "31 February 2026"}, "This is not a day."),
        ({"at": "2199-01-01"}, "This day has not come yet."),
        ({"at": "meeting-99"}, "There is no such meeting"),
        ({"at": "2026-05-01", "since": "2026-06-01"}, "which is not before"),
    ],
)
def test_a_day_that_cannot_be_is_told_at_its_field(client, force, name, suffix, asked, told):
    got = client.get(address(force, name, suffix, **asked))
    assert got.status_code == 400
    assert told in got.content.decode()


def test_the_table_holds_what_is_open_and_is_asked_for(client, force):
    assert [row["Recommendation"] for row in rows(client, force)] == ["Mend the fences"]
    assert rows(client, force, owner="Head of Ducks") == []
    for asked in ({"rag": "green"}, {"progress": "closed"}):
        assert [row["RAG"] for row in rows(client, force, **asked)] == ["Green"]
    (green,) = rows(client, force, rag="green")
    assert (green["RAG"], green["Owner"]) == ("Green", "Head of Ducks")
    # Nothing was recorded yet on the day before.
    assert all(row["RAG"] == "Not yet assessed" for row in rows(client, force, at="2026-05-28"))


def test_what_looks_like_a_formula_is_text(client, force):
    assert rows(client, force)[0]["Owner"] == "'=Head of Cows"


def test_the_page_leads_to_its_files_with_the_days_and_what_is_chosen(client, force):
    shown = client.get(
        reverse("board", args=[force.slug]),
        {"at": "2026-06-01", "owner": "Head of Ducks", "show": "red", "page": "2"},
    ).content.decode()
    for name, suffix in FILES:
        place = address(force, name, suffix)
        assert f'href="{place}?at=2026-06-01&amp;owner=Head+of+Ducks"' in shown


@pytest.mark.documents
def test_a_pack_of_what_was_chosen_says_what(client, force):
    got = client.get(address(force, "board_pack", "pdf", at="2026-06-01", owner="=Head of Cows"))
    text = " ".join(pages_of(got.content))
    assert "Chosen: owner =Head of Cows" in text
    assert "Fill the ponds" not in text


def test_the_heads_of_the_page_are_those_of_the_pack(client, force):
    shown = client.get(reverse("board", args=[force.slug])).content.decode()
    table = shown.split('class="cards board"')[1].split("</table>")[0]
    for head in HEADS[2:]:
        assert f'scope="col">{head}</th>' in table
        assert f'data-label="{head}"' in table


@pytest.mark.parametrize(("name", "suffix"), FILES)
def test_a_file_asks_as_often_for_three_rows_as_for_one(client, force, name, suffix):
    MeetingFactory(force=force)
    place = address(force, name, suffix)
    client.get(place)

    def number():
        with CaptureQueriesContext(connection) as queries:
            client.get(place)
        return len(queries)

    before = number()
    for subject in ("Hens", "Geese"):
        ActionFactory(assessment=rate(force, subject, rag="amber"))
    assert number() == before


def test_each_suffix_has_its_writer():
    assert spreadsheet.WRITERS.keys() == spreadsheet.MEDIA_TYPES.keys() == {"xlsx", "csv"}
