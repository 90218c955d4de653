import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from recommendations.models import InspectionReport
from recommendations.partial_dates import PartialDate
from responses.services import open_next_draft
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    NarrativeSectionFactory,
    OversightFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
)

from .publishing import address, publish_response, put_through, version_address, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    return InspectionReportFactory(title="An inspection of ponds", short_title="Ponds, 2026")


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
        reverse("privacy"),
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


@pytest.mark.parametrize(
    ("page", "lists"),
    [
        ("home", ["responses", "reports", "forces"]),
        ("forces", ["forces"]),
        ("reports", ["reports"]),
    ],
)
def test_lists_say_so_where_they_are_empty(client, page, lists):
    shown = words(client.get(reverse(page)))
    for name in lists:
        assert f"There are no {name} yet." in shown


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
        assert "No response from this force is recorded here." in force_page
        assert "No response to this report is recorded here yet." in words(client.get(paths[2]))

    def test_what_changes_after_publication_does_not_show_until_it_is_published(
        self, client, report
    ):
        finding = RecommendationFactory(report=report)
        publication = publish_response(report=report)
        draft = open_next_draft(response=publication.response, by=None, now=timezone.now())
        NarrativeSectionFactory(response=draft, heading="Second thoughts")
        AssessmentFactory(force=draft.force, recommendation=finding, rag="green")
        before = words(client.get(address(publication)))
        assert "Second thoughts" not in before
        assert "Version 1" in before
        matrix = words(client.get(reverse("report", args=[report.slug])))
        assert f"{finding.name}: Not yet assessed" in matrix
        assert f"{finding.name}: Green" not in matrix
        put_through(draft)
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
        publication = put_through(draft)
        names = [draft.force.slug, further.slug, *([layout] if layout else [])]
        path = reverse("response_layout" if layout else "response", args=names)
        response = client.get(path)
        assert response.status_code == 302
        assert response.url == address(publication, layout)

    def test_the_address_of_a_further_report_leads_to_the_version_that_answered_it_last(
        self, client, report
    ):
        further = InspectionReportFactory(short_title="Hens, 2026")
        draft = ResponseFactory(report=report)
        draft.further_reports.add(further)
        publication = put_through(draft)
        draft = open_next_draft(response=draft, by=None, now=timezone.now())
        draft.further_reports.clear()
        put_through(draft)
        old = reverse("response", args=[draft.force.slug, further.slug])
        assert client.get(old).url == version_address(publication)
        banner = words(client.get(old, follow=True))
        assert "took its place. It does not answer “Hens, 2026” any more." in banner
        record = reverse("response_layout", args=[draft.force.slug, further.slug, "record"])
        assert client.get(record).url == version_address(publication, "record")
        for suffix in ("csv", "pdf"):
            file = client.get(f"{old}response.{suffix}")
            assert file.url == f"{version_address(publication)}response.{suffix}"
            assert client.get(file.url).status_code == 200
        nobody = reverse("response", args=[PoliceForceFactory().slug, further.slug])
        assert client.get(nobody).status_code == 404

    def test_it_is_no_demonstration_unless_its_report_is(self, client, report):
        assert "Demonstration:" not in words(client.get(address(publish_response(report=report))))


class TestDemonstration:
    def test_every_page_with_demonstration_data_says_so(self, client):
        report = InspectionReportFactory(is_demonstration=True)
        finding = RecommendationFactory(report=report)
        publication = publish_response(report=report)
        pages = every_page(publication, finding)[:-3]
        assert len(pages) == 9
        for path in pages:
            assert "<strong>Demonstration:</strong>" in words(client.get(path)), path

    def test_a_page_without_demonstration_data_does_not(self, client, report):
        InspectionReportFactory(is_demonstration=True, scope="named_forces")
        finding = RecommendationFactory(report=report)
        publication = publish_response(report=report)
        for path in every_page(publication, finding)[4:]:
            assert "Demonstration:" not in words(client.get(path)), path


def hide(report):
    """Take `report` off the register behind its back, as no page lets anybody do."""
    InspectionReport.objects.filter(pk=report.pk).update(is_listed=False)


def test_the_forces_page_counts_the_responses_of_each(client, report):
    publication = publish_response(report=report)
    put_through(open_next_draft(response=publication.response, by=None, now=timezone.now()))
    publish_response(report=InspectionReportFactory(), force=publication.force)
    hidden = InspectionReportFactory()
    publish_response(report=hidden, force=publication.force)
    hide(hidden)
    PoliceForceFactory()
    page = words(client.get(reverse("forces")))
    assert page.count("2 responses here") == page.count('class="number"') == 1


def test_the_pages_of_reports_and_forces_count_what_is_published_now(client, report):
    further = InspectionReportFactory(short_title="Dropped later")
    publication = publish_response(report=report)
    publication.response.further_reports.add(further)
    assert further_row(client).endswith("0 forces")
    put_through(open_next_draft(response=publication.response, by=None, now=timezone.now()))
    assert further_row(client).endswith("1 force")
    publication.response.further_reports.clear()
    put_through(open_next_draft(response=publication.response, by=None, now=timezone.now()))
    assert further_row(client).endswith("0 forces")
    assert "1 response here" in words(client.get(reverse("forces")))


def further_row(client):
    """Return the row of the further report on the page of reports, up to its last cell."""
    page = words(client.get(reverse("reports")))
    return page[page.index("Dropped later") :].split("</td></tr>")[0]


def test_the_front_page_lists_local_forces_first_and_the_others_by_their_full_names(client):
    OversightFactory(force__short_name="Zebrashire", force__name="Zebrashire Police")
    OversightFactory(
        force__short_name="ABP", force__name="Ambridge Barge Police", body__kind="other_authority"
    )
    page = words(client.get(reverse("home")))
    assert page.index(">Zebrashire</a>") < page.index("<h3>Other forces and agencies</h3>")
    assert page.index("<h3>Other forces") < page.index(">Ambridge Barge Police</a>")
    assert "ABP" not in page


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (PartialDate(), "date of publication not known"),
        (PartialDate(phrase="in spring"), "date of publication: in spring"),
        (PartialDate(2026, 4, phrase="in spring"), "published in spring (April 2026)"),
    ],
)
def test_the_day_of_a_report_is_given_in_proper_words(client, day, shown):
    InspectionReportFactory(published_on=day)
    for path in (reverse("home"), PoliceForceFactory().get_absolute_url()):
        assert shown in words(client.get(path)), path


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
