"""For every role, model and state of a row: what is asked of one row, and which rows are found.

`visible_to` and `editable_by` find rows, the admin asks of one; all agree with the table here.
"""

import datetime

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import RequestFactory

from forces.models import Role
from recommendations.models import Action, Assessment, Decision, Evidence, ProgressProposal
from recommendations.rag import Rag
from responses import services
from responses.kinds import CommentsState
from responses.models import (
    ChiefOfficerComments,
    FrozenBoard,
    Meeting,
    Publication,
    Response,
    ResponseEvent,
)
from responses.workflow import OPEN, Status
from tests.factories import (
    ActionFactory,
    AssessmentFactory,
    ChiefOfficerCommentsFactory,
    EvidenceFactory,
    MeetingFactory,
    MembershipFactory,
    PoliceForceFactory,
    ProgressProposalFactory,
    ResponseFactory,
    UserFactory,
)
from tests.responses.publishing import NOW, publish_response

pytestmark = pytest.mark.django_db

EDITOR, APPROVER, LIAISON, BOARD = Role.EDITOR, Role.APPROVER, Role.LIAISON, Role.BOARD_MEMBER
OWNER, NO_ROLE = "owner", "no role"
PEOPLE = [*Role, NO_ROLE, OWNER]
OFFICE, BOTH = {EDITOR, APPROVER, OWNER}, {EDITOR, APPROVER, LIAISON, OWNER}
WRITES, FORCE, NO_ONE = {EDITOR, OWNER}, {LIAISON, OWNER}, set()
DRAFT, SUBMITTED, DECLINED = CommentsState
HANDED_IN = (Status.SUBMITTED, Status.APPROVED, Status.PUBLISHED)
DAY = datetime.date(2026, 6, 1)

# Of each model, the states of its rows: who sees them, and who may change them.
TABLE = {
    Response: {
        Status.DRAFT: (OFFICE, WRITES),
        Status.RETURNED: (OFFICE, WRITES),
        Status.SUBMITTED: (OFFICE, NO_ONE),
        Status.APPROVED: (OFFICE, NO_ONE),
        Status.PUBLISHED: (OFFICE, NO_ONE),
    },
    ChiefOfficerComments: {
        **{(DRAFT, status): (FORCE, FORCE) for status in OPEN},
        **{(DRAFT, status): (FORCE, NO_ONE) for status in HANDED_IN},
        **{(said, status): (BOTH, FORCE) for said in (SUBMITTED, DECLINED) for status in OPEN},
        **{
            (said, status): (BOTH, NO_ONE) for said in (SUBMITTED, DECLINED) for status in HANDED_IN
        },
    },
    Assessment: dict.fromkeys(Rag, (BOTH, WRITES)),
    Action: dict.fromkeys((None, DAY), (BOTH, WRITES)),
    Evidence: {"": (BOTH, WRITES)},
    ProgressProposal: dict.fromkeys(("", "accepted", "declined"), (BOTH, NO_ONE)),
    Publication: dict.fromkeys(("published", "withdrawn"), (OFFICE, NO_ONE)),
    ResponseEvent: dict.fromkeys(Status, (OFFICE, NO_ONE)),
    Meeting: {"": (OFFICE, WRITES)},
    FrozenBoard: {"": (BOTH | {BOARD}, NO_ONE)},
}


def response(force, status):
    return ResponseFactory(force=force, status=status)


def comments(force, states):
    state, status = states
    settled_on = None if state == DRAFT else DAY
    return ChiefOfficerCommentsFactory(
        response=response(force, status), state=state, settled_on=settled_on
    )


def rating(force, rag):
    return AssessmentFactory(force=force, rag=rag, reason="Why")


def proposal(force, decision):
    moment = NOW if decision else None
    return ProgressProposalFactory(assessment__force=force, decision=decision, decided_at=moment)


def action(force, done_on):
    return ActionFactory(assessment__force=force, done_on=done_on)


def evidence(force, state):
    return EvidenceFactory(assessment__force=force)


def publication(force, state):
    made = publish_response(force=force)
    if state == "withdrawn":
        services.withdraw(publication=made, by=None, now=NOW, reason="It named somebody.")
    return made


def event(force, status):
    return ResponseEvent.objects.create(
        response=response(force, status), move="submit", words="Moved", status=status, at=NOW
    )


def meeting(force, state):
    return MeetingFactory(force=force)


def frozen_board(force, state):
    held = MeetingFactory(force=force, held_on=NOW.date())
    return services.freeze(meeting=held, since=(None, ""), by=None, now=NOW)[0]


MAKE = {
    Response: response,
    ChiefOfficerComments: comments,
    Assessment: rating,
    Action: action,
    Evidence: evidence,
    ProgressProposal: proposal,
    Publication: publication,
    ResponseEvent: event,
    Meeting: meeting,
    FrozenBoard: frozen_board,
}


def user(person, force, third):
    """Return a user who is `person` in `force`, and whose other roles are in `third`."""
    if person in (OWNER, NO_ROLE):
        return UserFactory(is_superuser=person == OWNER)
    own = None if person == Role.REGISTER_EDITOR else force
    one = MembershipFactory(role=person, force=own).user
    for role in {EDITOR, APPROVER, LIAISON, BOARD} - {person}:
        MembershipFactory(user=one, role=role, force=third)
    return one


def found(model, verb, one):
    """Return the keys that `verb` of the manager finds; where there is no verb, nobody has rows."""
    finds = getattr(model.objects, verb, None)
    return set(finds(one).values_list("pk", flat=True)) if finds else set()


def rows_of(model, force, theirs):
    """Yield a row of `model` in each state for both forces: the row, its force, and who may."""
    for state, (sees, edits) in TABLE[model].items():
        for where in (force, theirs):
            yield MAKE[model](where, state), where, sees, edits


@pytest.fixture
def forces():
    """The force of the person, another one, and a third where the person has all other roles."""
    return [PoliceForceFactory() for _ in range(3)]


@pytest.mark.parametrize("model", TABLE, ids=lambda model: model.__name__)
@pytest.mark.parametrize("person", PEOPLE)
def test_the_question_and_the_queryset_are_what_the_table_says(model, person, forces):
    """The owner has the rows of every force, everybody else those of their own."""
    force, theirs, third = forces
    request = RequestFactory().get("/")
    request.user = one = user(person, force, third)
    page = admin.site._registry.get(model)
    visible, editable = set(), set()
    for row, where, sees, edits in rows_of(model, force, theirs):
        is_near = where == force or person == OWNER
        may_see, may_edit = (is_near and person in who for who in (sees, edits))
        visible |= {row.pk} if may_see else set()
        editable |= {row.pk} if may_edit else set()
        if page:
            assert page.has_view_permission(request, row) is may_see, row
            assert page.has_change_permission(request, row) is may_edit, row
    assert found(model, "visible_to", one) == visible
    assert found(model, "editable_by", one) == editable
    if page:
        assert {row.pk for row in page.get_queryset(request)} == visible


def test_the_table_has_every_state_and_every_model_whose_rows_are_found_for_people():
    assert set(TABLE[Response]) == set(TABLE[ResponseEvent]) == set(Status)
    both = {(state, status) for state in CommentsState for status in Status}
    assert set(TABLE[ChiefOfficerComments]) == both
    assert set(TABLE[ProgressProposal]) == {"", *Decision}
    scoped = {one for one in apps.get_models() if hasattr(one._default_manager, "visible_to")}
    assert scoped == set(TABLE)
