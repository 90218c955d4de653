"""Two texts on one report, and who reads which: the force's comments, and its body's response."""

import datetime

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.utils import timezone

from forces.models import Role
from responses import services
from responses.models import ChiefOfficerComments, Publication, Response
from responses.workflow import OPEN, Status
from tests.admin_client import page, signed_in
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    ChiefOfficerCommentsFactory,
    LabelledFieldFactory,
    NarrativeSectionFactory,
    PoliceForceFactory,
    ProgressProposalFactory,
    RecommendationFactory,
    ResponseFactory,
    SignatoryFactory,
)
from tests.html_form import form_data
from tests.responses.every_page import shown_to
from tests.responses.publishing import put_through

pytestmark = [pytest.mark.django_db, pytest.mark.documents]

OURS = "kestrel"  # What the force writes.
THEIRS = "buzzard"  # What its body writes.
FORCE = "Ambridge"
DAY = datetime.date(2026, 6, 1)
SEES_SENT = {Role.EDITOR, Role.APPROVER}


@pytest.fixture
def comments():
    """A response and its comments, each with its own word in all that it is made of."""
    response = ResponseFactory(
        force=PoliceForceFactory(short_name=FORCE),
        title=f"Title {THEIRS}",
        late_reason=f"Late {THEIRS}",
        override_reason=f"Gaps {THEIRS}",
        invited_on=datetime.date(2026, 5, 4),
    )
    finding = RecommendationFactory(report=response.report)
    section = NarrativeSectionFactory(
        response=response, heading=f"Part {THEIRS}", body=f"<p>{THEIRS}</p>"
    )
    AnswerFactory(
        response=response, findings=[finding], action=f"<p>{THEIRS}</p>", explained_in=section
    )
    LabelledFieldFactory(response=response, label=THEIRS, value=THEIRS)
    SignatoryFactory(response=response, name=THEIRS)
    rating = AssessmentFactory(force=response.force, recommendation=finding)
    ProgressProposalFactory(assessment=rating, note="The rota began.")
    return ChiefOfficerCommentsFactory(response=response, text=f"<p>{OURS}</p>")


def places_of(word, shown):
    """Return the addresses at which `word` is shown."""
    return [address for address, text in shown.items() if word in text]


def change(comments):
    return page(ChiefOfficerComments, "change", comments.pk)


def step(comments, name):
    return page(ChiefOfficerComments, "step", comments.pk, name)


def write_again(comments):
    """Save the comments as their writers do, so that their history has an entry."""
    liaison = signed_in(Role.LIAISON, force=comments.response.force)
    data = form_data(liaison.get(change(comments))) | {"text": f"<p>{OURS}, again</p>"}
    answer = liaison.post(change(comments), data)
    assert answer.status_code == 302
    comments.refresh_from_db()
    return comments


def settle(comments, name):
    asked = {"comments": comments, "by": None, "now": timezone.now()}
    if name == "decline":
        return services.decline_comments(**asked, why="Said so by letter.")
    return services.submit_comments(**asked)


def test_the_liaison_reads_the_own_text_and_nowhere_that_of_the_body(comments):
    liaison = signed_in(Role.LIAISON, force=comments.response.force)
    shown = shown_to(liaison)
    assert OURS in shown[change(comments)]
    assert places_of(THEIRS, shown) == []
    own = {at: text for at, text in shown.items() if "/responses/response/" in at}
    assert len(own) > 10
    for address, text in own.items():
        # What is only sent to (405) shows nobody anything.
        assert not text or "Not allowed" in text or "There is no page" in text, address


def test_a_search_tells_the_liaison_nothing_of_the_bodys_text(comments):
    liaison = signed_in(Role.LIAISON, force=comments.response.force)
    found = []
    for model in admin.site._registry:
        answer = liaison.get(page(model, "changelist"), {"q": THEIRS})
        if answer.status_code == 200:
            found += answer.context["cl"].result_list
    assert found == []


def test_the_liaison_looks_after_no_publication(comments):
    publication = put_through(comments.response, now=timezone.now())
    liaison = signed_in(Role.LIAISON, force=comments.response.force)
    assert liaison.get(page(Publication, "changelist")).status_code == 403
    change_page = page(Publication, "change", publication.pk)
    assert liaison.get(change_page).status_code in (403, 404)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER])
