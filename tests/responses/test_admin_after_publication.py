"""What is done with a publication in the admin: withdrawn, sent on, and otherwise looked at."""

import datetime
import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forces.models import Role
from recommendations.partial_dates import parse
from responses.models import Dispatch, Publication, Response, Withdrawal
from responses.services import record_dispatch, withdraw
from tests.admin_client import page, signed_in
from tests.factories import PoliceForceFactory
from tests.html_form import form_data
from tests.responses.publishing import (
    NOW,
    address,
    publish_again,
    publish_response,
    version_address,
    words,
)
from tests.responses.step_errors import assert_said_at_the_head_and_at_the_field

pytestmark = pytest.mark.django_db
WORK = ("withdraw", "dispatch")
REASON = {"reason": "It named a member of the public."}
COPY = {"recipient": "home_secretary", "sent_on": "2026-05-29", "sent_to": "A. Clerk"}


@pytest.fixture
def publication():
    return publish_response(published_on=parse("27 May 2026"))


@pytest.fixture
def approver(publication):
    return signed_in(Role.APPROVER, force=publication.force)


@pytest.fixture
def editor(publication):
    return signed_in(Role.EDITOR, force=publication.force)


def place(publication, view="change"):
    return page(Publication, view, publication.pk)


def do(client, publication, view, **typed):
    """Open the page of `view` and press its button, with what is typed into it."""
    form = form_data(client.get(place(publication, view)))
    return client.post(place(publication, view), form | typed, follow=True)


def test_an_approver_withdraws_and_readers_are_told_why(client, publication, approver):
    asked = words(approver.get(place(publication, "withdraw")))
    for sentence in (
        "Readers no longer see version 1.",
        "No older version takes its place",
        "A withdrawal is never undone",
        '<button class="button default" type="submit">Withdraw version 1</button>',
    ):
        assert sentence in asked
    assert not Withdrawal.objects.exists()
    shown = words(do(approver, publication, "withdraw", **REASON))
    assert "Version 1 is withdrawn." in shown
    assert "<dd>Withdrawn</dd>" in shown
    assert REASON["reason"] in shown
    assert place(publication, "withdraw") not in shown
    assert Withdrawal.objects.get().withdrawn_by == approver.user
    gone = client.get(address(publication))
    assert (gone.status_code, REASON["reason"] in words(gone)) == (410, True)


@pytest.mark.parametrize("reason", ["", "   \n "])
def test_a_withdrawal_wants_its_reason_at_the_field(publication, approver, reason):
    answer = approver.post(place(publication, "withdraw"), {"reason": reason})
    assert answer.status_code == 200
    assert_said_at_the_head_and_at_the_field(answer, "reason", "Say why: readers see it")
    assert not Withdrawal.objects.exists()


def test_a_double_click_withdraws_once_and_says_so(publication, approver):
    form = form_data(approver.get(place(publication, "withdraw"))) | REASON
    approver.post(place(publication, "withdraw"), form)
    for again in (
        approver.post(place(publication, "withdraw"), form, follow=True),
        approver.get(place(publication, "withdraw"), follow=True),
    ):
        assert "This version is withdrawn already." in words(again)
    assert Withdrawal.objects.count() == 1


def test_two_who_withdraw_at_once_make_one_withdrawal(monkeypatch, publication, approver):
    """The other comes between the look at the version and the service that holds it."""
    form = form_data(approver.get(place(publication, "withdraw"))) | REASON
    monkeypatch.setattr(
        "responses.admin.after_publication.WithdrawForm.clean",
        lambda form: withdraw(publication=publication, by=None, now=NOW, reason="First.") and None,
    )
    answer = approver.post(place(publication, "withdraw"), form, follow=True)
    assert answer.status_code == 409
    assert "This version is withdrawn already." in words(answer)
    assert REASON["reason"] in words(answer)
    assert Withdrawal.objects.get().reason == "First."


