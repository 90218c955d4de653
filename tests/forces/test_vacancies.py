"""What the register does not say of a day."""

import datetime

import pytest

from forces.vacancies import bodies_without_holder, forces_without_body
from tests.factories import (
    LocalPolicingBodyFactory,
    OfficeHolderFactory,
    OversightFactory,
    PoliceForceFactory,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 6, 1)
BEFORE, AFTER = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=1)


def test_a_body_is_named_whose_holder_is_not_known_on_that_day():
    known, left, to_come, never = (OversightFactory().body for _ in range(4))
    OfficeHolderFactory(body=known, began_on=TODAY)
    OfficeHolderFactory(body=left, ended_on=BEFORE)
    OfficeHolderFactory(body=to_come, began_on=AFTER)
    chief = OfficeHolderFactory(body=None, force=PoliceForceFactory())
    assert chief.body is None
    assert set(bodies_without_holder(TODAY)) == {left, to_come, never}


def test_no_holder_is_missed_of_a_body_that_owes_no_response():
    LocalPolicingBodyFactory()
    OversightFactory(ended_on=BEFORE)
    OversightFactory(body__ended_on=BEFORE)
    OversightFactory(body__kind="other_authority")
    assert not bodies_without_holder(TODAY)


def test_a_force_is_named_that_no_body_oversees_on_that_day():
    OversightFactory(began_on=TODAY)
    ended = OversightFactory(ended_on=BEFORE).force
    never = PoliceForceFactory()
    PoliceForceFactory(ended_on=BEFORE)
    assert set(forces_without_body(TODAY)) == {ended, never}
