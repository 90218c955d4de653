"""An office that goes on before the day for the comments is warned, and the force is told."""

import datetime

import pytest
from django.utils import timezone

from forces.models import Role
from recommendations.partial_dates import PartialDate
from responses.models import ChiefOfficerComments, Response
from responses.services import decline_comments, publish, submit
from tests.admin_client import page, signed_in
from tests.factories import (
    ChiefOfficerCommentsFactory,
    InspectionReportFactory,
    NarrativeSectionFactory,
    OfficeHolderFactory,
    OversightFactory,
    PoliceForceFactory,
    ResponseFactory,
)
from tests.responses.publishing import make_approved, words

pytestmark = pytest.mark.django_db
NOBODY = "Nobody asks for comments now."


def day(days):
    return timezone.localdate() + datetime.timedelta(days=days)


@pytest.fixture
def response():
    report = InspectionReportFactory(published_on=PartialDate.of(day(-20)))
    force = OversightFactory(force__name="Felpersham Police").force
    response = ResponseFactory(
        report=report,
        force=force,
        body=force.oversights.get().body,
        invited_on=day(-18),
        reply_by_on=day(10),
    )
    NarrativeSectionFactory(response=response)
    ChiefOfficerCommentsFactory(response=response, text="<p>We begin.</p>")
    return response


def shown(response, role, move):
    client = signed_in(role, force=response.force)
    return words(client.get(page(Response, "move", response.pk, move)))


def warning(response):
    by = PartialDate.of(response.reply_by_on).words
    return f"The chief officer, Felpersham Police, was asked to comment by {by}"


def front(response):
    return signed_in(Role.LIAISON, force=response.force).get("/admin/")


def test_who_submits_approves_or_publishes_too_early_is_warned(response):
    assert warning(response) in shown(response, Role.EDITOR, "submit")
    assert "can send no comments until it comes back" in shown(response, Role.EDITOR, "submit")
    submit(response=response, by=None, now=timezone.now())
    assert warning(response) in shown(response, Role.APPROVER, "approve")
    assert warning(response) not in shown(response, Role.APPROVER, "return")


def test_who_publishes_too_early_is_warned(response):
    make_approved(response, now=timezone.now())
    assert warning(response) in shown(response, Role.APPROVER, "publish")


def test_the_chief_officer_is_named_where_known(response):
    OfficeHolderFactory(
        body=None, force=response.force, name="Jill Archer", title="Chief Constable"
    )
    told = "Jill Archer, Chief Constable, was asked to comment by"
    assert told in shown(response, Role.EDITOR, "submit")


def test_nobody_is_warned_once_the_day_has_passed_or_the_comments_are_settled(response):
    response.reply_by_on = day(0)
    response.save()
    assert warning(response) in shown(response, Role.EDITOR, "submit")
    response.reply_by_on = day(-1)
    response.save()
    assert "was asked to comment" not in shown(response, Role.EDITOR, "submit")
    response.reply_by_on = day(1)
    response.save()
    decline_comments(comments=response.comments, by=None, now=timezone.now(), why="By letter.")
    assert "was asked to comment" not in shown(response, Role.EDITOR, "submit")


def test_the_force_is_told_that_the_office_went_on_without_it(response):
    assert "Your turn: write what the chief officer says" in words(front(response))
    submit(response=response, by=None, now=timezone.now())
    told = words(front(response))
    by = PartialDate.of(response.reply_by_on).words
    assert f"Your comments were asked for by {by}. The office has handed its response in" in told
    assert NOBODY not in told
    leads = page(ChiefOfficerComments, "change", response.comments.pk)
    assert f'href="{leads}"' in front(response).content.decode()


def test_after_publication_it_is_told_until_the_day_has_passed(response):
    make_approved(response, now=timezone.now())
    assert "The office has approved its response" in words(front(response))
    publish(response=response, by=None, now=timezone.now())
    assert "The office has published its response without them" in words(front(response))
    Response.objects.update(reply_by_on=day(-1))
    assert NOBODY in words(front(response))


def test_neither_the_office_nor_another_force_is_told(response):
    submit(response=response, by=None, now=timezone.now())
    for client in (
        signed_in(Role.EDITOR, force=response.force),
        signed_in(Role.LIAISON, force=PoliceForceFactory()),
    ):
        assert "cannot be sent now" not in words(client.get("/admin/"))
