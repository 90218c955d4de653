"""A report, a recommendation and a force, as the public finds them."""

import re
from functools import partial

import pytest
from django.urls import reverse

from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    NarrativeSectionFactory,
    OfficeHolderFactory,
    OversightFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
)

from .publishing import address, publish_response, put_through, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return InspectionReportFactory(title="An inspection of ponds", short_title="Ponds, 2026")


class TestReport:
    def test_each_cell_of_the_matrix_names_its_rating_and_leads_to_the_response(
        self, client, report
    ):
        finding = RecommendationFactory(report=report, label="3a")
        draft = ResponseFactory(report=report)
        AssessmentFactory(force=draft.force, recommendation=finding, rag="red", reason="Past due.")
        publication = put_through(draft)
        page = words(client.get(report.get_absolute_url()))
        link = f'href="{address(publication)}#{report.slug}--3a"'
        assert link in page
        cell = page[page.index(link) :]
        assert cell.index("Recommendation 3a: Red</span>") < cell.index("</td>")
        assert "None Green, none Amber, 1 Red" in page

    def test_a_recommendation_that_a_response_does_not_hold_is_not_recorded_here(
        self, client, report
    ):
        RecommendationFactory(report=report)
        publish_response(report=report)
        assert '<span class="absent">' not in words(client.get(report.get_absolute_url()))
        RecommendationFactory(report=report)
        page = words(client.get(report.get_absolute_url()))
        assert page.count('<span class="absent">Not recorded here</span>') == 1

    def test_forces_without_a_response_are_named_and_nothing_is_said_of_them(self, client, report):
        publish_response(report=report, force=PoliceForceFactory(short_name="Answering"))
        PoliceForceFactory(short_name="Silent")
        OversightFactory(
            force=PoliceForceFactory(short_name="Outside"), body__kind="other_authority"
        )
        page = words(client.get(report.get_absolute_url()))
        rest = page[page.index("This register holds no response to this report for 1 force.") :]
        assert "Silent" in rest
        assert "Answering" not in rest
        assert "Outside" not in page

    def test_its_recommendations_stand_beneath_what_they_are_part_of(self, client, report):
        make = partial(RecommendationFactory, report=report)
        last = make(label="9", subject="On drakes", order=1)
        cause = make(label="1", kind="cause_of_concern", ref="coc-1", subject="On ponds", order=0)
        part = make(label="3", subject="On ducks", parent=cause, order=3)
        make(label="a", subject="On ducklings", parent=part, order=2)
        publish_response(report=report)
        page = words(client.get(report.get_absolute_url()))
        order = ["On ponds", "On ducks", "On ducklings", "On drakes"]
        head = page[page.index("<thead") : page.index("</thead>")]
        listed = page[page.index("What the report recommends") :]
        for shown in (head, listed):
            assert sorted(order, key=shown.index) == order
        rows = [row for row in listed.split("<tr ") if "<td" in row]
        classes = [re.findall(r'^role="row"(?: class="(.*?)")?>', row) for row in rows]
        assert classes == [[""], ["nested"], ["nested deeper"], [""]]
        assert ["Part of" in row for row in rows] == [False, True, True, False]
        assert f"Part of {cause.name}<" in rows[1]
        assert f"Part of {part.name}<" in rows[2]
        before = client.get(last.get_absolute_url()).context["before"]
        assert before.subject == "On ducklings"

    def test_a_report_on_named_forces_names_no_others(self, client):
        named = PoliceForceFactory(short_name="Named")
        PoliceForceFactory(short_name="Other")
        report = InspectionReportFactory(scope="named_forces")
        report.forces.add(named)
        page = words(client.get(report.get_absolute_url()))
        assert "Named" in page
        assert "Other" not in page

    def test_practice_has_no_column(self, client, report):
        RecommendationFactory(report=report, kind="practice", subject="A bright idea", label="7")
        publish_response(report=report)
        page = words(client.get(report.get_absolute_url()))
        assert "A bright idea" in page
        assert "A bright idea" not in page[page.index("<thead") : page.index("</thead>")]

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            ({}, "9 June 2026 (day 56)"),
            ({"kind": "state_of_policing"}, "This kind of report has no deadline."),
            ({"published_on": "2026-04"}, "lies between 26 May 2026 and 24 June 2026."),
            ({"published_on": ""}, "The day on which the report was published is not known."),
        ],
    )
    def test_it_says_the_last_day_to_answer_or_why_there_is_none(self, client, values, expected):
        report = InspectionReportFactory(**values)
        assert expected in words(client.get(report.get_absolute_url()))
        assert expected in words(client.get(reverse("reports")))