def test_what_a_withdrawal_does_depends_on_whether_another_version_is_current(
    publication, approver
):
    second = publish_again(publication)
    assert "Version 2, which took its place, stays as it is." in words(
        approver.get(place(publication, "withdraw"))
    )
    assert "No older version takes its place" in words(approver.get(place(second, "withdraw")))


def copies(answer):
    """The copies that the page lists: to whom, when and to which person."""
    cells = re.findall(r'<td role="cell" data-label="[^"]*">([^<]*)</td>', words(answer))
    return [cells[start : start + 3] for start in range(0, len(cells), 4)]


@pytest.mark.parametrize("who", ["editor", "approver"])
def test_an_office_records_to_whom_copies_were_sent(client, request, publication, who):
    member = request.getfixturevalue(who)
    answer = do(member, publication, "dispatch", **COPY)
    assert "The copy is recorded." in words(answer)
    dispatch = Dispatch.objects.get()
    assert (dispatch.recipient, dispatch.recorded_by) == ("home_secretary", member.user)
    assert ["The Home Secretary", "29 May 2026", "A. Clerk"] in copies(answer)
    assert "The Home Secretary</dt><dd>29 May 2026</dd>" in words(client.get(address(publication)))


@pytest.mark.parametrize(
    ("typed", "field", "words_of_error"),
    [
        ({"sent_on": ""}, "sent_on", "Give the day on which it was sent."),
        ({"sent_on": "30 February"}, "sent_on", "Enter a valid date."),
        ({"recipient": ""}, "recipient", "Choose to whom the copy was sent."),
        ({"recipient": "mayor"}, "recipient", "Select a valid choice."),
        ({"sent_to": "x" * 201}, "sent_to", "at most 200 characters"),
    ],
)
def test_a_copy_that_makes_no_sense_is_refused_at_its_field(
    publication, editor, typed, field, words_of_error
):
    answer = editor.post(place(publication, "dispatch"), COPY | typed)
    assert words_of_error in answer.context["form"].errors[field][0]
    assert "A. Clerk" in words(answer) or "sent_to" in typed
    assert not Dispatch.objects.exists()


def test_a_day_to_come_is_refused_at_its_field_with_what_was_typed(publication, editor):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    answer = editor.post(place(publication, "dispatch"), COPY | {"sent_on": tomorrow.isoformat()})
    assert_said_at_the_head_and_at_the_field(answer, "sent_on", "This day has not come yet.")
    assert f'value="{tomorrow.isoformat()}"' in words(answer)
    assert not Dispatch.objects.exists()


def test_a_correction_leaves_the_first_entry_in_the_list(publication, editor):
    do(editor, publication, "dispatch", **COPY)
    shown = copies(do(editor, publication, "dispatch", **COPY | {"sent_on": "2026-05-28"}))
    days = {day for _, day, clerk in shown if clerk == "A. Clerk"}
    assert days == {"28 May 2026", "29 May 2026"}


EXPECTED = {
    # role: (looks at it, withdraws, records a copy)
    None: (403, 403, 403),
    Role.EDITOR: (200, 403, 200),
    Role.APPROVER: (200, 200, 200),
    Role.LIAISON: (403, 403, 403),
    Role.BOARD_MEMBER: (403, 403, 403),
    Role.REGISTER_EDITOR: (403, 403, 403),
}


@pytest.mark.parametrize(("role", "expected"), EXPECTED.items())
def test_each_role_of_the_force_does_what_its_policy_says(publication, role, expected):
    client = signed_in(*([role] if role else []), force=publication.force)
    got = [client.get(place(publication, view)).status_code for view in ("change", *WORK)]
    assert tuple(got) == expected
    for view, status, typed in zip(WORK, expected[1:], (REASON, COPY), strict=True):
        got = client.post(place(publication, view), typed).status_code
        assert (got == 302) == (status == 200), view
    assert Withdrawal.objects.exists() == (expected[1] == 200)
    assert Dispatch.objects.exists() == (expected[2] == 200)


