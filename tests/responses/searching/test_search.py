"""A search finds what readers may see now, by words and by who says what of which report."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from recommendations.models import InspectionReport
from responses.models import Passage
from responses.searching import Search, find, found_at_all
from responses.services import withdraw
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.responses.publishing import NOW, publish_again, put_through

pytestmark = pytest.mark.django_db


def publish(text, *, subject="Bail", rag="amber", **fields):
    """Publish a response with a section, and an answer to one recommendation, of these words."""
    response = ResponseFactory(**fields)
    finding = RecommendationFactory(
        report=response.report, subject=subject, text="<p>Review every custody record.</p>"
    )
    reason = "It is late." if rag == "red" else ""
    AssessmentFactory(force=response.force, recommendation=finding, rag=rag, reason=reason)
    NarrativeSectionFactory(response=response, heading="What we did", body=f"<p>{text}</p>")
    AnswerFactory(response=response, findings=[finding], action="<p>Training was given.</p>")
    return put_through(response)


def headings(**asked):
    return [hit.passage.heading for hit in find(Search(**asked), page=1).hits]


def forces(**asked):
    return {hit.passage.publication.force_id for hit in find(Search(**asked), page=1).hits}


def test_a_word_is_found_in_each_kind_of_passage_and_in_its_other_forms():
    publication = publish("We opened a refuge for survivors.")
    publish("Nothing of the kind.")
    assert headings(q="refuge") == ["What we did"]
    assert headings(q="refuges survivor") == ["What we did"]
    (answer,) = find(Search(q="trained custody", force=publication.force.slug), page=1).hits
    assert answer.passage.get_absolute_url() == (
        f"{publication.get_absolute_url()}#{publication.report.slug}--{answer.passage.ref}"
    )
    assert forces(q=publication.force.name) >= {publication.force_id}


def test_words_are_marked_and_nothing_else_of_the_text_is_markup():
    publish("A refuge for 5 &lt; 6 &amp; more, and &lt;script&gt;alert&lt;/script&gt; too.")
    (hit,) = find(Search(q="refuge"), page=1).hits
    assert "<mark>refuge</mark> for 5 &lt; 6 &amp; more" in hit.excerpt
    assert hit.excerpt.count("<") == 2


def test_all_words_must_be_there_a_phrase_as_it_stands_and_what_is_left_out_not():
    first = publish("The risk of serious harm.")
    second = publish("Serious risk, little harm.")
    assert forces(q="harm serious") == {first.force_id, second.force_id}
    assert forces(q='"serious harm"') == {first.force_id}
    assert forces(q="harm -little") == {first.force_id}
    assert forces(q="harm unicorn") == set()


def test_a_heading_counts_for_more_than_the_text_below():
    publish("Custody is a place. Custody is a word. " * 3, subject="Detention")
    second = publish("Something else.", subject="Custody")
    assert find(Search(q="custody"), page=1).hits[0].passage.publication == second


def test_each_way_to_ask_for_less_leaves_out_the_others():
    first = publish("A refuge.", rag="red")
    second = publish("A refuge.", rag="green")
    of_first = {first.force_id}
    assert forces(q="refuge", force=first.force.slug) == of_first
    assert forces(q="refuge", report=first.report.slug) == of_first
    assert forces(rag="red") == of_first
    assert forces(body=first.response.body.name) == of_first
    ref = first.report.findings.get().ref
    assert forces(report=first.report.slug, recommendation=ref) == of_first
    assert forces(report=second.report.slug, rag="red") == set()
    year = Passage.objects.filter(publication=first).first().year
    assert forces(q="refuge", year=str(year)) == {first.force_id, second.force_id}
    assert forces(q="refuge", year="1999") == set()


def test_only_the_newest_version_is_found_and_nothing_once_it_is_withdrawn():
    first = publish("A refuge.")
    second = publish_again(first)
    assert [hit.passage.publication for hit in find(Search(q="refuge"), page=1).hits] == [second]
    withdraw(publication=second, by=None, now=NOW, reason="Wrong.")
    assert forces(q="refuge") == set()


def test_what_answers_a_report_off_the_register_is_not_found():
    publication = publish("A refuge.")
    InspectionReport.objects.filter(pk=publication.report_id).update(is_listed=False)
    assert forces(q="refuge") == set()
    assert list(found_at_all(Search(q="refuge"), most=10)) == []


def test_a_draft_is_not_found():
    response = ResponseFactory()
    NarrativeSectionFactory(response=response, body="<p>A refuge.</p>")
    assert forces(q="refuge") == set()


def test_it_costs_as_many_queries_for_many_as_for_one():
    asked = []
    for _ in range(2):
        publish("A refuge.")
        with CaptureQueriesContext(connection) as queries:
            for hit in find(Search(q="refuge"), page=1).hits:
                assert hit.report.short_title
                assert hit.passage.get_absolute_url()
        asked.append(len(queries))
        publish("Another refuge.")
    assert asked == [3, 3]


def test_more_than_are_ranked_are_said_to_be_more(monkeypatch):
    monkeypatch.setattr("responses.searching.finding.MOST", 2)
    for _ in range(2):
        publish("A refuge.")
    found = find(Search(q="refuge"), page=1)
    assert (found.number, found.is_cut) == (2, False)
    newest = publish("A refuge.")
    found = find(Search(q="refuge"), page=1)
    assert (found.number, found.is_cut, len(found.hits)) == (2, True, 2)
    assert newest in [hit.passage.publication for hit in found.hits]