def test_the_office_reads_nothing_that_was_not_sent(comments, role):
    write_again(comments)
    force = comments.response.force
    declined = ChiefOfficerCommentsFactory(response__force=force, text=f"<p>{OURS}</p>")
    settle(write_again(declined), "decline")
    office = signed_in(role, force=force)
    shown = shown_to(office)
    assert THEIRS in shown[page(Response, "change", comments.response_id)]
    assert "Said so by letter." in shown[change(declined)]
    assert places_of(OURS, shown) == []
    assert office.get(change(comments)).status_code == 404
    assert office.get(page(ChiefOfficerComments, "history", comments.pk)).status_code == 404
    listed = office.get(page(ChiefOfficerComments, "changelist")).context["cl"].result_list
    assert list(listed) == [declined]
    for row, refusal in ((comments, 404), (declined, 403)):
        assert office.post(change(row), {"text": "<p>Theirs</p>"}).status_code == refusal
        row.refresh_from_db()
        assert OURS in row.text


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER])
def test_a_search_tells_the_office_nothing_of_what_was_not_sent(comments, role):
    office = signed_in(role, force=comments.response.force)
    listed = page(ChiefOfficerComments, "changelist")
    for asked in (f"?q={OURS}", f"?q={FORCE}", "?state__exact=draft", ""):
        assert not office.get(listed + asked).context["cl"].result_list
    settle(comments, "submit")
    assert not office.get(f"{listed}?q={OURS}").context["cl"].result_list
    assert office.get(f"{listed}?q={FORCE}").context["cl"].result_list
    assert office.get(f"{listed}?text={OURS}").status_code == 400


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER])
def test_the_office_reads_what_was_sent_but_not_who_wrote_on_it_when(comments, role):
    settle(write_again(comments), "submit")
    office = signed_in(role, force=comments.response.force)
    for read in (change(comments), page(Response, "preview", comments.response_id, "statement")):
        assert OURS in office.get(read).content.decode()
    history = page(ChiefOfficerComments, "history", comments.pk)
    assert office.get(history).status_code == 403


@pytest.mark.parametrize("role", [Role.LIAISON, Role.EDITOR, Role.APPROVER])
def test_another_forces_comments_do_not_exist(comments, role):
    force = comments.response.force
    rows = [comments]
    for name in ("submit", "decline"):
        row = ChiefOfficerCommentsFactory(response__force=force, text=f"<p>{OURS}</p>")
        rows.append(settle(row, name))
    own = ResponseFactory(report=comments.response.report)
    ChiefOfficerCommentsFactory(response=own)
    stranger = signed_in(role, force=own.force)
    shown = shown_to(stranger)
    for word in (OURS, THEIRS, "by letter", "The rota began."):
        assert places_of(word, shown) == []
    for row in rows:
        assert stranger.get(change(row)).status_code == 404
        assert stranger.post(change(row), {"text": "x"}).status_code in (403, 404)
        for name in ("send", "decline", "take_back", "put_back"):
            assert stranger.get(step(row, name)).status_code == 404
            assert stranger.post(step(row, name), {"why": "Why"}).status_code == 404
        row.refresh_from_db()
        assert OURS in row.text


@pytest.mark.parametrize("role", [Role.BOARD_MEMBER, Role.REGISTER_EDITOR, None])
def test_other_roles_get_no_page_of_comments(comments, role):
    settle(comments, "submit")
    other = signed_in(*([role] if role else []), force=comments.response.force)
    assert places_of(OURS, shown_to(other)) == []
    for name in ("send", "decline", "take_back", "put_back"):
        assert other.get(step(comments, name)).status_code == 403
        assert other.post(step(comments, name), {"why": "Why"}).status_code == 403
    assert other.get(page(ChiefOfficerComments, "changelist")).status_code == 403


def test_a_role_here_and_another_there_do_not_add_up(comments):
    """Somebody who writes for one force and edits for another does neither in the other's place."""
    there = ChiefOfficerCommentsFactory(text="<p>falcon</p>")
    client = signed_in(Role.LIAISON, force=comments.response.force)
    client.user.memberships.create(force=there.response.force, role=Role.EDITOR)
    shown = shown_to(client)
    assert OURS in shown[change(comments)]
    for word in ("falcon", THEIRS):
        assert places_of(word, shown) == []


def rows_in_every_state(force):
    """Return comments of `force` in each state, of responses in the hands of each."""
    rows = []
    for status in Status:
        for state in ("draft", "submitted", "declined"):
            response = ResponseFactory(force=force, status=status)
            settled_on = None if state == "draft" else DAY
            rows.append(
                ChiefOfficerCommentsFactory(response=response, state=state, settled_on=settled_on)
            )
    return rows


@pytest.mark.parametrize("role", [*Role, None])
def test_question_and_queryset_agree_for_every_role_and_state(role):
    force = PoliceForceFactory()
    own = rows_in_every_state(force)
    rows = own + rows_in_every_state(PoliceForceFactory())
    user = signed_in(*([role] if role else []), force=force).user
    visible = set(ChiefOfficerComments.objects.visible_to(user))
    editable = set(ChiefOfficerComments.objects.editable_by(user))
    model_admin = admin.site.get_model_admin(ChiefOfficerComments)
    request = RequestFactory().get("/")
    request.user = user
    for row in rows:
        is_sent = row.state != "draft"
        sees = row in own and (role == Role.LIAISON or (role in SEES_SENT and is_sent))
        writes = row in own and role == Role.LIAISON and row.response.status in OPEN
        assert (row in visible) is sees
        assert model_admin.has_view_permission(request, row) is sees
        assert (row in editable) is writes
        assert model_admin.has_change_permission(request, row) is writes
    assert set(model_admin.get_queryset(request)) == visible
