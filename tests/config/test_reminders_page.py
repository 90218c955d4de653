"""Your reminders: each of the staff chooses what comes by mail, and that alone comes."""

import pytest
from django.urls import reverse

from forces.models import Role
from responses.models import MutedReminder
from responses.reminders.kinds import ReminderKind
from responses.reminders.reading import read_material
from tests.admin_client import signed_in
from tests.factories import PoliceForceFactory, ResponseFactory
from tests.html_form import form_data
from tests.responses.publishing import NOW, words

pytestmark = pytest.mark.django_db
PAGE = "/admin/reminders/"


def boxes(client):
    """Return the kinds that the page offers, and which of them are ticked."""
    form = client.get(PAGE).context["form"]
    return list(form.fields), {field.name for field in form if field.initial}


def test_all_that_the_roles_of_a_person_bring_is_on_at_first():
    for role, kinds in {
        Role.EDITOR: {"overdue", "deadline", "invitation", "ratings"},
        Role.APPROVER: {"overdue", "deadline", "approval"},
        Role.LIAISON: {"invitation"},
    }.items():
        offered, ticked = boxes(signed_in(role, force=PoliceForceFactory()))
        assert set(offered) == ticked == kinds


@pytest.mark.parametrize("roles", [[], [Role.REGISTER_EDITOR]])
def test_who_is_sent_nothing_is_told_so(roles):
    page = signed_in(*roles).get(PAGE)
    assert "No reminders are sent to you" in words(page)
    assert "<fieldset" not in words(page)


def test_what_is_switched_off_is_kept_and_can_be_switched_on_again():
    client = signed_in(Role.EDITOR, force=PoliceForceFactory())
    data = form_data(client.get(PAGE))
    answer = client.post(PAGE, {"deadline": "on", "overdue": "on"}, follow=True)
    assert "Your choice is saved" in words(answer)
    assert boxes(client)[1] == {"deadline", "overdue"}
    client.post(PAGE, data)
    assert boxes(client)[1] == {"overdue", "deadline", "invitation", "ratings"}
    assert not MutedReminder.objects.exists()


def test_the_choice_is_the_persons_own_and_the_rule_hears_of_it():
    response = ResponseFactory()
    client, other = (signed_in(Role.EDITOR, force=response.force) for _ in range(2))
    client.post(PAGE, {"overdue": "on"})
    people = {person.key: person.muted for person in read_material(on=NOW.date()).people}
    assert people == {
        client.user.pk: {"deadline", "invitation", "ratings"},
        other.user.pk: frozenset(),
    }


def test_a_role_that_is_lost_for_a_while_brings_back_what_was_chosen():
    force = PoliceForceFactory()
    client = signed_in(Role.EDITOR, Role.LIAISON, force=force)
    client.post(PAGE, {"overdue": "on", "deadline": "on", "invitation": "on"})
    editor = client.user.memberships.get(role=Role.EDITOR)
    editor.delete()
    client.post(PAGE, {})
    editor.save(force_insert=True)
    assert boxes(client)[1] == {"overdue", "deadline"}


@pytest.mark.parametrize("field", ["approval", "nonsense"])
def test_what_the_page_does_not_offer_cannot_be_chosen(field):
    client = signed_in(Role.LIAISON, force=PoliceForceFactory())
    client.post(PAGE, {field: "on", "invitation": "on"})
    assert not MutedReminder.objects.exists()


def test_the_page_says_where_the_mail_goes_or_that_it_cannot():
    client = signed_in(Role.EDITOR, force=PoliceForceFactory())
    assert "There is no e-mail address for you here" in words(client.get(PAGE))
    client.user.email = "ann@example.org"
    client.user.save()
    assert "It goes to <strong>ann@example.org</strong>" in words(client.get(PAGE))


def test_every_page_of_the_staff_leads_to_it():
    page = words(signed_in().get(reverse("admin:index")))
    assert f'<a href="{PAGE}">Your reminders</a>' in page


def test_each_kind_can_be_switched_off_by_somebody():
    client = signed_in(Role.EDITOR, Role.APPROVER, Role.LIAISON, force=PoliceForceFactory())
    assert boxes(client)[0] == list(ReminderKind)
