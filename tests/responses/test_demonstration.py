"""What `manage.py demo` loads: true to the two documents in structure and facts, and no more."""

import datetime
from collections import Counter

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from forces.models import OfficeHolder
from recommendations.models import Addressing, Assessment, AssessmentChange, InspectionReport
from recommendations.rag import in_words
from responses.duty import check
from responses.history.timeline import timeline_of
from responses.models import Answer, FrozenBoard, Publication, Response
from responses.publishing.record import Record

pytestmark = pytest.mark.django_db

SLUG = "online-child-sexual-abuse-2026"
FOR_OTHERS = {"3", "7", "11", "12", "13", "14"}


@pytest.fixture(scope="module", autouse=True)
def demonstration(django_db_setup, django_db_blocker):
    """Load it once, and take it back after the last test, each of which takes back its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(DEBUG=True):
            call_command("demo", "--no-serve")
        yield
        transaction.set_rollback(True)


def published(force):
    return Record.from_json(Publication.objects.get(force__slug=force).payload)


def outline(record):
    """Each section's level, kind, voice, bullets, and bullets that lead in with bold words."""
    return [
        (
            section.level,
            section.kind,
            section.voice,
            section.html.count("<li>"),
            section.html.count("<li><strong>"),
        )
        for section in record.sections
    ]


def test_the_report_is_a_spotlight_of_16_recommendations_marked_as_a_demonstration():
    report = InspectionReport.objects.get()
    assert (report.slug, report.kind, str(report.published_on)) == (
        SLUG,
        "spotlight",
        "15 April 2026",
    )
    assert report.is_demonstration
    assert report.is_listed
    assert [finding.ref for finding in report.findings.all()] == [str(n) for n in range(1, 17)]


def test_what_is_not_known_of_the_report_is_left_open():
    report = InspectionReport.objects.get()
    assert report.url == ""
    assert not any(finding.due_on for finding in report.findings.all())
    assert all(addressing.is_inferred for addressing in Addressing.objects.all())
    for word in ("own words", "inferred", "illustrative"):
        assert word in report.source_note


def test_six_recommendations_are_for_others_than_chief_constables():
    findings = InspectionReport.objects.get().findings
    elsewhere = findings.exclude(addressees__kind="chief_officers")
    assert {finding.ref for finding in elsewhere} == FOR_OTHERS


def test_the_office_holders_are_those_that_the_documents_name():
    assert {(holder.name, holder.full_title) for holder in OfficeHolder.objects.all()} == {
        ("Matthew Barber", "Police and Crime Commissioner"),
        ("Ben Adams", "Police, Fire and Crime Commissioner"),
        ("Becky Riggs", "Acting Chief Constable"),
    }
    assert not OfficeHolder.objects.filter(began_on__isnull=False).exists()
    assert published("thames-valley").chief_officer is None


def test_the_statement_has_the_sections_of_its_document():
    record = published("thames-valley")
    assert record.layout == "statement"
    assert outline(record) == [
        (1, "introduction", "commissioner", 0, 0),
        (1, "response", "commissioner", 0, 0),
        (1, "position", "commissioner", 0, 0),
        (1, "positive", "commissioner", 4, 4),
        (1, "development", "commissioner", 4, 4),
        (1, "oversight", "commissioner", 4, 0),
        (1, "conclusion", "commissioner", 0, 0),
    ]
    assert [(person.name, person.website) for person in record.signatories] == [
        ("Matthew Barber", "www.thamesvalley-pcc.gov.uk")
    ]


def test_the_record_form_has_the_sections_of_its_document():
    record = published("staffordshire")
    assert record.layout == "record"
    bullets_of_themes = (2, 3, 3, 3, 3, 3, 3)
    assert outline(record) == [
        (1, "response", "commissioner", 3, 0),
        *[(2, "theme", "commissioner", bullets, 0) for bullets in bullets_of_themes],
        (2, "oversight", "commissioner", 3, 0),
        (1, "response", "chief_officer", 0, 0),
        (1, "overall", "commissioner", 7, 0),
    ]


