"""What is another force's stays there: every page that could give a draft away."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from forces.models import Role
from recommendations.models import Assessment, InspectionReport
from recommendations.services import record_rating
from responses.models import Publication, Response
from responses.services import submit
from responses.workflow import Move
from tests.admin_client import page, signed_in
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    NarrativeSectionFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db

SECRET = "kestrel"
FORCE = "Ambridge"


@pytest.fixture
def theirs():
    """A draft of another force, with its secret word in everything that it is made of."""
    force = PoliceForceFactory(short_name=FORCE)
    response = ResponseFactory(force=force, title=f"Title {SECRET}")
    finding = RecommendationFactory(report=response.report)
    section = NarrativeSectionFactory(
        response=response, heading=f"Part {SECRET}", body=f"<p>{SECRET}</p>"
    )
    AnswerFactory(response=response, findings=[finding], explained_in=section)
    rating = AssessmentFactory(force=force, recommendation=finding)
    record_rating(
        assessment=rating, by=None, now=timezone.now(), rag="red", reason=SECRET, owner=SECRET
    )
    return response


@pytest.fixture
def ours(theirs):
    """A draft of one's own force that answers the same report."""
    response = ResponseFactory(report=theirs.report)
    AssessmentFactory(force=response.force, recommendation=theirs.report.findings.get())
    return response


def row_pages(theirs):
    rating = Assessment.objects.get(force=theirs.force)
    yield from (page(Response, view, theirs.pk) for view in ("change", "history", "delete"))
    yield from (page(Assessment, view, rating.pk) for view in ("change", "history"))
    yield from (page(Response, "preview", theirs.pk, name) for name in ("statement", "record"))


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER])
def test_lists_show_ones_own_force_and_no_other(theirs, ours, role):
    client = signed_in(role, force=ours.force)
    for model in (Response, Assessment):
        shown = client.get(page(model, "changelist")).content.decode()
        assert ours.force.short_name in shown
        assert SECRET not in shown
        assert FORCE not in shown


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER])
def test_pages_of_another_forces_rows_are_not_found(theirs, ours, role):
    client = signed_in(role, force=ours.force)
    own_pages = [p for p in row_pages(ours) if role == Role.EDITOR or "delete" not in p]
    assert {client.get(path).status_code for path in own_pages} == {200}
    may_ask = [p for p in row_pages(theirs) if role == Role.EDITOR or "delete" not in p]
    assert {client.get(path).status_code for path in may_ask} == {404}


@pytest.mark.parametrize("role", [Role.BOARD_MEMBER, Role.REGISTER_EDITOR, None])
def test_roles_without_drafts_get_no_page_of_one(theirs, role):
    client = signed_in(*([role] if role else []), force=theirs.force)
    refused = {client.get(path).status_code for path in row_pages(theirs)}
    assert refused <= {403, 404}
    for model in (Response, Assessment, Publication):
        assert client.get(page(model, "changelist")).status_code == 403
    assert SECRET not in client.get("/admin/").content.decode()


def test_search_filters_and_addresses_find_nothing_of_another_force(theirs, ours):
    client = signed_in(Role.EDITOR, force=ours.force)
    for query in (f"?q={SECRET}", f"?force={theirs.force_id}", f"?report={theirs.report_id}"):
        for model in (Response, Assessment):
            answer = client.get(page(model, "changelist") + query)
            assert answer.status_code == 200, query
            assert theirs.force not in [row.force for row in answer.context["cl"].result_list]
            assert FORCE not in answer.content.decode()


def test_an_address_cannot_ask_which_reports_somebody_answers(theirs, ours):
    client = signed_in(Role.EDITOR, force=ours.force)
    reports = page(InspectionReport, "changelist")
    assert client.get(f"{reports}?kind__exact={theirs.report.kind}").status_code == 200
    for question in (
        f"responses={theirs.pk}",
        "responses__isnull=0",
        f"responses__force={theirs.force_id}",
        f"findings__assessments__reason={SECRET}",
    ):
        assert client.get(f"{reports}?{question}").status_code == 400, question


