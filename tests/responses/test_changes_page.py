"""The page of what changed from one version to the next, as the public reads it."""

import gzip

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from recommendations.models import InspectionReport
from recommendations.partial_dates import parse
from responses.models import Publication
from responses.services import open_next_draft
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    LabelledFieldFactory,
    NarrativeSectionFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
    SignatoryFactory,
)

from .publishing import NOW, address, publish_response, put_through, words
from .test_public_structure import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return InspectionReportFactory(title="An inspection of ponds", short_title="Ponds, 2026")


def path_of(publication, number=None):
    names = [publication.force.slug, publication.report.slug]
    return reverse("version_changes", args=[*names, number or publication.number])


def draft_after(publication):
    return open_next_draft(response=publication.response, by=None, now=NOW)


def two_versions(report, number=1):
    """Publish a response to `number` recommendations, and again with a change in every part."""
    draft = ResponseFactory(report=report, published_on=parse("29 May 2026"))
    for label in range(1, number + 1):
        finding = RecommendationFactory(report=report, label=str(label), subject=f"Pond {label}")
        AssessmentFactory(force=draft.force, recommendation=finding, rag="amber")
        AnswerFactory(response=draft, findings=[finding], action="<p>Two ponds are clean.</p>")
        NarrativeSectionFactory(response=draft, heading=f"Water {label}", body="<p>It is deep.</p>")
        LabelledFieldFactory(response=draft, label=f"Grade {label}")
        SignatoryFactory(response=draft)
    first = put_through(draft)
    draft = draft_after(first)
    change(draft.force.assessments, rag="green")
    change(draft.answers, action="<p>Six ponds are clean.</p>")
    change(draft.sections, body="<p>It is very deep.</p>")
    change(draft.fields, value="<p>Good</p>")
    draft.signatories.all().delete()
    NarrativeSectionFactory(response=draft, heading="Reeds", body="<p>They grow.</p>")
    return put_through(draft)


def change(rows, **values):
    for row in rows.all():
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


class TestWords:
    def test_it_says_what_changed_at_its_head_and_links_to_each(self, client, report):
        second = two_versions(report)
        page = words(client.get(path_of(second)))
        assert "<title>What changed in version 2: " in page
        for part, key in [
            ("1 rating moved", "ratings"),
            ("1 answer changed", "answers"),
            ("1 section changed", "sections"),
            ("1 section added", "sections"),
            ("1 other fact changed", "facts"),
            ("1 other fact removed", "facts"),
        ]:
            assert f'<a href="#changes--{key}">{part}</a>' in page
        version = f"{address(second)}v2/"
        slug = report.slug
        assert f'<a href="{version}#{slug}--1">Recommendation 1: Pond 1</a>' in page
        assert f'<a href="{version}#{slug}--1">Answer to recommendation 1</a>' in page
        assert f'<a href="{version}#reeds">Reeds</a>' in page
        assert f'<a href="{address(second)}v1/">version 1</a>' in page

    def test_a_rating_moves_from_a_word_to_a_word(self, client, report):
        page = words(client.get(path_of(two_versions(report))))
        move = page[page.index("Recommendation 1: Pond 1") :].split("</article>")[0]
        assert "Amber</span> to <span" in move
        assert move.index("Amber") < move.index("Green")

    def test_words_that_were_added_or_removed_are_marked_and_spoken(self, client, report):
        page = words(client.get(path_of(two_versions(report))))
        hidden = '<span class="visually-hidden">'
        assert f"It is <ins>{hidden}added: </span>very{hidden}, end of added</span></ins>" in page
        assert f"<del>{hidden}removed: </span>Two{hidden}, end of removed</span></del>" in page
        assert f"<ins>{hidden}added: </span>Six{hidden}, end of added</span></ins> ponds" in page

    def test_long_passages_that_stayed_are_left_out(self, client, report):
        body = "<p>Old. " + " ".join(f"word{number}" for number in range(90)) + "</p>"
        first = publish_response(report=report)
        section = NarrativeSectionFactory(response=first.response, body=body)
        second = put_through(draft_after(first))
        draft = draft_after(second)
        section.body = body.replace("Old", "New")
        section.save()
        page = words(client.get(path_of(put_through(draft))))
        assert "word5 " in page
        assert "word50" not in page
        assert 'aria-hidden="true">…</span>' in page

    def test_where_nothing_changed_it_says_so(self, client, report):
        second = put_through(draft_after(publish_response(report=report)))
        page = words(client.get(path_of(second)))
        assert "Nothing that readers see changed." in page
        assert "underlined" not in page
        assert "<h2" not in page

    def test_what_no_page_shows_is_told_apart(self, client, report):
        first = publish_response(report=report)
        section = NarrativeSectionFactory(response=first.response, kind="theme")
        second = put_through(draft_after(first))
        draft = draft_after(second)
        section.kind = "overall"
        section.save()
        page = words(client.get(path_of(put_through(draft))))
        assert "Nothing that readers see changed." in page
        apart = page[page.index("Not shown on the pages of the response") :]
        assert section.heading in apart
        assert "Theme" in apart
        assert "Overall view" in apart