class TestFinding:
    def test_it_shows_each_force_with_its_own_answer(self, client, report):
        first = RecommendationFactory(report=report, label="1")
        second = RecommendationFactory(report=report, label="2")
        draft = ResponseFactory(report=report)
        AnswerFactory(
            response=draft,
            findings=[first, second],
            position="not_accepted",
            action="",
            why_none="<p>It is already done.</p>",
        )
        publication = put_through(draft)
        for finding in (first, second):
            page = words(client.get(finding.get_absolute_url()))
            assert publication.force.short_name in page
            assert "Not accepted" in page
            assert "<p>It is already done.</p>" in page

    def test_an_answer_in_a_section_leads_to_that_section_of_the_response(self, client, report):
        finding = RecommendationFactory(report=report)
        draft = ResponseFactory(report=report)
        section = NarrativeSectionFactory(response=draft, heading="On frogs")
        AnswerFactory(response=draft, findings=[finding], action="", explained_in=section)
        publication = put_through(draft)
        page = words(client.get(finding.get_absolute_url()))
        assert f'<a href="{address(publication)}#on-frogs">On frogs</a>' in page

    def test_it_says_where_a_response_answers_as_a_whole(self, client, report):
        finding = RecommendationFactory(report=report)
        publish_response(report=report)
        page = words(client.get(finding.get_absolute_url()))
        assert "No answer of its own. The response answers the report as a whole." in page

    def test_it_does_not_say_so_of_a_response_that_answers_others_singly(self, client, report):
        first = RecommendationFactory(report=report)
        second = RecommendationFactory(report=report)
        draft = ResponseFactory(report=report)
        AnswerFactory(response=draft, findings=[first])
        publication = put_through(draft)
        page = words(client.get(second.get_absolute_url()))
        assert '<p class="muted">No answer</p>' in page
        assert "as a whole" not in page
        assert "1 of 2 recommendations has no answer." in words(client.get(address(publication)))

    def test_it_leads_to_its_neighbours_its_parent_and_its_parts(self, client, report):
        parent = RecommendationFactory(
            report=report, kind="cause_of_concern", label="1", ref="coc-1", order=1
        )
        child = RecommendationFactory(report=report, parent=parent, label="7.1", order=2)
        after = RecommendationFactory(report=report, label="8", order=3)
        page = words(client.get(child.get_absolute_url()))
        assert page.count(f'href="{parent.get_absolute_url()}"') == 2
        assert f'<a rel="next" href="{after.get_absolute_url()}"' in page
        assert f'href="{child.get_absolute_url()}"' in words(client.get(parent.get_absolute_url()))


class TestForce:
    def test_it_names_its_body_and_the_people_of_today(self, client):
        oversight = OversightFactory()
        OfficeHolderFactory(body=oversight.body, name="Ann Archer")
        OfficeHolderFactory(body=None, force=oversight.force, name="Bo Carter", title="Chief")
        OfficeHolderFactory(body=oversight.body, name="Long Gone", ended_on="2020-01-01")
        OfficeHolderFactory(name="Of Elsewhere")
        page = words(client.get(oversight.force.get_absolute_url()))
        assert oversight.body.name in page
        assert "Ann Archer" in page
        assert "Bo Carter" in page
        assert "Long Gone" not in page
        assert "Of Elsewhere" not in page

    def test_it_lists_what_is_open_as_published(self, client, report):
        draft = ResponseFactory(report=report)
        amber = RecommendationFactory(report=report, subject="Still amber")
        green = RecommendationFactory(report=report, subject="Long green")
        AssessmentFactory(force=draft.force, recommendation=amber, rag="amber")
        AssessmentFactory(force=draft.force, recommendation=green, rag="green")
        put_through(draft)
        page = words(client.get(draft.force.get_absolute_url()))
        assert "Still amber" in page
        assert "Long green" not in page

    def test_what_is_open_stands_with_its_own_report_where_several_are_answered(
        self, client, report
    ):
        draft = ResponseFactory(report=report)
        further = InspectionReportFactory(short_title="Hens, 2026")
        draft.further_reports.add(further)
        for one in (report, further):
            finding = RecommendationFactory(report=one, subject=f"On {one.short_title}", label="1")
            AssessmentFactory(force=draft.force, recommendation=finding, rag="amber")
        put_through(draft)
        page = words(client.get(draft.force.get_absolute_url()))
        rows = re.findall(r'>On ([^<]*)</a></td><td role="cell" data-label="Report">([^<]*)', page)
        assert rows == [("Ponds, 2026", "Ponds, 2026"), ("Hens, 2026", "Hens, 2026")]

    def test_reports_that_concern_it_and_have_no_response_here_are_named(self, client, report):
        publication = publish_response(report=report)
        InspectionReportFactory(short_title="Waiting for an answer")
        InspectionReportFactory(short_title="About others", scope="named_forces")
        page = words(client.get(publication.force.get_absolute_url()))
        assert "Waiting for an answer" in page
        assert "About others" not in page
        assert page.index("Ponds, 2026") < page.index("No response recorded here")

    def test_a_force_under_another_authority_waits_only_for_what_names_it(self, client, report):
        force = OversightFactory(body__kind="other_authority").force
        naming = InspectionReportFactory(short_title="On railways", scope="named_forces")
        naming.forces.add(force)
        page = words(client.get(force.get_absolute_url()))
        assert "Ponds, 2026" not in page
        rest = page[page.index("On railways") :]
        assert "Section 55 does not apply to this body." in rest
        assert "(day 56)" not in page
        assert force.short_name not in words(client.get(report.get_absolute_url()))

    def test_one_that_was_once_under_another_authority_is_like_any_other(self, client, report):
        force = OversightFactory(body__kind="other_authority", ended_on="2020-12-31").force
        OversightFactory(force=force, began_on="2021-01-01")
        page = words(client.get(force.get_absolute_url()))
        assert "9 June 2026 (day 56)" in page[page.index("Ponds, 2026") :]
        assert force.short_name in words(client.get(report.get_absolute_url()))

    def test_one_that_ended_names_its_successor(self, client):
        heir = PoliceForceFactory(name="Great Borchester Police")
        ended = PoliceForceFactory(succeeded_by=heir, ended_on="2025-03-31")
        page = words(client.get(ended.get_absolute_url()))
        assert "This force ended on 31 March 2025." in page
        assert "Great Borchester Police" in page
