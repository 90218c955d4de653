"""Rows that are kept as they were written: every way of changing them is tried and refused."""

import datetime

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from forces import guard
from forces.append_only import AppendOnlyModel
from recommendations.models import AssessmentChange
from recommendations.services import record_rating
from responses.models import Publication, PublishedReport
from tests.factories import AssessmentFactory, ResponseFactory
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
GUARDED = [AssessmentChange, Publication, PublishedReport]
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


@pytest.fixture(autouse=True)
def rows():
    """A row of each guarded model."""
    record_rating(assessment=AssessmentFactory(), by=None, now=NOW, rag="green")
    put_through(ResponseFactory(), now=NOW)


def refused(sql):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        connection.cursor().execute(sql)


def content(model):
    return list(model._base_manager.order_by("pk").values())


@pytest.mark.parametrize("model", GUARDED)
def test_the_database_refuses_to_update_delete_or_empty(model):
    before, table = content(model), model._meta.db_table
    column = model._meta.concrete_fields[-1].column
    assert before
    refused(f"UPDATE {table} SET {column} = {column}")  # noqa: S608
    refused(f"DELETE FROM {table}")  # noqa: S608
    if connection.vendor == "postgresql":
        connection.check_constraints()
        refused(f"TRUNCATE {table} CASCADE")
    assert content(model) == before


@pytest.mark.parametrize("model", GUARDED)
def test_the_database_refuses_to_put_a_row_in_the_place_of_another(model):
    before, table = content(model), model._meta.db_table
    columns = [field.column for field in model._meta.concrete_fields]
    names, key = ", ".join(columns), model._meta.pk.column
    if connection.vendor == "postgresql":
        refused(
            f"INSERT INTO {table} ({names}) SELECT {names} FROM {table} "  # noqa: S608
            f"ON CONFLICT ({key}) DO UPDATE SET {key} = EXCLUDED.{key}"
        )
    else:
        refused(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608
    assert content(model) == before


def test_a_version_is_not_replaced_under_another_key():
    before = content(Publication)
    columns = [f.column for f in Publication._meta.concrete_fields if not f.primary_key]
    names = ", ".join(columns)
    verb = "INSERT" if connection.vendor == "postgresql" else "INSERT OR REPLACE"
    table = Publication._meta.db_table
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(
            f"{verb} INTO {table} ({names}) SELECT {names} FROM {table}"  # noqa: S608
        )
    assert content(Publication) == before


@pytest.mark.parametrize("model", GUARDED)
def test_the_managers_that_know_no_rule_are_refused_by_the_database(model):
    row = model._base_manager.get()
    field = model._meta.concrete_fields[-1].attname
    for attempt in (
        lambda: model._base_manager.update(**{field: getattr(row, field)}),
        lambda: model._base_manager.all()._raw_delete("default"),
        lambda: model._base_manager.bulk_update([row], [model._meta.concrete_fields[-1].name]),
    ):
        with pytest.raises((DatabaseError, TypeError), match="never changed"), transaction.atomic():
            attempt()


def test_every_append_only_model_has_its_triggers_in_the_migrated_database():
    models = [model for model in apps.get_models() if issubclass(model, AppendOnlyModel)]
    expected = set().union(*(guard.names_of(model, connection.vendor) for model in models))
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        assert {name for (name,) in cursor.fetchall()} == expected
    assert set(models) >= set(GUARDED)


def test_lifting_the_guard_lets_a_row_be_changed():
    for sql in guard.to_lift(Publication, connection.vendor):
        connection.cursor().execute(sql)
    connection.cursor().execute("UPDATE responses_publication SET sha256 = 'x'")
    assert Publication.objects.get().sha256 == "x"
