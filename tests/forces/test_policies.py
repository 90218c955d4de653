"""Each permission of the table in forces/policies.py: whose it is, and in which force.

That rows are found and asked about alike is in test_question_and_queryset.py.
"""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from forces import policies
from forces.models import Role
from responses.models import Response
from tests.factories import (
    MembershipFactory,
    PoliceForceFactory,
    ResponseFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
PERMISSIONS = {
    "SEE_DRAFTS": {Role.EDITOR, Role.APPROVER},
    "EDIT_DRAFTS": {Role.EDITOR},
    "WRITE_COMMENTS": {Role.LIAISON},
    "READ_REGISTER": {Role.EDITOR, Role.APPROVER, Role.LIAISON},
    "SEE_COMMENTS": {Role.EDITOR, Role.APPROVER, Role.LIAISON},
    "SETTLE_COMMENTS": {Role.LIAISON, Role.EDITOR},
    "SEE_RATINGS": {Role.EDITOR, Role.APPROVER, Role.LIAISON},
    "RATE": {Role.EDITOR},
    "PROPOSE_PROGRESS": {Role.LIAISON},
    "SEE_PROPOSALS": {Role.EDITOR, Role.APPROVER, Role.LIAISON},
    "SEE_BOARD": {Role.EDITOR, Role.APPROVER, Role.LIAISON, Role.BOARD_MEMBER},
    "SEE_PUBLICATIONS": {Role.EDITOR, Role.APPROVER},
    "RECORD_DISPATCH": {Role.EDITOR, Role.APPROVER},
    "WITHDRAW": {Role.APPROVER},
}


def member(role):
    force = None if role == Role.REGISTER_EDITOR else PoliceForceFactory()
    return MembershipFactory(role=role, force=force)


def rights(membership):
    return policies.Rights(membership.user)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", PERMISSIONS)
def test_a_role_has_its_permission_in_its_own_force_only(role, permission):
    membership, other = member(role), PoliceForceFactory()
    roles = getattr(policies, permission)
    own = membership.force or other
    allowed = role in PERMISSIONS[permission]
    assert rights(membership).may(roles, own.pk) is allowed
    assert rights(membership).may(roles, other.pk) is False
    assert rights(membership).may_somewhere(roles) is allowed
    assert list(policies.forces_of(membership.user, roles)) == ([own] if allowed else [])


def test_the_roles_behind_the_questions_are_looked_up_once(django_assert_num_queries):
    asked = rights(member(Role.EDITOR))
    with django_assert_num_queries(1):
        for force_id in (1, 2, 3):
            asked.may(policies.SEE_DRAFTS, force_id)
            asked.may_somewhere(policies.SEE_DRAFTS)
            assert not asked.edits_register


@pytest.mark.parametrize("role", Role)
def test_the_roles_in_a_force_are_those_in_which_somebody_may_act_there(role):
    membership, other = member(role), PoliceForceFactory()
    left = MembershipFactory(role=Role.EDITOR, user__is_active=False)
    owner = UserFactory(is_superuser=True)
    for user in (membership.user, left.user, owner):
        asked = policies.Rights(user)
        for force in (membership.force or other, other, left.force):
            expected = {one for one in Role if asked.may(frozenset({one}), force.pk)}
            assert asked.roles_in(force.pk) == expected


def test_a_role_in_one_force_and_another_in_a_second_do_not_add_up():
    editor = MembershipFactory(role=Role.EDITOR)
    elsewhere = MembershipFactory(user=editor.user, role=Role.LIAISON)
    assert not rights(editor).may(policies.SEE_DRAFTS, elsewhere.force_id)


def test_nobody_and_people_who_left_may_nothing():
    left = MembershipFactory(role=Role.EDITOR, user__is_active=False)
    gone = MembershipFactory(role=Role.REGISTER_EDITOR, force=None, user__is_active=False)
    nobody = policies.Rights(AnonymousUser())
    assert not rights(left).may(policies.SEE_DRAFTS, left.force_id)
    assert not rights(gone).edits_register
    assert not nobody.may_somewhere(policies.SEE_DRAFTS)
    assert not nobody.edits_register


def test_the_register_is_kept_by_register_editors_and_the_owner():
    assert rights(member(Role.REGISTER_EDITOR)).edits_register
    assert policies.Rights(UserFactory(is_superuser=True)).edits_register
    assert not rights(member(Role.EDITOR)).edits_register


def test_the_owner_may_open_the_pages_of_forces_before_there_is_a_force():
    assert policies.Rights(UserFactory(is_superuser=True)).may_somewhere(policies.EDIT_DRAFTS)


def test_what_the_system_does_itself_is_allowed_and_what_a_stranger_asks_is_not():
    force = PoliceForceFactory()
    policies.require(None, policies.WITHDRAW, force.pk)
    with pytest.raises(PermissionDenied):
        policies.require(member(Role.APPROVER).user, policies.WITHDRAW, force.pk)


def test_the_owner_of_the_installation_sees_every_force():
    response = ResponseFactory()
    assert response in Response.objects.visible_to(UserFactory(is_superuser=True))
