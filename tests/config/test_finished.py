"""What was published or withdrawn since somebody was there, on the first page."""

import datetime
import re

import pytest
from django.utils import timezone

from forces.models import Role
from responses.models import Publication
from responses.services import publish, withdraw
from tests.admin_client import page, signed_in
from tests.factories import OversightFactory, PoliceForceFactory, ResponseFactory, UserFactory
from tests.responses.publishing import make_approved

pytestmark = pytest.mark.django_db
HEADING = "Since you were last here"


@pytest.fixture
def force():
    return OversightFactory(force__short_name="Felpersham").force


@pytest.fixture
def ann():
    return UserFactory(first_name="Ann", last_name="Archer", is_superuser=True)


def published(force, by, *, days=1):
    """Have `by` publish a response of `force` so many `days` ago."""
    now = timezone.now() - datetime.timedelta(days=days)
    response = ResponseFactory(force=force, body=force.oversights.get().body)
    make_approved(response, now=now)
    return publish(response=response, by=by, now=now)


def came(client, days=4):
    """Have the person of `client` come that many days ago for the last time."""
    client.user.previous_sign_in_at = timezone.now() - datetime.timedelta(days=days)
    client.user.save()
    return client


def words(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER])
def test_the_office_reads_what_was_published_by_whom_and_when(force, ann, role):
    one = published(force, ann)
    client = came(signed_in(role, force=force))
    told = words(client.get("/admin/"))
    day = f"{timezone.localtime(one.published_at):%-d %B %Y, %H:%M}"
    assert f"{HEADING} Published or withdrawn since" in told
    assert f"Felpersham: {one.report.short_title} Version 1 published by Ann Archer, {day}" in told
    assert page(Publication, "change", one.pk) in client.get("/admin/").content.decode()


def test_a_liaison_is_led_to_the_public_page_and_told_of_nobody_in_the_office(force, ann):
    one = published(force, ann)
    client = came(signed_in(Role.LIAISON, force=force))
    told = words(client.get("/admin/"))
    assert "Version 1 published" in told
    assert "Ann Archer" not in told
    assert f'href="{one.get_absolute_url()}"' in client.get("/admin/").content.decode()


def test_a_withdrawal_stands_there_with_its_reason(force, ann):
    one = published(force, ann, days=9)
    withdraw(publication=one, by=ann, now=timezone.now(), reason="It named somebody.")
    told = words(came(signed_in(Role.LIAISON, force=force)).get("/admin/"))
    assert "Version 1 withdrawn: It named somebody." in told
    assert "Version 1 published" not in told


def test_not_what_one_did_oneself_or_knew_or_what_is_of_another_force(force, ann):
    published(force, ann, days=9)
    published(OversightFactory().force, ann)
    client = came(signed_in(Role.APPROVER, force=force))
    published(force, client.user)
    assert HEADING not in words(client.get("/admin/"))
    elsewhere = came(signed_in(Role.LIAISON, force=PoliceForceFactory()))
    assert HEADING not in words(elsewhere.get("/admin/"))


def test_on_a_first_visit_nothing_is_told(force, ann):
    published(force, ann)
    assert HEADING not in words(signed_in(Role.EDITOR, force=force).get("/admin/"))


def test_seven_cost_the_queries_of_one(
    force, ann, django_assert_num_queries, django_assert_max_num_queries
):
    client = came(signed_in(Role.LIAISON, force=force))
    published(force, ann)
    with django_assert_max_num_queries(15) as asked:
        client.get("/admin/")
    for _ in range(6):
        published(force, ann)
    with django_assert_num_queries(len(asked)):
        told = words(client.get("/admin/"))
    assert "2 more" in told
