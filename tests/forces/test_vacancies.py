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
    OfficeHolderFactory(began_on=TODAY)
    left = OfficeHolderFactory(ended_on=BEFORE).body
    to_come = OfficeHolderFactory(began_on=AFTER).body
    never = LocalPolicingBodyFactory()
    LocalPolicingBodyFactory(ended_on=BEFORE)
    chief = OfficeHolderFactory(body=None, force=PoliceForceFactory())
    assert chief.body is None
    assert set(bodies_without_holder(TODAY)) == {left, to_come, never}


def test_a_force_is_named_that_no_body_oversees_on_that_day():
    OversightFactory(began_on=TODAY)
    ended = OversightFactory(ended_on=BEFORE).force
    never = PoliceForceFactory()
    PoliceForceFactory(ended_on=BEFORE)
    assert set(forces_without_body(TODAY)) == {ended, never}
