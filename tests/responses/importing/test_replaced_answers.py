"""What becomes of the answers that are in a draft when a document answers anew."""

import pytest
from django.utils import timezone

from responses.importing.placing import Draft
from responses.importing.writing import write
from responses.kinds import LayoutName
from responses.services import open_response
from tests.factories import AnswerFactory

from .documents import county_force, farm_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def response():
    return open_response(force=county_force(), report=farm_report(), by=None, now=timezone.now())


def answered(response, numbers, action="<p>Old.</p>", **values):
    findings = response.report.findings.filter(label__in=numbers)
    return AnswerFactory(response=response, findings=findings, action=action, **values)


def put_in(response, *answers, is_added=False):
    """Write `answers`, pairs of numbers and a text; return what is told."""
    keys = {finding.label: finding.pk for finding in response.report.findings.all()}
    made = {tuple(keys[number] for number in numbers): text for numbers, text in answers}
    draft = Draft("", LayoutName.STATEMENT, answers=made)
    return write(response, draft, is_added=is_added, on=timezone.localdate())


def there(response):
    """The answers of `response`, each as its numbers and its text."""
    return sorted(
        ("".join(answer.findings.order_by("order").values_list("label", flat=True)), answer.action)
        for answer in response.answers.all()
    )


def test_an_earlier_answer_to_several_that_are_all_answered_anew_is_gone(response):
    answered(response, "12")
    notes = put_in(response, ("1", "<p>A.</p>"), ("2", "<p>B.</p>"))
    assert there(response) == [("1", "<p>A.</p>"), ("2", "<p>B.</p>")]
    [note] = notes
    assert "to Recommendation 1 and Recommendation 2 is gone: the document answers anew." in note


def test_an_earlier_answer_to_others_too_stays_for_those(response):
    answered(response, "123")
    notes = put_in(response, ("2", "<p>B.</p>"))
    assert there(response) == [("13", "<p>Old.</p>"), ("2", "<p>B.</p>")]
    assert "now stands for Recommendation 1 and Recommendation 3 alone" in notes[0]


def test_earlier_answers_to_one_make_room_for_one_answer_to_several(response):
    answered(response, "1")
    answered(response, "2")
    assert len(put_in(response, ("12", "<p>Both.</p>"))) == 2
    assert there(response) == [("12", "<p>Both.</p>")]


def test_of_two_answers_to_the_same_one_takes_the_text_and_the_other_is_gone(response):
    first = answered(response, "1", why_none="<p>None.</p>", position="not_accepted")
    answered(response, "1")
    assert len(put_in(response, ("1", "<p>A.</p>"))) == 2
    assert there(response) == [("1", "<p>A.</p>")]
    first.refresh_from_db()
    assert (first.why_none, first.position) == ("", "")


def test_a_document_that_answers_alone_and_together_keeps_both(response):
    put_in(response, ("1", "<p>A.</p>"), ("12", "<p>Both.</p>"))
    assert put_in(response, ("1", "<p>C.</p>"), ("12", "<p>All.</p>"))
    assert there(response) == [("1", "<p>C.</p>"), ("12", "<p>All.</p>")]


def test_what_follows_leaves_every_answer_where_it_is(response):
    answered(response, "12", why_none="<p>None.</p>")
    assert put_in(response, ("1", "<p>A.</p>"), is_added=True) == ()
    put_in(response, ("12", "<p>More.</p>"), is_added=True)
    assert there(response) == [("1", "<p>A.</p>"), ("12", "<p>Old.</p><p>More.</p>")]
    assert response.answers.filter(why_none="<p>None.</p>").exists()
