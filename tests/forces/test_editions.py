"""The register has a new edition whenever what readers are shown changes, by whatever way."""

import pytest
from django.apps import apps
from django.db import connection, transaction

from forces.editions import Watch
from forces.models import Edition, PoliceForce, User
from tests.factories import PoliceForceFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def edition():
    return Edition.objects.current()


def test_there_is_none_before_anything_is_there():
    Edition.objects.all().delete()
    assert edition() is None


@pytest.mark.parametrize(
    "change",
    [
        lambda force: PoliceForceFactory(),
        lambda force: PoliceForce.objects.filter(pk=force.pk).update(short_name="Borset"),
        lambda force: PoliceForce.objects.filter(pk=force.pk).delete(),
        lambda force: PoliceForce.objects.bulk_create(
            [PoliceForceFactory.build()], ignore_conflicts=True
        ),
        lambda force: PoliceForce.objects.bulk_create(
            [PoliceForceFactory.build(slug=force.slug)],
            update_conflicts=True,
            unique_fields=["slug"],
            update_fields=["region"],
        ),
        lambda force: connection.cursor().execute("UPDATE forces_policeforce SET region = 'X'"),
    ],
    ids=["added", "changed", "removed", "ignored", "replaced", "changed by hand"],
)
def test_each_change_gives_a_new_one(change):
    force = PoliceForceFactory()
    before = edition()
    change(force)
    assert before
    assert edition() not in (None, before)


def test_what_readers_are_not_shown_gives_none():
    PoliceForceFactory()
    before = edition()
    UserFactory()
    User.objects.update(first_name="Ann")
    assert edition() == before


def test_what_is_taken_back_gives_none():
    PoliceForceFactory()
    before = edition()

    with transaction.atomic():
        PoliceForceFactory()
        transaction.set_rollback(True)
    assert edition() == before


def test_one_transaction_gives_one_and_the_next_another():
    tokens = set()
    for _ in range(3):
        with transaction.atomic():
            PoliceForceFactory.create_batch(3)
        tokens.add(edition())
    assert len(tokens) == 3


def test_a_watch_can_be_lifted_and_laid_again():
    model = apps.get_model("forces", "PoliceForce")
    before = edition()
    for statements, is_told in ((Watch.to_lift, False), (Watch.to_lay, True)):
        with connection.cursor() as cursor:
            for sql in statements(model, connection.vendor):
                cursor.execute(sql)
        PoliceForceFactory()
        assert (edition() != before) == is_told