class TestMarkup:
    def test_words_that_look_like_tags_stay_words(self, client, report):
        first = publish_response(report=report, late_reason="<i>")
        section = NarrativeSectionFactory(response=first.response, body="<p>Use it.</p>")
        second = put_through(draft_after(first))
        draft = draft_after(second)
        draft.late_reason = "<script>alert(1)</script> & more"
        draft.save()
        section.heading = "<b>Reeds</b>"
        section.body = "<p>Use &lt;script&gt;alert(2)&lt;/script&gt; &amp; it.</p>"
        section.save()
        page = words(client.get(path_of(put_through(draft))))
        assert "<script" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page
        assert "&lt;script&gt;alert(2)&lt;/script&gt; &amp;" in page
        assert "&lt;b&gt;Reeds&lt;/b&gt;" in page
        assert "<b>" not in page

    def test_its_skeleton_is_whole_and_nothing_is_inline(self, client, report):
        page = client.get(path_of(two_versions(report, 3))).content.decode()
        assert list(faults(page)) == []
        assert " style=" not in page
        assert page.count("<style>") == 1

    def test_it_leaves_no_trace_on_its_reader(self, client, report):
        response = client.get(path_of(two_versions(report)))
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
        assert client.post(path_of(Publication.objects.last())).status_code == 405

    def test_a_demonstration_says_so(self, client):
        report = InspectionReportFactory(is_demonstration=True)
        page = words(client.get(path_of(two_versions(report))))
        assert "<strong>Demonstration:</strong>" in page


class TestAddresses:
    @pytest.mark.parametrize("number", [1, 3, 0, 10**30])
    def test_without_an_earlier_version_there_is_no_page(self, client, report, number):
        second = two_versions(report)
        path = path_of(second).replace("/v2/", f"/v{number}/")
        assert client.get(path).status_code == 404

    def test_another_force_report_or_word_is_not_found(self, client, report):
        second = two_versions(report)
        path = path_of(second)
        other = PoliceForceFactory()
        for wrong in (
            path.replace(second.force.slug, other.slug),
            path.replace(report.slug, InspectionReportFactory().slug),
            path.replace("/v2/", "/vtwo/"),
            path.replace("/v2/", "/v-2/"),
        ):
            assert client.get(wrong).status_code == 404, wrong

    def test_a_draft_shows_nothing_of_itself(self, client, report):
        second = two_versions(report)
        draft = draft_after(second)
        NarrativeSectionFactory(response=draft, heading="Secret heading")
        assert "Secret" not in words(client.get(path_of(second)))
        assert client.get(path_of(second, 3)).status_code == 404

    def test_a_report_that_is_not_listed_is_nowhere(self, client, report):
        second = two_versions(report)
        InspectionReport.objects.filter(pk=report.pk).update(is_listed=False)
        assert client.get(path_of(second)).status_code == 404

    def test_each_version_is_compared_with_the_one_before_it_and_with_no_other(
        self, client, report
    ):
        second = two_versions(report)
        draft = draft_after(second)
        NarrativeSectionFactory(response=draft, heading="Third thoughts")
        third = put_through(draft)
        elsewhere = publish_response(report=report)
        NarrativeSectionFactory(response=elsewhere.response, heading="Elsewhere")
        put_through(draft_after(elsewhere))
        before, after = (words(client.get(path_of(one))) for one in (second, third))
        assert "Third thoughts" in after
        assert "Third thoughts" not in before
        assert "Reeds" not in after
        assert "Elsewhere" not in before + after

    def test_a_response_that_moved_to_another_report_is_still_compared(self, client, report):
        first = publish_response(report=report)
        draft = draft_after(first)
        draft.report = InspectionReportFactory(title="An inspection of lakes")
        draft.save()
        page = words(client.get(path_of(put_through(draft))))
        assert f'<a href="{address(first)}v1/">version 1</a>' in page
        assert "lakes" in page


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_as_often_for_three_rows_as_for_one(client, report, number):
    path = path_of(two_versions(report, number))
    with CaptureQueriesContext(connection) as asked:
        response = client.get(path)
    assert response.status_code == 200
    assert len([query for query in asked if "forces_edition" not in query["sql"]]) == 3


def test_it_keeps_to_the_budget_of_a_page(client, report):
    page = client.get(path_of(two_versions(report, 16))).content
    stylesheet = (settings.BASE_DIR / "static" / "house.css").read_bytes()
    assert len(gzip.compress(page)) + len(gzip.compress(stylesheet)) < 25_000
