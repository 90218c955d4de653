"""The order of the bases of an admin, where one has to come after another."""

import pytest
from django.contrib import admin

from forces.admin.holding import HeldWhileWritten
from forces.admin.house import HouseAdmin
from forces.admin.too_late import ShowsWhatCameTooLate

ADMINS = {type(one).__name__: type(one).__mro__ for one in admin.site._registry.values()}


@pytest.mark.parametrize("name", ADMINS)
def test_rows_are_held_inside_of_what_tells_of_a_refusal(name):
    bases = ADMINS[name]
    if HeldWhileWritten in bases:
        assert bases.index(HouseAdmin) < bases.index(HeldWhileWritten)
        if ShowsWhatCameTooLate in bases:
            assert bases.index(ShowsWhatCameTooLate) < bases.index(HouseAdmin)


def test_some_admins_hold_their_rows():
    assert sum(HeldWhileWritten in bases for bases in ADMINS.values()) >= 3
