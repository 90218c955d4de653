"""The front page of the staff: what waits for each, and the sentences that fit what they may do."""

import datetime
from unittest.mock import patch

import pytest
from django.utils import timezone

from forces.models import Role
from responses.services import submit_comments
from tests.admin_client import signed_in
from tests.factories import (
    AssessmentFactory,
    ChiefOfficerCommentsFactory,
    PoliceForceFactory,
    ProgressProposalFactory,
    ResponseFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def force():
    return PoliceForceFactory(short_name="Felpersham")


def asked(force, **days):
    """Return comments that `force` is asked for."""
    return ChiefOfficerCommentsFactory(response=ResponseFactory(force=force, **days))


def sentences(client, heading="Answer the inspectors"):
    return {
        page["object_name"]: page["sentence"]
        for page in client.get("/admin/").context["work"].get(heading, [])
    }


def test_a_liaison_sees_the_comments_that_are_asked_for_soonest_first(force):
    later = asked(force, reply_by_on=datetime.date(2026, 5, 18))
    never = asked(force, invited_on=datetime.date(2026, 5, 1))
    sooner = asked(force, reply_by_on=datetime.date(2026, 5, 11))
    asked(force)  # Nobody asks for these yet.
    sent = asked(force, reply_by_on=datetime.date(2026, 5, 2))
    submit_comments(comments=sent, by=None, now=timezone.now())
    asked(force, reply_by_on=datetime.date(2026, 5, 3), status="submitted")
    asked(PoliceForceFactory(), reply_by_on=datetime.date(2026, 5, 4))
    client = signed_in(Role.LIAISON, force=force)
    with patch("django.utils.timezone.localdate", return_value=datetime.date(2026, 5, 12)):
        front = client.get("/admin/")
    assert front.context["comments"] == [
        (sooner, "Asked for by 11 May 2026", "1 day late"),
        (later, "Asked for by 18 May 2026", "6 days left"),
        (never, "Asked for, with no last day given", ""),
    ]
    assert front.context["queue"] is None


@pytest.mark.parametrize("role", [role for role in Role if role != Role.LIAISON])
def test_nobody_else_is_asked_for_comments(force, role):
    asked(force, reply_by_on=datetime.date(2026, 5, 18))
    front = signed_in(role, force=force).get("/admin/")
    assert front.context["comments"] == []
    assert "Comments asked for" not in front.content.decode()


def test_a_liaison_meets_what_is_theirs_and_no_more(force):
    client = signed_in(Role.LIAISON, force=force)
    work = client.get("/admin/").context["work"]
    assert list(work) == [
        "Answer the inspectors",
        "What the inspectors said",
        "Forces, bodies and people",
    ]
    assert list(sentences(client)) == ["ChiefOfficerComments", "Assessment", "ProgressProposal"]


def test_each_is_told_what_they_may_do_there(force):
    writes, reads = (
        sentences(signed_in(role, force=force)) for role in (Role.LIAISON, Role.EDITOR)
    )
    assert writes["ChiefOfficerComments"].startswith("Write")
    assert reads["ChiefOfficerComments"].startswith("What")
    assert writes["ProgressProposal"].startswith("Say")
    assert reads["ProgressProposal"].endswith("to accept or to decline.")
    assert writes["Assessment"].startswith("Where")
    assert reads["Assessment"].startswith("Say")


def test_an_editor_sees_how_much_progress_waits_for_a_decision(force):
    rating = AssessmentFactory(force=force)
    editor, liaison, approver = (
        signed_in(role, force=force) for role in (Role.EDITOR, Role.LIAISON, Role.APPROVER)
    )
    ProgressProposalFactory()
    assert "Progress to decide on" not in editor.get("/admin/").content.decode()
    ProgressProposalFactory(assessment=rating)
    shown = editor.get("/admin/").content.decode()
    assert "1 proposal of the force" in shown
    assert "Made on 12 May 2026" in shown
    ProgressProposalFactory(assessment=rating)
    assert "2 proposals of the force" in editor.get("/admin/").content.decode()
    for client in (liaison, approver):
        assert "Progress to decide on" not in client.get("/admin/").content.decode()


def test_it_asks_as_often_for_three_comments_as_for_one(
    force, django_assert_num_queries, django_assert_max_num_queries
):
    client = signed_in(Role.LIAISON, force=force)

    def grow():
        asked(force, reply_by_on=datetime.date(2026, 5, 11))
        ProgressProposalFactory(assessment=AssessmentFactory(force=force))

    grow()
    with django_assert_max_num_queries(15) as queries:
        client.get("/admin/")
    grow()
    grow()
    with django_assert_num_queries(len(queries)):
        assert len(client.get("/admin/").context["comments"]) == 3