def test_the_record_form_leaves_blank_what_its_document_leaves_blank():
    fields = {field.kind: field.html for field in published("staffordshire").fields}
    blank = {kind for kind, html in fields.items() if not html}
    assert blank == {"report_date", "grade", "recommendations"}
    assert published("staffordshire").signatories == ()


def test_the_days_of_the_responses_are_known_only_as_far_as_the_documents_say():
    statement, form = published("thames-valley"), published("staffordshire")
    assert statement.published_on.words == "May 2026"
    assert statement.deadline.outcome == "in_time"
    assert not form.published_on.is_known
    assert str(form.published_on) == "not stated on the document"
    assert form.deadline.outcome == "not_known"
    assert form.deadline.last_day.words == "9 June 2026"


def test_no_answer_is_invented_each_points_to_a_section():
    answers = Answer.objects.all()
    assert answers
    for answer in answers:
        assert (answer.position, answer.action, answer.why_none) == ("", "", "")
        assert answer.explained_in.response == answer.response
        assert answer.findings.exists()


def test_what_stays_open_is_what_neither_text_nor_rating_explains():
    still_open = {
        force: {finding.ref for finding in published(force).open_findings}
        for force in ("thames-valley", "staffordshire")
    }
    assert still_open["thames-valley"] == {"2", "9", "10"}
    assert still_open["staffordshire"] == FOR_OTHERS | {"5", "9", "10"}


def test_both_are_published_with_gaps_for_a_reason_that_readers_see():
    for force in ("thames-valley", "staffordshire"):
        assert "answered the report as a whole" in published(force).override_reason
        assert check(published(force), on=datetime.date(2026, 6, 1)).gaps


def test_thames_valley_has_illustrative_ratings_that_fit_its_words():
    ratings = {finding.ref: finding.rating for finding in published("thames-valley").findings}
    words = in_words(rating.rag for rating in ratings.values())
    assert words == "6 Green, 4 Amber, none Red, 6 not for this force"
    for ref, rating in ratings.items():
        is_for_others = rating.rag == "not_for_force"
        assert is_for_others == (ref in FOR_OTHERS)
        assert rating.reason.startswith("Addressed to" if is_for_others else "Illustrative: ")


def test_each_illustrative_rating_stands_in_the_history():
    changes = AssessmentChange.objects.values_list("assessment__force__slug", flat=True)
    assert Counter(changes) == {"thames-valley": 16}


def test_staffordshire_is_not_yet_assessed():
    ratings = Assessment.objects.filter(force__slug="staffordshire")
    assert [rating.rag for rating in ratings] == ["not_assessed"] * 16


def test_every_published_record_says_that_it_is_a_demonstration():
    assert Publication.objects.count() == 2
    for response in Response.objects.all():
        assert published(response.force.slug).is_demonstration


def test_each_board_has_a_meeting_marked_as_made_up_whose_page_is_frozen():
    frozen = FrozenBoard.objects.select_related("meeting__force")
    assert {one.meeting.force.slug for one in frozen} == {"thames-valley", "staffordshire"}
    assert {one.meeting.name for one in frozen} == {"Illustrative meeting"}


def test_every_row_would_pass_the_forms_of_the_admin():
    for response in Response.objects.all():
        parts = [*response.fields.all(), *response.sections.all(), *response.signatories.all()]
        for row in [response, *parts, *response.answers.all()]:
            row.full_clean()
    for finding in InspectionReport.objects.get().findings.all():
        finding.full_clean()


@pytest.mark.parametrize("force", ["thames-valley", "staffordshire"])
def test_its_history_reads_in_the_order_in_which_an_office_would_do_it(force):
    moments = list(timeline_of(Response.objects.get(force__slug=force))[:])
    assert [one.words for one in moments[:3]] == [
        "Published version 1",
        "Approved",
        "Submitted for approval",
    ]
    assert moments[-1].told[0].words == "Response added"
    times = [one.at for one in moments]
    assert times == sorted(times, reverse=True)
    assert len(set(times)) > 3