@pytest.mark.parametrize("role", list(Role))
def test_another_force_s_publication_is_not_found(publication, role):
    client = signed_in(role, force=PoliceForceFactory())
    both = signed_in(Role.EDITOR, Role.APPROVER, force=PoliceForceFactory())
    for view, typed in (("change", {}), ("withdraw", REASON), ("dispatch", COPY)):
        for member in (client, both):
            assert member.get(place(publication, view)).status_code in (403, 404)
            assert member.post(place(publication, view), typed).status_code in (403, 404)
        assert both.get(place(publication, view)).status_code == 404
    assert not Withdrawal.objects.exists()
    assert not Dispatch.objects.exists()


def test_a_right_in_one_force_is_none_in_another(publication):
    """An editor here who approves there: no role is lent."""
    client = signed_in(Role.EDITOR, force=publication.force)
    elsewhere = publish_response()
    client.user.memberships.create(force=elsewhere.force, role=Role.APPROVER)
    assert client.post(place(publication, "withdraw"), REASON).status_code == 403
    assert place(publication, "withdraw") not in words(client.get(place(publication)))
    assert client.post(place(elsewhere, "withdraw"), REASON).status_code == 302
    assert Withdrawal.objects.get().publication == elsewhere


def test_nobody_signed_in_is_sent_to_the_sign_in(client, publication):
    for view in ("change", *WORK):
        for answer in (client.get(place(publication, view)), client.post(place(publication, view))):
            assert answer.status_code == 302
            assert answer.url.startswith("/sign-in/?next=")


def test_these_pages_need_their_token(publication, approver):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(approver.user)
    for view, typed in (("withdraw", REASON), ("dispatch", COPY)):
        assert strict.post(place(publication, view), typed).status_code == 403
    assert not Withdrawal.objects.exists()
    assert not Dispatch.objects.exists()


def test_what_is_not_there_is_not_found(approver):
    for view in ("change", *WORK):
        assert approver.get(page(Publication, view, 987654)).status_code == 404


def test_a_publication_is_looked_at_with_its_state_and_its_hashes(publication, approver, editor):
    second = publish_again(publication)
    old, new = (words(approver.get(place(one))) for one in (publication, second))
    assert "<dd>Superseded by version 2</dd>" in old
    assert "<dd>Current</dd>" in new
    assert f'href="{version_address(publication)}"' in old
    assert publication.sha256 in old
    assert publication.chain_sha256 in old
    assert "No copy to the inspectorate or the Home Secretary is recorded here" in old
    assert f'href="{page(Response, "change", publication.response_id)}"' in old
    assert place(publication, "withdraw") in old
    assert place(publication, "withdraw") not in words(editor.get(place(publication)))


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_says_the_state_of_each_and_asks_as_often_for_three_as_for_one(approver, number):
    force = approver.user.memberships.get().force
    for _ in range(number):
        publication = publish_again(publish_response(force=force))
        withdraw(publication=publication, by=None, now=NOW, reason="Wrong.")
    with CaptureQueriesContext(connection) as asked:
        shown = words(approver.get(page(Publication, "changelist")))
    assert shown.count('class="field-state">Withdrawn</td>') == number
    assert shown.count('class="field-state">Superseded by version 2</td>') == number
    assert shown.count('class="field-state">Current</td>') == 1
    assert len(asked) == 7


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_as_often_for_three_copies_as_for_one(approver, editor, publication, number):
    for copy in range(number):
        record_dispatch(
            publication=publication,
            by=editor.user,
            now=NOW,
            recipient="inspectorate",
            sent_on=NOW.date() - datetime.timedelta(days=copy),
        )
    ContentType.objects.get_for_model(Publication)  # Asked for once in the life of a process.
    with CaptureQueriesContext(connection) as asked:
        approver.get(place(publication))
    assert len(asked) == 7
