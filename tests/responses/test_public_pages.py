import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from recommendations.models import InspectionReport
from responses.services import open_next_draft
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

from .publishing import publish_response, republish

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return InspectionReportFactory(title="An inspection of ponds", short_title="Ponds, 2026")


def words(response):
    """Return the text of a page without its line breaks."""
    return " ".join(response.content.decode().split())


def address(publication, layout=None):
    names = [publication.force.slug, publication.report.slug]
    return (
        reverse("response_layout", args=[*names, layout])
        if layout
        else reverse("response", args=names)
    )


def every_page(publication, finding):
    return [
        reverse("home"),
        reverse("forces"),
        reverse("force", args=[publication.force.slug]),
        reverse("reports"),
        reverse("report", args=[publication.report.slug]),
        reverse("finding", args=[publication.report.slug, finding.ref]),
        address(publication),
        address(publication, "statement"),
        address(publication, "record"),
        reverse("about"),
        reverse("accessibility"),
    ]


def test_every_page_is_there_for_everybody_and_leaves_no_trace(client, report):
    finding = RecommendationFactory(report=report)
    publication = publish_response(report=report)
    for path in every_page(publication, finding):
        response = client.get(path)
        assert response.status_code == 200, path
        assert not response.cookies, path
        assert "Cookie" not in response.headers.get("Vary", ""), path


def test_no_page_has_an_inline_style_or_script_but_the_brand(client, report, settings):
    finding = RecommendationFactory(report=report)
    publication = publish_response(report=report)
    for path in every_page(publication, finding):
        page = client.get(path).content.decode()
        assert " style=" not in page, path
        assert "<script" not in page, path
        assert page.count("<style>") == page.count(f"<style>{settings.BRAND_STYLE}</style>") == 1


@pytest.mark.parametrize("page", ["home", "forces", "reports"])
def test_lists_say_so_where_they_are_empty(client, page):
    assert "in this register yet" in words(client.get(reverse(page)))


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere/",
        "/forces/atlantis/",
        "/reports/atlantis/",
        "/reports/ponds/99/",
        "/reports/atlantis/1/",
        "/forces/atlantis/ponds/",
        "/forces/borchester/atlantis/",
        "/forces/borchester/ponds/poem/",
    ],
)
def test_what_does_not_exist_is_a_clear_404(client, path):
    report = InspectionReportFactory(slug="ponds")
    RecommendationFactory(report=report, label="1")
    publish_response(report=report, force=PoliceForceFactory(slug="borchester"))
    response = client.get(path)
    assert response.status_code == 404
    assert "There is no page at this address." in words(response)
    assert "Find a force" in words(response)


class TestDrafts:
    """The public reads publications, never a working row."""

    def test_a_draft_is_nowhere(self, client, report):
        draft = ResponseFactory(report=report, title="Secret title")
        NarrativeSectionFactory(response=draft, heading="Secret heading")
        finding = RecommendationFactory(report=report)
        AssessmentFactory(
            force=draft.force, recommendation=finding, rag="red", reason="Secret reason"
        )
        AnswerFactory(response=draft, findings=[finding], action="<p>Secret action</p>")
        paths = [
            reverse("home"),
            reverse("force", args=[draft.force.slug]),
            reverse("report", args=[report.slug]),
            reverse("finding", args=[report.slug, finding.ref]),
        ]
        for path in paths:
            assert "Secret" not in words(client.get(path)), path
        assert client.get(draft.get_absolute_url()).status_code == 404
        force_page = words(client.get(paths[1]))
        assert "No response of this force is recorded here." in force_page
        assert "No response to this report is recorded here yet." in words(client.get(paths[2]))

    def test_what_changes_after_publication_does_not_show_until_it_is_published(
        self, client, report
    ):
        finding = RecommendationFactory(report=report)
        publication = publish_response(report=report)
        draft = open_next_draft(response=publication.response)
        NarrativeSectionFactory(response=draft, heading="Second thoughts")
        AssessmentFactory(force=draft.force, recommendation=finding, rag="green")
        before = words(client.get(address(publication)))
        assert "Second thoughts" not in before
        assert "Version 1" in before
        matrix = words(client.get(reverse("report", args=[report.slug])))
        assert f"{finding.name}: Not yet assessed" in matrix
        assert f"{finding.name}: Green" not in matrix
        republish(draft)
        after = words(client.get(address(publication)))
        assert "Second thoughts" in after
        assert "Version 2" in after

    def test_a_force_that_is_renamed_keeps_its_name_in_what_is_published(self, client, report):
        publication = publish_response(report=report)
        old = publication.force.name
        publication.force.name = "Felpersham Police"
        publication.force.save()
        assert old in words(client.get(address(publication)))

    def test_a_report_that_is_not_listed_is_nowhere(self, client):
        hidden = InspectionReportFactory(short_title="Hidden report")
        finding = RecommendationFactory(report=hidden)
        publication = publish_response(report=hidden)
        hide(hidden)
        paths = [hidden.get_absolute_url(), finding.get_absolute_url(), address(publication)]
        assert [client.get(path).status_code for path in paths] == [404, 404, 404]
        for path in (reverse("home"), reverse("reports"), publication.force.get_absolute_url()):
            assert "Hidden report" not in words(client.get(path))