@pytest.mark.parametrize("role", [*Role, None])
def test_there_is_no_autocomplete_to_ask(theirs, role):
    client = signed_in(*([role] if role else []), force=theirs.force)
    for app, model, field in (
        ("responses", "answer", "response"),
        ("responses", "response", "follows"),
        ("recommendations", "assessment", "force"),
    ):
        asked = {"app_label": app, "model_name": model, "field_name": field, "term": ""}
        assert client.get("/admin/autocomplete/", asked).status_code == 404


def test_no_address_tells_where_a_row_is_shown(theirs, ours):
    kind = ContentType.objects.get_for_model(Response).pk
    client = signed_in(Role.EDITOR, force=ours.force)
    assert client.get(f"/admin/r/{kind}/{theirs.pk}/").status_code == 404


def test_choices_on_a_response_offer_nothing_of_another_force(theirs, ours):
    client = signed_in(Role.EDITOR, force=ours.force)
    for path in (page(Response, "add"), page(Response, "change", ours.pk)):
        shown = client.get(path).content.decode()
        assert SECRET not in shown
        assert f"{FORCE}: " not in shown
    assert f">{FORCE}" not in client.get(page(Response, "add")).content.decode()
    assert f">{FORCE}" not in client.get(page(Assessment, "add")).content.decode()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER])
def test_nobody_writes_to_another_forces_rows(theirs, ours, role):
    client = signed_in(role, force=ours.force)
    rating = Assessment.objects.get(force=theirs.force)
    paths = [
        page(Response, "change", theirs.pk),
        page(Response, "delete", theirs.pk),
        *(page(Response, "move", theirs.pk, move) for move in Move),
        page(Assessment, "change", rating.pk),
    ]
    assert {client.post(path, {"post": "yes"}).status_code for path in paths} <= {403, 404}
    theirs.refresh_from_db()
    assert theirs.status == "draft"
    assert not theirs.publications.exists()


def test_an_editor_here_who_approves_there_edits_here_and_approves_there(theirs, ours):
    client = signed_in(Role.EDITOR, force=ours.force)
    client.user.memberships.create(force=theirs.force, role=Role.APPROVER)
    NarrativeSectionFactory(response=ours)
    for response in (ours, theirs):
        submit(response=response, by=None, now=timezone.now())
    assert client.get(page(Response, "move", ours.pk, "approve")).status_code == 403
    assert client.get(page(Response, "move", theirs.pk, "approve")).status_code == 200
    assert client.post(page(Response, "change", theirs.pk)).status_code == 403


def test_a_deletion_that_drafts_prevent_does_not_name_them(theirs):
    InspectionReport.objects.update(is_listed=False)
    client = signed_in(Role.REGISTER_EDITOR)
    shown = client.get(page(InspectionReport, "delete", theirs.report_id)).content.decode()
    assert FORCE not in shown
    assert "that depend on it" in shown
    client.post(page(InspectionReport, "delete", theirs.report_id), {"post": "yes"})
    assert InspectionReport.objects.filter(pk=theirs.report_id).exists()


def test_publications_of_another_force_are_not_listed(theirs, ours):
    put_through(theirs, now=timezone.now())
    put_through(ours, now=timezone.now())
    client = signed_in(Role.EDITOR, force=ours.force)
    assert FORCE not in client.get(page(Publication, "changelist")).content.decode()
    theirs_too = page(Publication, "change", theirs.publications.get().pk)
    assert client.get(theirs_too).status_code == 404


def test_somebody_who_is_not_staff_does_not_get_in(ours):
    client = signed_in(Role.EDITOR, force=ours.force)
    for change in ({"is_staff": False}, {"is_staff": True, "is_active": False}):
        for name, value in change.items():
            setattr(client.user, name, value)
        client.user.save()
        answer = client.get(page(Response, "changelist"))
        assert answer.status_code == 302
        assert answer.url.startswith(("/admin/login/?next=", "/sign-in/?next="))


def test_a_row_that_does_not_exist_is_not_found():
    client = signed_in(Role.EDITOR, force=PoliceForceFactory())
    assert client.get(page(Response, "change", 999)).status_code == 404
    assert client.get(page(Response, "change", "nonsense")).status_code == 404
