"""Each permission as a question and as a queryset: they agree, over data that could leak."""

import pytest
from django.contrib.auth.models import AnonymousUser

from forces import policies
from forces.models import Role
from recommendations.models import Assessment
from responses.models import Response
from tests.factories import (
    AssessmentFactory,
    MembershipFactory,
    PoliceForceFactory,
    ResponseFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
PERMISSIONS = {
    "SEE_DRAFTS": {Role.EDITOR, Role.APPROVER},
    "EDIT_DRAFTS": {Role.EDITOR},
    "PUBLISH": {Role.APPROVER},
}


def member(role):
    force = None if role == Role.REGISTER_EDITOR else PoliceForceFactory()
    return MembershipFactory(role=role, force=force)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", PERMISSIONS)
def test_a_role_has_its_permission_in_its_own_force_only(role, permission):
    membership, other = member(role), PoliceForceFactory()
    roles = getattr(policies, permission)
    own = membership.force or other
    allowed = role in PERMISSIONS[permission]
    assert policies.may(membership.user, roles, own) is allowed
    assert policies.may(membership.user, roles, other) is False
    assert policies.has_any(membership.user, roles) is allowed
    assert list(policies.forces_of(membership.user, roles)) == ([own] if allowed else [])


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("factory", [ResponseFactory, AssessmentFactory])
def test_question_and_queryset_agree_for_every_row(role, factory):
    membership = member(role)
    model = {ResponseFactory: Response, AssessmentFactory: Assessment}[factory]
    factory(force=membership.force or PoliceForceFactory())
    factory()
    for rows, roles in (
        (model.objects.visible_to(membership.user), policies.SEE_DRAFTS),
        (model.objects.editable_by(membership.user), policies.EDIT_DRAFTS),
    ):
        for row in model.objects.all():
            assert (row in rows) is policies.may(membership.user, roles, row.force)


def test_a_role_in_one_force_and_another_in_a_second_do_not_add_up():
    editor = MembershipFactory(role=Role.EDITOR)
    elsewhere = MembershipFactory(user=editor.user, role=Role.LIAISON)
    assert not policies.may(editor.user, policies.SEE_DRAFTS, elsewhere.force)


def test_nobody_and_people_who_left_may_nothing():
    left = MembershipFactory(role=Role.EDITOR, user__is_active=False)
    gone = MembershipFactory(role=Role.REGISTER_EDITOR, force=None, user__is_active=False)
    assert not policies.may(left.user, policies.SEE_DRAFTS, left.force)
    assert not policies.edits_register(gone.user)
    assert not policies.has_any(AnonymousUser(), policies.SEE_DRAFTS)
    assert not policies.edits_register(AnonymousUser())


def test_the_register_is_kept_by_register_editors_and_the_owner():
    assert policies.edits_register(member(Role.REGISTER_EDITOR).user)
    assert policies.edits_register(UserFactory(is_superuser=True))
    assert not policies.edits_register(member(Role.EDITOR).user)


def test_the_owner_of_the_installation_sees_every_force():
    response = ResponseFactory()
    assert response in Response.objects.visible_to(UserFactory(is_superuser=True))
