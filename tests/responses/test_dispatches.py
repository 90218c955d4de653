"""Copies of a response, section 55(6): who records them, and what readers see of it."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from forces.models import Role
from forces.recipients import Recipient
from recommendations.partial_dates import parse
from responses.models import Dispatch
from responses.services import record_dispatch, withdraw
from tests.factories import (
    InspectionReportFactory,
    MembershipFactory,
    ResponseFactory,
    UserFactory,
)

from .publishing import (
    NOW,
    address,
    publish_again,
    publish_response,
    put_through,
    version_address,
    words,
)

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 5, 28)


def record(publication, recipient=Recipient.INSPECTORATE, *, sent_on=DAY, by=None, **values):
    return record_dispatch(
        publication=publication, by=by, now=NOW, recipient=recipient, sent_on=sent_on, **values
    )


def copies_in(page):
    """Return what the page says of copies, without its tags."""
    part = page[page.index("<h2>Copies of this version</h2>") :].split("</section>")[0]
    return [one.split("</dd>")[0].replace("</dt>", "") for one in part.split("<dt>")[1:]]


@pytest.fixture
def publication():
    return publish_response(published_on=parse("27 May 2026"))


def test_readers_see_both_recipients_with_the_day_or_that_it_is_not_recorded(client, publication):
    missing = '<dd><span class="muted">Not recorded here</span>'
    assert copies_in(words(client.get(address(publication)))) == [
        f"The inspectorate{missing}",
        f"The Home Secretary{missing}",
    ]
    record(publication)
    for path in (address(publication), version_address(publication, "record")):
        assert copies_in(words(client.get(path))) == [
            "The inspectorate<dd>28 May 2026",
            f"The Home Secretary{missing}",
        ]


def test_a_correction_counts_and_the_first_entry_stays(client, publication):
    record(publication)
    record(publication, sent_on=DAY - datetime.timedelta(days=1))
    assert "The inspectorate<dd>27 May 2026" in copies_in(words(client.get(address(publication))))
    assert Dispatch.objects.count() == 2


def test_a_copy_is_of_one_version_and_a_later_one_has_its_own(client, publication):
    record(publication, Recipient.HOME_SECRETARY)
    second = publish_again(publication)
    assert "28 May 2026" in copies_in(words(client.get(version_address(publication))))[1]
    assert "Not recorded here" in copies_in(words(client.get(address(second))))[1]


def test_the_person_or_address_is_for_the_office_alone(client, publication):
    dispatch = record(publication, sent_to="  A. Clerk, 1 Any Street ")
    assert dispatch.sent_to == "A. Clerk, 1 Any Street"
    assert "A. Clerk" not in words(client.get(address(publication)))


def test_a_day_to_come_is_no_day_on_which_it_was_sent(publication):
    record(publication, sent_on=NOW.date())
    with pytest.raises(ValidationError) as refused:
        record(publication, sent_on=NOW.date() + datetime.timedelta(days=1))
    assert "sent_on" in refused.value.message_dict
    assert Dispatch.objects.count() == 1


def test_today_is_london_s(publication):
    """At half past eleven in the evening, by the clocks of the server, London has tomorrow."""
    night = datetime.datetime(2026, 5, 31, 23, 30, tzinfo=datetime.UTC)
    record_dispatch(
        publication=publication,
        by=None,
        now=night,
        recipient=Recipient.INSPECTORATE,
        sent_on=datetime.date(2026, 6, 1),
    )
    assert Dispatch.objects.exists()


def test_nobody_else_is_sent_a_copy(publication):
    with pytest.raises(ValidationError):
        record(publication, "the mayor")
    assert not Dispatch.objects.exists()


@pytest.mark.parametrize("role", [None, *Role])
def test_who_writes_or_approves_for_the_force_records(publication, role):
    member = UserFactory()
    MembershipFactory(user=member, role=Role.APPROVER)
    if role:
        force = None if role == Role.REGISTER_EDITOR else publication.force
        MembershipFactory(user=member, role=role, force=force)
    if role in (Role.EDITOR, Role.APPROVER):
        assert record(publication, by=member).recorded_by == member
    else:
        with pytest.raises(PermissionDenied):
            record(publication, by=member)
    assert Dispatch.objects.exists() == (role in (Role.EDITOR, Role.APPROVER))


def test_no_copy_is_older_than_the_report(publication):
    for day in (datetime.date(1800, 1, 1), datetime.date(2026, 4, 14)):
        with pytest.raises(ValidationError, match="before the report"):
            record(publication, sent_on=day)
    assert not Dispatch.objects.exists()


@pytest.mark.parametrize(
    ("published", "first"),
    [
        ("27 May 2026", datetime.date(2026, 5, 27)),
        ("May 2026", datetime.date(2026, 5, 1)),
        ("", datetime.date(2026, 5, 29)),
    ],
)
def test_no_copy_is_older_than_the_response_wherever_that_was_published(published, first):
    publication = publish_response(published_on=parse(published))
    with pytest.raises(ValidationError, match="before that of the response"):
        record(publication, sent_on=first - datetime.timedelta(days=1))
    record(publication, sent_on=first)
    assert Dispatch.objects.get().sent_on == first


def test_no_copy_of_a_version_is_older_than_the_version_before():
    first = publish_response(published_on=parse("20 May 2026"))
    second = publish_again(first, now=NOW + datetime.timedelta(days=3))
    later = {"now": NOW + datetime.timedelta(days=9), "by": None, "sent_to": ""}
    to = {"publication": second, "recipient": Recipient.INSPECTORATE}
    came = timezone.localdate(first.published_at)
    with pytest.raises(
        ValidationError, match=r"on 29 May 2026\. Record a copy that was sent then with version 1"
    ):
        record_dispatch(sent_on=came - datetime.timedelta(days=1), **to, **later)
    record_dispatch(sent_on=came, **to, **later)
    withdraw(publication=first, by=None, now=NOW, reason="It was another office’s.")
    record_dispatch(sent_on=came - datetime.timedelta(days=1), **to, **later)
    assert Dispatch.objects.filter(publication=second).count() == 2


def test_no_copy_is_older_than_a_further_report():
    response = ResponseFactory(published_on=parse("May 2026"))
    hens = InspectionReportFactory(short_title="Hens, 2026", published_on=parse("20 May 2026"))
    response.further_reports.add(hens)
    publication = put_through(response)
    with pytest.raises(ValidationError, match="before “Hens, 2026” was published"):
        record(publication, sent_on=datetime.date(2026, 5, 19))
    record(publication, sent_on=datetime.date(2026, 5, 20))
