import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from forces.models import Membership, OfficeHolder, Oversight, Role
from tests.factories import (
    LocalPolicingBodyFactory,
    MembershipFactory,
    OfficeHolderFactory,
    OversightFactory,
    PoliceForceFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
MAY, JUNE, JULY = (datetime.date(2024, month, 1) for month in (5, 6, 7))
ONE_DAY = datetime.timedelta(days=1)


def errors_of(row):
    with pytest.raises(ValidationError) as raised:
        row.full_clean()
    return raised.value.message_dict


@pytest.mark.parametrize(
    "factory",
    [PoliceForceFactory, LocalPolicingBodyFactory, OversightFactory, OfficeHolderFactory],
)
def test_an_end_before_its_start_is_refused_at_the_field_and_by_the_database(factory):
    row = factory(began_on=JUNE, ended_on=JUNE)
    row.full_clean()
    row.ended_on = MAY
    assert "before the first day" in errors_of(row)["ended_on"][0]
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_the_holder_of_a_day_is_found_by_its_dates_and_unknown_bounds_are_open():
    body = LocalPolicingBodyFactory()
    first = OfficeHolderFactory(body=body, ended_on=MAY)
    second = OfficeHolderFactory(body=body, began_on=JUNE)
    assert list(body.holders.on(MAY)) == [first]
    assert list(body.holders.on(JUNE)) == [second]
    assert list(body.holders.on(datetime.date(2024, 5, 15))) == []


def test_an_office_is_of_a_force_or_of_a_body_and_never_of_both_or_none():
    force, body = PoliceForceFactory(), LocalPolicingBodyFactory()
    for place in ({}, {"force": force, "body": body}):
        holder = OfficeHolder(name="Somebody", title="Chief Constable", **place)
        assert "body" in errors_of(holder)
        with pytest.raises(IntegrityError), transaction.atomic():
            holder.save()
    OfficeHolder(name="Somebody", title="Chief Constable", force=force).full_clean()


def test_acting_and_temporary_stand_before_the_title():
    holder = OfficeHolderFactory.build(title="Chief Constable", capacity="acting")
    assert holder.full_title == "Acting Chief Constable"
    assert OfficeHolderFactory.build(title="Mayor").full_title == "Mayor"


def test_two_bodies_never_oversee_a_force_on_one_day():
    oversight = OversightFactory(began_on=MAY, ended_on=JUNE)
    other = Oversight(force=oversight.force, body=LocalPolicingBodyFactory(), began_on=JUNE)
    assert "oversees this force" in errors_of(other)["body"][0]
    other.began_on = JULY
    other.full_clean()
    oversight.full_clean()


def test_one_mayor_may_oversee_two_forces():
    oversight = OversightFactory()
    Oversight(force=PoliceForceFactory(), body=oversight.body).full_clean()


def test_section_55_runs_for_all_but_other_authorities():
    assert LocalPolicingBodyFactory.build(kind="mopac").is_under_section_55
    assert not LocalPolicingBodyFactory.build(kind="other_authority").is_under_section_55


def test_only_a_register_editor_is_without_a_force():
    user = UserFactory()
    assert "force" in errors_of(Membership(user=user, role=Role.EDITOR))
    assert "force" in errors_of(
        Membership(user=user, role=Role.REGISTER_EDITOR, force=PoliceForceFactory())
    )
    for values in (
        {"role": Role.EDITOR},
        {"role": Role.REGISTER_EDITOR, "force": PoliceForceFactory()},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.create(user=user, **values)


def test_a_user_may_hold_several_roles_but_each_once():
    held = MembershipFactory(role=Role.EDITOR)
    MembershipFactory(user=held.user, force=held.force, role=Role.LIAISON)
    MembershipFactory(user=held.user, role=Role.EDITOR)
    MembershipFactory(user=held.user, force=None, role=Role.REGISTER_EDITOR)
    for again in (held.force, None):
        role = Role.REGISTER_EDITOR if again is None else Role.EDITOR
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.create(user=held.user, force=again, role=role)


def test_ons_codes_are_unique_but_may_be_missing():
    PoliceForceFactory(ons_code="E23000099")
    PoliceForceFactory(ons_code="")
    PoliceForceFactory(ons_code="")
    with pytest.raises(IntegrityError), transaction.atomic():
        PoliceForceFactory(ons_code="E23000099")


@pytest.mark.parametrize("factory", [PoliceForceFactory, LocalPolicingBodyFactory])
def test_nothing_succeeds_itself(factory):
    row = factory()
    row.succeeded_by = row
    assert "itself" in errors_of(row)["succeeded_by"][0]
    row.succeeded_by = factory()
    row.full_clean()


@pytest.mark.parametrize("began", [None, MAY, JUNE])
@pytest.mark.parametrize("ended", [None, MAY, JUNE])
@pytest.mark.parametrize("day", [MAY - ONE_DAY, MAY, MAY + ONE_DAY, JUNE, JUNE + ONE_DAY])
def test_who_is_in_office_is_the_same_as_a_question_and_as_a_queryset(began, ended, day):
    if began and ended and ended < began:
        return
    holder = OfficeHolderFactory(began_on=began, ended_on=ended)
    assert OfficeHolder.objects.on(day).exists() is holder.is_on(day)