class TestResponse:
    def test_it_stands_in_its_own_layout_and_in_either(self, client, report):
        publication = publish_response(report=report, layout="record")
        assert "layout-record" in words(client.get(address(publication)))
        assert "layout-statement" in words(client.get(address(publication, "statement")))
        assert "layout-record" in words(client.get(address(publication, "record")))

    def test_the_days_stand_with_their_sum(self, client, report):
        page = words(client.get(address(publish_response(report=report))))
        assert "29 May 2026: day 45, in time" in page
        assert "15 April 2026 is day 1; the last day is 9 June 2026, day 56" in page

    @pytest.mark.parametrize("layout", [None, "record"])
    def test_a_further_report_leads_to_the_lead_reports_address_for_now(
        self, client, report, layout
    ):
        draft = ResponseFactory(report=report)
        further = InspectionReportFactory()
        draft.further_reports.add(further)
        publication = republish(draft)
        names = [draft.force.slug, further.slug, *([layout] if layout else [])]
        path = reverse("response_layout" if layout else "response", args=names)
        response = client.get(path)
        assert response.status_code == 302
        assert response.url == address(publication, layout)

    def test_it_is_no_demonstration_unless_its_report_is(self, client, report):
        assert "Demonstration:" not in words(client.get(address(publish_response(report=report))))


class TestDemonstration:
    def test_every_page_with_demonstration_data_says_so(self, client):
        report = InspectionReportFactory(is_demonstration=True)
        finding = RecommendationFactory(report=report)
        publication = publish_response(report=report)
        pages = every_page(publication, finding)[:-2]
        assert len(pages) == 9
        for path in pages:
            assert "<strong>Demonstration:</strong>" in words(client.get(path)), path

    def test_a_page_without_demonstration_data_does_not(self, client, report):
        InspectionReportFactory(is_demonstration=True, scope="named_forces")
        finding = RecommendationFactory(report=report)
        publication = publish_response(report=report)
        for path in every_page(publication, finding)[4:]:
            assert "Demonstration:" not in words(client.get(path)), path


class TestReport:
    def test_each_cell_of_the_matrix_names_its_rating_and_leads_to_the_response(
        self, client, report
    ):
        finding = RecommendationFactory(report=report, label="3a")
        draft = ResponseFactory(report=report)
        AssessmentFactory(force=draft.force, recommendation=finding, rag="red", reason="Past due.")
        publication = republish(draft)
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
            ({"published_on": "2026-04"}, "The day on which the report was published is not"),
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
        publication = republish(draft)
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
        publication = republish(draft)
        page = words(client.get(finding.get_absolute_url()))
        assert f'<a href="{address(publication)}#on-frogs">On frogs</a>' in page

    def test_it_says_where_a_response_answers_as_a_whole(self, client, report):
        finding = RecommendationFactory(report=report)
        publish_response(report=report)
        page = words(client.get(finding.get_absolute_url()))
        assert "No answer of its own. The response answers the report as a whole." in page

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
        republish(draft)
        page = words(client.get(draft.force.get_absolute_url()))
        assert "Still amber" in page
        assert "Long green" not in page

    def test_reports_that_concern_it_and_have_no_response_here_are_named(self, client, report):
        publication = publish_response(report=report)
        InspectionReportFactory(short_title="Waiting for an answer")
        InspectionReportFactory(short_title="About others", scope="named_forces")
        page = words(client.get(publication.force.get_absolute_url()))
        assert "Waiting for an answer" in page
        assert "About others" not in page
        assert page.index("Ponds, 2026") < page.index("No response recorded here")

    def test_one_that_ended_names_its_successor(self, client):
        heir = PoliceForceFactory(name="Great Borchester Police")
        ended = PoliceForceFactory(succeeded_by=heir, ended_on="2025-03-31")
        page = words(client.get(ended.get_absolute_url()))
        assert "This force ended on 31 March 2025." in page
        assert "Great Borchester Police" in page


def hide(report):
    """Take `report` off the register behind its back, as no page lets anybody do."""
    InspectionReport.objects.filter(pk=report.pk).update(is_listed=False)


def test_the_forces_page_counts_the_responses_of_each(client, report):
    publication = publish_response(report=report)
    republish(open_next_draft(response=publication.response))
    publish_response(report=InspectionReportFactory(), force=publication.force)
    hidden = InspectionReportFactory()
    publish_response(report=hidden, force=publication.force)
    hide(hidden)
    PoliceForceFactory()
    page = words(client.get(reverse("forces")))
    assert page.count("2 responses here") == page.count('class="number"') == 1


def test_the_front_page_shows_the_latest_response_first(client):
    publish_response(report=InspectionReportFactory(short_title="Earlier report"))
    publish_response(report=InspectionReportFactory(short_title="Later report"))
    page = words(client.get(reverse("home")))
    assert page.index(": Later report</a>") < page.index(": Earlier report</a>")


def test_browsers_find_the_icon_where_they_look_for_it(client):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert response.url == "/static/favicon.svg"


def test_the_page_for_a_fault_of_ours_needs_nothing_but_itself():
    page = render_to_string("500.html")
    assert "Something went wrong" in page
    assert "{%" not in page


def test_the_page_for_what_is_not_allowed_says_whom_to_ask(rf):
    page = render_to_string("403.html", request=rf.get("/"))
    assert "ask whoever manages the accounts of your office" in page
