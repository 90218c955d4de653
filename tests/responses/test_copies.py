"""The copies that are still to be sent: for whom, of what, and until when."""

import datetime

import pytest

from forces.recipients import Recipient
from recommendations.deadlines import Rule
from recommendations.partial_dates import parse
from responses.copies import lacking_copies, to_send
from responses.duty import State
from responses.models import Publication, Response
from responses.services import record_dispatch, withdraw
from responses.services.checking import checklist_of
from tests.factories import InspectionReportFactory, LocalPolicingBodyFactory

from .publishing import NOW, publish_again, publish_response

pytestmark = pytest.mark.django_db
COPIES = {"inspectorate", "home_secretary"}


def lacking():
    return list(lacking_copies(Publication.objects.all()))


def send(publication, recipient):
    day = datetime.date(2026, 5, 29)
    record_dispatch(publication=publication, by=None, now=NOW, recipient=recipient, sent_on=day)


def test_a_copy_is_lacking_until_it_went_to_each_of_those_whom_the_law_names():
    publication = publish_response()
    (one,) = to_send(Publication.objects.all())
    assert (one.publication, one.recipients) == (publication, tuple(Recipient))
    send(publication, Recipient.INSPECTORATE)
    (one,) = to_send(Publication.objects.all())
    assert one.recipients == (Recipient.HOME_SECRETARY,)
    send(publication, Recipient.HOME_SECRETARY)
    assert to_send(Publication.objects.all()) == [] == lacking()


def test_copies_are_of_what_readers_are_shown_now():
    first = publish_response()
    for recipient in Recipient:
        send(first, recipient)
    second = publish_again(first)
    assert lacking() == [second]
    withdraw(publication=second, by=None, now=NOW, reason="It named somebody.")
    assert lacking() == []


def every_kind_of_report():
    """Publish a response to a report of each kind and rule, by a body of each kind."""
    none = {"deadline_override": Rule.NONE, "deadline_reason": "It asks nothing."}
    own = {"deadline_override": Rule.OWN_DATE, "deadline_reason": "It says so."}
    for values in (
        {},
        {"published_on": parse("1 May 2015")},
        {"published_on": parse("April 2026")},
        {"published_on": parse("")},
        {"kind": "super_complaint"},
        none,
        own,
        none | {"kind": "super_complaint"},
        none | {"published_on": parse("1 May 2015")},
    ):
        for kind in ("pcc", "other_authority"):
            publish_response(
                report=InspectionReportFactory(is_listed=True, **values),
                body=LocalPolicingBodyFactory(kind=kind),
            )


def test_copies_are_lacking_where_the_checklist_asks_for_them():
    every_kind_of_report()
    asked = set()
    for response in Response.objects.all():
        _, checklist = checklist_of(response, on=NOW.date())
        to_come = {one.point for one in checklist.items if one.state == State.TO_COME}
        if to_come >= COPIES and not checklist.why_not:
            asked.add(response)
    assert {one.response for one in lacking()} == asked
    assert 0 < len(asked) < Response.objects.count()


def test_it_asks_as_often_for_three_as_for_one(django_assert_num_queries):
    for _ in range(2):
        publish_response()
        publish_response()
        with django_assert_num_queries(3):
            to_send(Publication.objects.all())
