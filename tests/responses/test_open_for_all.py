"""A response for every force that a report concerns, opened in one action."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.utils import timezone

from forces.models import Role
from recommendations.kinds import Scope
from recommendations.models import InspectionReport
from responses.models import Response
from responses.services import open_for_all, openings, seen_of
from tests.admin_client import page, signed_in
from tests.factories import (
    InspectionReportFactory,
    MembershipFactory,
    OversightFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.html_form import form_data
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db


@pytest.fixture
def overseen():
    return [OversightFactory(force__short_name=name).force for name in ("Ambridge", "Borchester")]


@pytest.fixture
def report(overseen):
    """A report on four forces: two to be opened, one without a body, one that has a response."""
    report = InspectionReportFactory(slug="villages", scope=Scope.NAMED_FORCES)
    answered = OversightFactory(force__short_name="Felpersham")
    ResponseFactory(force=answered.force, body=answered.body, report=report)
    alone = PoliceForceFactory(short_name="Penny Hassett")
    report.forces.set([*overseen, answered.force, alone])
    RecommendationFactory(report=report)
    return report


@pytest.fixture
def keeper():
    return signed_in(Role.REGISTER_EDITOR)


ADDRESS = "/admin/responses/response/open-for-all/villages/"


def test_the_page_says_for_which_forces_and_why_not_for_others(report, keeper):
    shown = keeper.get(ADDRESS)
    assert [force.short_name for force in shown.context["to_open"]] == ["Ambridge", "Borchester"]
    left_out = {one.force.short_name: one.why_not for one in shown.context["left_out"]}
    assert "response to this report already" in left_out["Felpersham"]
    assert "No local policing body" in left_out["Penny Hassett"]
    assert Response.objects.count() == 1


def test_one_press_opens_each_with_its_ratings_and_leads_back(report, overseen, keeper):
    answer = keeper.post(ADDRESS, form_data(keeper.get(ADDRESS)))
    assert answer.url == page(InspectionReport, "change", report.pk)
    opened = Response.objects.filter(force__in=overseen)
    assert {response.force for response in opened} == set(overseen)
    for response in opened:
        assert response.status == "draft"
        assert response.comments
        assert response.force.assessments.count() == 1
        assert response.history.get().history_user == keeper.user


def test_what_changed_since_the_page_was_opened_opens_nothing(report, overseen, keeper):
    data = form_data(keeper.get(ADDRESS))
    ResponseFactory(force=overseen[0], report=report)
    shown = keeper.post(ADDRESS, data, follow=True)
    assert "Look again" in " ".join(str(one) for one in shown.context["messages"])
    assert not Response.objects.filter(force=overseen[1]).exists()


def test_a_second_press_opens_nothing_twice(report, keeper):
    data = form_data(keeper.get(ADDRESS))
    for _ in range(2):
        keeper.post(ADDRESS, data)
    assert Response.objects.count() == 3
    assert "Nothing is to be opened" in keeper.get(ADDRESS).content.decode()


def test_a_failure_half_way_leaves_none_open(report, keeper, monkeypatch):
    full_clean = Response.full_clean

    def fail(response, **kwargs):
        if response.force.short_name == "Borchester":
            raise ValidationError("It cannot be.")
        full_clean(response, **kwargs)

    monkeypatch.setattr(Response, "full_clean", fail)
    keeper.post(ADDRESS, form_data(keeper.get(ADDRESS)))
    assert Response.objects.count() == 1


def test_a_response_that_somebody_opens_at_the_same_moment_is_a_message(
    report, keeper, monkeypatch
):
    def clash(response, **kwargs):
        raise IntegrityError("a second response of one force to one report")

    form = form_data(keeper.get(ADDRESS))
    monkeypatch.setattr(Response, "full_clean", clash)
    answer = keeper.post(ADDRESS, form, follow=True)
    assert "what is to be opened changed while your page was open" in answer.content.decode()


def test_a_force_that_answers_it_elsewhere_has_a_response(report, overseen):
    elsewhere = ResponseFactory(force=overseen[0])
    elsewhere.further_reports.add(report)
    body = overseen[1].oversights.get().body
    published = ResponseFactory(force=overseen[1], body=body)
    published.further_reports.add(report)
    put_through(published)
    published.further_reports.clear()
    found = openings(report, on=timezone.localdate())
    assert not seen_of(found)


def test_a_report_on_all_forces_is_for_those_under_section_55(overseen):
    report = InspectionReportFactory()
    other = OversightFactory(body__kind="other_authority").force
    forces = [opening.force for opening in openings(report, on=timezone.localdate())]
    assert forces == overseen
    assert other not in forces


def test_only_who_keeps_the_register_opens_for_all(report, overseen):
    editor = MembershipFactory(force=overseen[0], role=Role.EDITOR).user
    seen = seen_of(openings(report, on=timezone.localdate()))
    for user in (editor, UserFactory()):
        with pytest.raises(PermissionDenied):
            open_for_all(report=report, by=user, now=timezone.now(), seen=seen)
    client = signed_in(Role.EDITOR, force=overseen[0])
    assert client.get(ADDRESS).status_code == 403
    assert client.post(ADDRESS, {"seen": seen}).status_code == 403
    assert Response.objects.count() == 1


def test_the_page_of_the_report_leads_there_for_who_may(report, overseen, keeper):
    change = page(InspectionReport, "change", report.pk)
    assert ADDRESS in keeper.get(change).content.decode()
    reader = signed_in(Role.EDITOR, force=overseen[0])
    assert ADDRESS not in reader.get(change).content.decode()
    assert ADDRESS not in keeper.get(page(InspectionReport, "add")).content.decode()


def test_the_page_asks_as_often_for_five_forces_as_for_four(
    report, keeper, django_assert_num_queries, django_assert_max_num_queries
):
    keeper.get(ADDRESS)
    with django_assert_max_num_queries(12) as asked:
        keeper.get(ADDRESS)
    report.forces.add(OversightFactory().force)
    with django_assert_num_queries(len(asked)):
        keeper.get(ADDRESS)
