"""The made-up national register: a small one of it, and that its courses hang together."""

import datetime
import random

import pytest
from django.core.management import call_command

from forces.models import Membership, User
from forces.section_55 import forces_under
from recommendations.courses import Mark
from recommendations.models import Assessment, AssessmentChange, InspectionReport
from recommendations.rag import NEEDS_REASON
from responses.demonstration.made_up_course import course_of
from responses.demonstration.national import BOARD, Size, load_national
from responses.models import Event, Passage, Publication
from responses.publishing import chain
from responses.publishing.canonical import sha256
from responses.publishing.record import Record
from responses.searching import Search, find

ON = datetime.date(2026, 11, 30)
SMALL = Size(reports=3, findings=5, years=1)


@pytest.fixture
def told(db):
    call_command("load_forces", verbosity=0)
    told = []
    load_national(
        password="for tests", size=SMALL, on=ON, told=lambda done, of: told.append((done, of))
    )
    return told


def test_every_force_under_section_55_has_a_course_for_every_finding(told):
    forces = forces_under(ON).count()
    assert told == [(number, forces) for number in range(1, forces + 1)]
    findings = sum(report.findings.count() for report in InspectionReport.objects.all())
    assert InspectionReport.objects.count() == SMALL.reports
    assert Assessment.objects.count() == findings * forces
    assert AssessmentChange.objects.count() > Assessment.objects.count()
    assert not InspectionReport.objects.filter(is_demonstration=False).exists()


def test_each_rating_says_what_its_history_says_last(told):
    for rating in Assessment.objects.prefetch_related("changes"):
        marks = sorted(rating.changes.all(), key=lambda one: one.recorded_at)
        last = marks[-1] if marks else None
        for name in set(Mark._fields) - {"true_on", "recorded_at"}:
            assert getattr(rating, name) == getattr(last, name, getattr(Mark(), name)), name
        assert rating.reviewed_on == (last.true_on if last else None)


def test_loading_it_again_adds_nothing_and_lets_its_board_in(told):
    before = AssessmentChange.objects.count()
    load_national(password="another one", size=SMALL, on=ON)
    assert AssessmentChange.objects.count() == before
    board = User.objects.get(username=BOARD)
    assert board.check_password("another one")
    assert not board.is_staff
    assert Membership.objects.filter(user=board).count() == forces_under(ON).count()


@pytest.mark.parametrize("seed", range(50))
def test_a_made_up_course_could_have_been_recorded(seed):
    published, due = ON - datetime.timedelta(days=900), ON - datetime.timedelta(days=500)
    marks = course_of(published, due, ON, random.Random(seed))  # noqa: S311 no secret
    moments = [mark.recorded_at for mark in marks]
    assert moments == sorted(set(moments))
    for mark in marks:
        assert published < mark.recorded_at.date() <= ON
        assert mark.true_on <= mark.recorded_at.date()
        assert mark.reason or mark.rag not in NEEDS_REASON
        assert bool(mark.assurance) == bool(mark.assured_on)


def test_responses_are_published_on_their_days_and_hang_together(told):
    publications = Publication.objects.select_related("response")
    assert publications.count() > forces_under(ON).count()
    for one in publications:
        record = Record.from_json(one.payload)
        assert record.is_demonstration
        assert record.open_findings == ()
        assert record.published_on.earliest == one.published_at.date() <= ON
        for finding in record.findings:
            assert not finding.rating.reviewed_on.is_to_come(on=record.published_on.earliest)


def test_each_response_is_tied_by_its_hashes_and_its_audit(told):
    for one in Publication.objects.prefetch_related("reports", "response__events"):
        assert one.sha256 == sha256(one.payload)
        assert one.chain_sha256 == chain.link(
            previous=chain.START,
            number=one.number,
            published_at=one.published_at,
            payload_sha256=one.sha256,
        )
        assert [report.report_id for report in one.reports.all()] == [one.report_id]
        assert [event.move for event in one.response.events.all()] == [Event.PUBLISH]


def test_responses_are_found_by_their_words(told):
    found = find(Search(q="custody"), page=1)
    assert 0 < found.number <= Passage.objects.count()
