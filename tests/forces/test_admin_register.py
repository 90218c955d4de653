"""The register of forces, bodies, people and accounts: who keeps it, and what is refused."""

import datetime

import pytest

from forces.models import (
    LocalPolicingBody,
    Membership,
    OfficeHolder,
    Oversight,
    PoliceForce,
    Role,
    User,
)
from tests.admin_client import page, signed_in
from tests.factories import (
    LocalPolicingBodyFactory,
    MembershipFactory,
    OfficeHolderFactory,
    OversightFactory,
    PoliceForceFactory,
    UserFactory,
)
from tests.html_form import errors, form_data, with_row

pytestmark = pytest.mark.django_db

REGISTER = [PoliceForce, LocalPolicingBody, Oversight, OfficeHolder]


@pytest.fixture
def keeper():
    return signed_in(Role.REGISTER_EDITOR)


@pytest.fixture
def rows():
    oversight = OversightFactory()
    return [oversight.force, oversight.body, oversight, OfficeHolderFactory(body=oversight.body)]


def test_register_editors_open_and_save_every_page(keeper, rows):
    for row in rows:
        change = page(type(row), "change", row.pk)
        answer = keeper.post(change, form_data(keeper.get(change)))
        assert answer.status_code == 302, errors(answer)
        assert keeper.get(page(type(row), "add")).status_code == 200


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER, Role.LIAISON])
def test_offices_and_forces_read_the_register_and_change_nothing(rows, role):
    client = signed_in(role, force=rows[0])
    for row in rows:
        change = page(type(row), "change", row.pk)
        assert "_save" not in client.get(change).content.decode()
        assert client.post(change, {"name": "Mine"}).status_code == 403
        assert client.get(page(type(row), "add")).status_code == 403
        assert client.post(page(type(row), "delete", row.pk), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("role", [Role.BOARD_MEMBER, None])
def test_other_roles_get_no_page_of_it(rows, role):
    client = signed_in(*([role] if role else []), force=rows[0])
    for row in rows:
        assert client.get(page(type(row), "changelist")).status_code == 403
        assert client.get(page(type(row), "change", row.pk)).status_code == 403


@pytest.mark.parametrize(
    "role", [Role.EDITOR, Role.APPROVER, Role.LIAISON, Role.BOARD_MEMBER, None]
)
def test_only_register_editors_see_accounts(role):
    client = signed_in(*([role] if role else []), force=PoliceForceFactory())
    other = MembershipFactory().user
    for path in (
        page(User, "changelist"),
        page(User, "change", other.pk),
        page(User, "history", other.pk),
        f"/admin/forces/user/{other.pk}/password/",
        page(User, "add"),
    ):
        assert client.get(path).status_code == 403


def test_an_end_before_its_start_is_refused_at_its_field(keeper, rows):
    for row in rows:
        change = page(type(row), "change", row.pk)
        days = {"began_on": "2026-05-09", "ended_on": "2026-05-08"}
        answer = keeper.post(change, form_data(keeper.get(change)) | days)
        assert "must not be before" in str(answer.context["adminform"].form.errors["ended_on"])


def test_a_second_body_for_a_force_is_refused_at_its_field(keeper, rows):
    data = {"force": rows[0].pk, "body": LocalPolicingBodyFactory().pk}
    answer = keeper.post(page(Oversight, "add"), data)
    assert "oversees this force" in str(answer.context["adminform"].form.errors["body"])


def test_a_date_is_shown_as_the_browsers_control_wants_it(keeper):
    row = PoliceForceFactory(began_on=datetime.date(2024, 5, 9))
    shown = keeper.get(page(PoliceForce, "change", row.pk)).content.decode()
    assert '<input type="date" name="began_on" value="2024-05-09"' in shown


def test_an_account_gets_its_roles(keeper):
    force = PoliceForceFactory()
    user = UserFactory()
    change = page(User, "change", user.pk)
    data = form_data(keeper.get(change))
    data = with_row(data, "memberships", role="editor", force=force.pk)
    data = with_row(data, "memberships", role="approver", force=force.pk)
    answer = keeper.post(change, data)
    assert answer.status_code == 302, errors(answer)
    assert set(user.memberships.values_list("role", flat=True)) == {"editor", "approver"}


@pytest.mark.parametrize(
    ("role", "has_force", "sentence"),
    [("editor", False, "Choose the force"), ("register_editor", True, "belongs to no force")],
)
def test_a_role_that_does_not_fit_is_refused_at_its_field(keeper, role, has_force, sentence):
    force = PoliceForceFactory()
    change = page(User, "change", UserFactory().pk)
    row = {"role": role} | ({"force": force.pk} if has_force else {})
    data = with_row(form_data(keeper.get(change)), "memberships", **row)
    answer = keeper.post(change, data)
    form = answer.context["inline_admin_formsets"][0].formset.forms[0]
    assert sentence in str(form.errors["force"])


@pytest.mark.parametrize("role", ["editor", "register_editor"])
def test_the_same_role_twice_in_one_go_is_refused_on_the_page(keeper, role):
    force = PoliceForceFactory()
    user = UserFactory()
    change = page(User, "change", user.pk)
    row = {"role": role} | ({} if role == "register_editor" else {"force": force.pk})
    data = with_row(
        with_row(form_data(keeper.get(change)), "memberships", **row), "memberships", **row
    )
    answer = keeper.post(change, data)
    assert "stands here twice" in errors(answer)
    assert not user.memberships.exists()


def test_nobody_gives_a_role_to_themselves(keeper):
    force = PoliceForceFactory()
    change = page(User, "change", keeper.user.pk)
    shown = keeper.get(change)
    assert "memberships-0-role" not in shown.content.decode()
    data = form_data(shown) | {
        "memberships-TOTAL_FORMS": "1",
        "memberships-INITIAL_FORMS": "0",
        "memberships-0-role": "editor",
        "memberships-0-force": force.pk,
    }
    keeper.post(change, data)
    assert not Membership.objects.filter(user=keeper.user, role=Role.EDITOR).exists()


def test_a_register_editor_makes_nobody_an_owner_and_touches_no_owner(keeper):
    owner = UserFactory(is_superuser=True)
    user = UserFactory()
    change = page(User, "change", user.pk)
    assert 'name="is_superuser"' not in keeper.get(change).content.decode()
    keeper.post(change, form_data(keeper.get(change)) | {"is_superuser": "on"})
    user.refresh_from_db()
    assert not user.is_superuser
    assert keeper.post(page(User, "change", owner.pk), {"username": "x"}).status_code == 403
    assert keeper.get(f"/admin/forces/user/{owner.pk}/password/").status_code == 403


def test_accounts_are_not_deleted(keeper):
    user = UserFactory()
    assert keeper.post(page(User, "delete", user.pk), {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=user.pk).exists()


def test_an_address_cannot_ask_about_passwords(keeper):
    assert keeper.get(page(User, "changelist") + "?password__startswith=m").status_code == 400
