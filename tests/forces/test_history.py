"""Each change of a force, a body, a person in office or an account is in its history."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forces.models import CopyAddressee, PoliceForce, Role, User
from responses.models import CoveringLetter
from tests.admin_client import page, signed_in
from tests.factories import (
    LocalPolicingBodyFactory,
    MembershipFactory,
    OfficeHolderFactory,
    OversightFactory,
    PoliceForceFactory,
    UserFactory,
)
from tests.html_form import with_row
from tests.told import change, moments, newest, tells

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    client = signed_in(Role.REGISTER_EDITOR)
    client.user.first_name, client.user.last_name = "Reg", "Keeper"
    client.user.save()
    return client


CHANGES = {
    "force": (
        lambda: PoliceForceFactory(name="Ambridge Police", region="South West"),
        {"region": "Wales"},
        "Police force “Ambridge Police” changed",
        {"Region": ("South West", "Wales")},
    ),
    "body": (
        lambda: LocalPolicingBodyFactory(name="Body for Ambridge"),
        {"kind": "mayor"},
        "Local policing body “Body for Ambridge” changed",
        {"Kind": ("Police and Crime Commissioner", "Mayor")},
    ),
    "oversight": (
        lambda: OversightFactory(force__name="Ambridge Police"),
        {"began_on": "2024-05-09"},
        "Oversight for Ambridge Police changed",
        {"First day": ("", "9 May 2024")},
    ),
    "holder": (
        lambda: OfficeHolderFactory(name="Ann Archer"),
        {"name": "Ann Aldridge", "capacity": "acting"},
        "Office holder “Ann Aldridge” changed",
        {"Name": ("Ann Archer", "Ann Aldridge"), "Capacity": ("Substantive", "Acting")},
    ),
    "addressee": (
        lambda: CopyAddressee.objects.create(recipient="inspectorate", name="Ann Archer"),
        {"name": "Ann Aldridge", "ended_on": "2026-05-09"},
        "Addressee of copies “Ann Aldridge” changed",
        {"Name": ("Ann Archer", "Ann Aldridge"), "Last day": ("", "9 May 2026")},
    ),
    "letter": (
        lambda: CoveringLetter.objects.create(
            recipient="home_secretary", subject="Of {force}", text="Here it is."
        ),
        {"subject": "From {force}"},
        "Covering letter “The Home Secretary” changed",
        {"Subject line": ("Of {force}", "From {force}")},
    ),
}


def told_of(client, row):
    """Return what all moments tell of `row`, whatever else was noted at the same time."""
    return [told for moment in moments(client, row) for told in tells(moment)]


@pytest.mark.parametrize("kind", CHANGES)
def test_the_history_tells_who_changed_what_when_and_what_it_said(keeper, kind):
    make, typed, words, fields = CHANGES[kind]
    row, start = make(), timezone.now()
    change(keeper, row, **typed)
    assert newest(keeper, row) == [(words, fields)]
    moment = moments(keeper, row)[0]
    assert moment.by == "Reg Keeper"
    assert start <= moment.at <= timezone.now()


def test_what_a_row_refers_to_is_told_by_its_name(keeper):
    oversight = OversightFactory(force__name="Ambridge Police", body__name="Old body")
    change(keeper, oversight, body=LocalPolicingBodyFactory(name="New body").pk)
    assert newest(keeper, oversight) == [
        ("Oversight for Ambridge Police changed", {"Body": ("Old body", "New body")})
    ]


def test_a_row_begins_with_all_that_it_said(keeper):
    keeper.post(
        page(PoliceForce, "add"),
        {"name": "Felpersham Police", "short_name": "Felpersham", "slug": "felpersham"}
        | {"region": "Wales"},
    )
    ((words, fields),) = newest(keeper, PoliceForce.objects.get())
    assert words == "Police force “Felpersham Police” added"
    assert fields["Region"] == ("", "Wales")
    assert "Website" not in fields


def test_the_roles_of_an_account_are_told_with_their_force(keeper):
    user = UserFactory()
    force = PoliceForceFactory(name="Ambridge Police")

    def a_role(data):
        return with_row(data, "memberships", role="editor", force=force.pk)

    change(keeper, user, add=a_role)
    there = {"Force": ("", "Ambridge Police"), "Role": ("", "Editor")}
    assert ("Role “Editor” for Ambridge Police added", there) in told_of(keeper, user)
    another = signed_in(Role.REGISTER_EDITOR)
    change(another, user, **{"memberships-0-DELETE": "on"})
    gone = {label: (now, was) for label, (was, now) in there.items()}
    assert ("Role “Editor” for Ambridge Police removed", gone) in told_of(keeper, user)


def test_what_else_was_done_to_an_account_is_told_and_its_password_is_not(keeper):
    user = UserFactory()
    change(keeper, user, is_active="")
    path = f"/admin/forces/user/{user.pk}/password/"
    password = "kestrels hover over fields"
    keeper.post(path, {"usable_password": "true", "password1": password, "password2": password})
    shown = keeper.get(page(User, "history", user.pk)).content.decode()
    user.refresh_from_db()
    assert user.check_password(password)
    assert "Changed password." in shown
    assert "Changed Account is open." in shown
    assert "kestrels" not in shown
    assert user.password not in shown


def test_what_a_command_loads_has_no_person(keeper):
    call_command("load_forces", verbosity=0)
    moment = moments(keeper, PoliceForce.objects.first())[-1]
    assert moment.by == "the system"
    assert moment.told[0].words.endswith("added")


def test_what_is_deleted_leaves_its_history(keeper):
    force = PoliceForceFactory(name="Ambridge Police")
    keeper.post(page(PoliceForce, "delete", force.pk), {"post": "yes"})
    row = PoliceForce.history.get(id=force.pk, history_type="-")
    assert (row.name, row.history_user) == ("Ambridge Police", keeper.user)


def test_a_history_tells_nothing_of_other_rows(keeper):
    force, other = PoliceForceFactory(), PoliceForceFactory(name="Felpersham Police")
    change(keeper, other, region="Wales")
    MembershipFactory(force=other)
    for row in (force, UserFactory()):
        # Somebody else reads it, who was not just told what was saved.
        reader = signed_in(Role.REGISTER_EDITOR)
        shown = reader.get(page(type(row), "history", row.pk)).content.decode()
        assert "Felpersham" not in shown


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER, Role.LIAISON])
def test_whoever_reads_a_row_reads_its_history_and_nobody_else(role):
    force = PoliceForceFactory()
    assert signed_in(role, force=force).get(page(PoliceForce, "history", force.pk)).context["page"]
    for other in (signed_in(), signed_in(Role.BOARD_MEMBER, force=force)):
        assert other.get(page(PoliceForce, "history", force.pk)).status_code == 403


def test_a_row_that_is_not_there_has_no_history(keeper):
    assert keeper.get(page(PoliceForce, "history", 999)).status_code == 404
    assert keeper.get(page(PoliceForce, "history", "nonsense")).status_code == 404


def test_who_may_not_read_accounts_does_not_learn_which_there_are():
    liaison = signed_in(Role.LIAISON, force=PoliceForceFactory())
    for pk in (liaison.user.pk, 987654):
        assert liaison.get(page(User, "history", pk)).status_code == 403


def test_the_page_asks_as_often_for_three_saves_as_for_one(keeper, django_assert_num_queries):
    user = UserFactory()
    MembershipFactory(user=user)
    path = page(User, "history", user.pk)
    keeper.get(path)
    with CaptureQueriesContext(connection) as once:
        keeper.get(path)
    MembershipFactory.create_batch(2, user=user)
    with django_assert_num_queries(len(once)):
        keeper.get(path)
