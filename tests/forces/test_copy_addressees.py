"""To whom copies are sent: the addressee of a day, one at a time, and by office where blank."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from forces.models import CopyAddressee, Role
from forces.recipients import Recipient
from tests.admin_client import page, signed_in

pytestmark = pytest.mark.django_db
MAY, JUNE, JULY = (datetime.date(2026, month, 1) for month in (5, 6, 7))


def addressee(name, recipient=Recipient.HOME_SECRETARY, **values):
    return CopyAddressee.objects.create(recipient=recipient, name=name, **values)


def of_the_day(day, recipient=Recipient.HOME_SECRETARY):
    return CopyAddressee.objects.of_the_day(recipient, day)


def test_the_addressee_is_that_of_the_day():
    first, second = addressee("Ann", ended_on=MAY), addressee("Bert", began_on=JUNE)
    addressee("Clara", Recipient.INSPECTORATE)
    assert of_the_day(MAY) == first
    assert of_the_day(JUNE) == second
    assert of_the_day(JULY, Recipient.INSPECTORATE).name == "Clara"


def test_between_two_it_is_the_office_and_nothing_is_written():
    addressee("Ann", ended_on=MAY)
    addressee("Bert", began_on=JULY)
    for recipient, office, greeting in (
        ("home_secretary", "Home Secretary", "Dear Home Secretary"),
        ("inspectorate", "His Majesty’s Chief Inspector of Constabulary", "Dear Chief Inspector"),
    ):
        one = of_the_day(JUNE, recipient)
        assert (one.pk, one.lines, one.greeting) == (None, (office,), greeting)
        assert one.in_a_line == str(one) == office
    assert CopyAddressee.objects.count() == 2


def test_what_is_recorded_stands_in_place_of_the_office():
    one = addressee(
        "Ann Archer",
        title="Minister for Villages",
        salutation="Dear Ann",
        address="1 Hill Street\r\n\r\n  Borchester ",
    )
    assert one.lines == ("Ann Archer", "Minister for Villages", "1 Hill Street", "Borchester")
    assert one.in_a_line == "Ann Archer, Minister for Villages"
    assert one.greeting == "Dear Ann"


def test_the_longest_name_and_office_fit_the_record_of_a_copy():
    assert (
        len(CopyAddressee(recipient="inspectorate", name="n" * 90, title="t" * 100).in_a_line)
        <= 200
    )


@pytest.mark.parametrize(
    ("began", "ended"), [(None, None), (None, MAY), (JUNE, None), (MAY, JUNE), (JUNE, JUNE)]
)
def test_two_of_one_recipient_on_one_day_are_refused_at_the_field(began, ended):
    addressee("Ann", began_on=MAY, ended_on=JUNE)
    other = CopyAddressee(recipient="home_secretary", began_on=began, ended_on=ended)
    with pytest.raises(ValidationError) as refused:
        other.full_clean()
    assert "Somebody else receives these copies" in refused.value.message_dict["began_on"][0]
    other.recipient = "inspectorate"
    other.full_clean()


def test_one_after_another_and_oneself_are_no_overlap():
    one = addressee("Ann", began_on=MAY, ended_on=JUNE)
    one.full_clean()
    CopyAddressee(recipient="home_secretary", began_on=JUNE + datetime.timedelta(1)).full_clean()


def test_an_end_before_its_start_is_refused_by_the_database_too():
    with pytest.raises(IntegrityError), transaction.atomic():
        addressee("Ann", began_on=JUNE, ended_on=MAY)


def test_a_register_editor_records_one_and_an_office_reads_it():
    keeper = signed_in(Role.REGISTER_EDITOR)
    typed = {"recipient": "home_secretary", "name": "Ann Archer", "began_on": "2026-05-01"}
    assert keeper.post(page(CopyAddressee, "add"), typed).status_code == 302
    again = keeper.post(page(CopyAddressee, "add"), typed)
    assert "Somebody else receives" in str(again.context["adminform"].form.errors["began_on"])
    one = CopyAddressee.objects.get()
    listed = keeper.get(page(CopyAddressee, "changelist")).content.decode()
    assert "Ann Archer, Home Secretary" in listed
    assert one.history.count() == 1
