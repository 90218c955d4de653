"""Rows that are kept as they were written: every way of changing them is tried and refused."""

import datetime

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import DatabaseError, connection, transaction

from forces import guard
from forces.append_only import AppendOnlyError, AppendOnlyModel
from forces.recipients import Recipient
from recommendations.models import AssessmentChange
from recommendations.services import record_rating
from responses.models import (
    Dispatch,
    FrozenBoard,
    Publication,
    PublishedDocument,
    PublishedReport,
    Response,
    ResponseEvent,
    Withdrawal,
)
from responses.services import freeze, record_dispatch, withdraw
from tests.admin_client import page
from tests.factories import AssessmentFactory, MeetingFactory, ResponseFactory
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
GUARDED = [
    *(AssessmentChange, Publication, PublishedDocument, PublishedReport),
    *(ResponseEvent, Withdrawal, Dispatch, FrozenBoard),
]
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


@pytest.fixture(autouse=True)
def rows():
    """A row of each guarded model."""
    record_rating(assessment=AssessmentFactory(), by=None, now=NOW, rag="green")
    publication = put_through(ResponseFactory(), now=NOW)
    sent = {"recipient": Recipient.INSPECTORATE, "sent_on": NOW.date()}
    record_dispatch(publication=publication, by=None, now=NOW, **sent)
    withdraw(publication=publication, by=None, now=NOW, reason="Wrong.")
    freeze(meeting=MeetingFactory(held_on=NOW.date()), since=(None, ""), by=None, now=NOW)


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
    refused(f"UPDATE {table} SET {column} = {column}")  # noqa: S608 names of our own
    refused(f"DELETE FROM {table}")  # noqa: S608 names of our own
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
            f"INSERT INTO {table} ({names}) SELECT {names} FROM {table} "  # noqa: S608 names of our own
            f"ON CONFLICT ({key}) DO UPDATE SET {key} = EXCLUDED.{key}"
        )
    else:
        refused(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608 names of our own
    assert content(model) == before


@pytest.mark.parametrize("model", [Publication, PublishedDocument, PublishedReport, Withdrawal])
def test_a_row_is_not_replaced_under_another_key(model):
    before = content(model)
    columns = [f.column for f in model._meta.concrete_fields if not f.primary_key]
    names = ", ".join(columns)
    verb = "INSERT" if connection.vendor == "postgresql" else "INSERT OR REPLACE"
    table = model._meta.db_table
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(
            f"{verb} INTO {table} ({names}) SELECT {names} FROM {table}"  # noqa: S608 names of our own
        )
    assert content(model) == before


def test_what_hangs_on_others_is_not_emptied_with_them():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE.")
    connection.check_constraints()
    refused(f"TRUNCATE {Response._meta.db_table} CASCADE")
    refused(f"TRUNCATE {AssessmentChange._meta.db_table}, {Dispatch._meta.db_table}")
    assert all(content(model) for model in GUARDED)


@pytest.mark.parametrize("model", GUARDED)
def test_the_models_refuse_every_change_with_a_sentence(model):
    before, row = content(model), model.objects.first()
    field = model._meta.concrete_fields[-1].attname
    rows, same = model.objects.all(), {field: getattr(row, field)}
    conflicts = {"update_conflicts": True, "update_fields": [field], "unique_fields": ["id"]}
    attempts = (
        row.save,
        lambda: row.save(update_fields=[field]),
        row.delete,
        rows.delete,
        lambda: rows.update(**same),
        lambda: rows.bulk_update([row], [field]),
        lambda: rows.bulk_create([row], **conflicts),
        lambda: rows.update_or_create(pk=row.pk, defaults=same),
    )
    for attempt in attempts:
        with pytest.raises(AppendOnlyError, match="rows are never changed"):
            attempt()
    assert content(model) == before


@pytest.mark.parametrize("model", GUARDED)
def test_what_goes_round_the_models_is_refused_by_the_database(model):
    before, row = content(model), model._base_manager.first()
    name, field = model._meta.concrete_fields[-1].name, model._meta.concrete_fields[-1].attname
    same = model(**{one.attname: getattr(row, one.attname) for one in model._meta.concrete_fields})
    for attempt in (
        lambda: model._base_manager.update(**{field: getattr(row, field)}),
        lambda: model._base_manager.all()._raw_delete("default"),
        lambda: model._base_manager.bulk_update([row], [name]),
        lambda: row.save_base(force_update=True),
        same.save,
    ):
        with pytest.raises((DatabaseError, TypeError)), transaction.atomic():
            attempt()
    assert content(model) == before


def test_the_admin_changes_none_of_them_for_anybody(admin_client):
    assert [model for model in GUARDED if admin.site.is_registered(model)] == [Publication]
    before, row = content(Publication), Publication.objects.get()
    for path in (
        page(Publication, "add"),
        page(Publication, "change", row.pk),
        page(Publication, "delete", row.pk),
    ):
        assert admin_client.post(path, {"number": 9, "post": "yes"}).status_code == 403, path
    answer = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    admin_client.post(page(Publication, "changelist"), answer)
    assert content(Publication) == before


def test_every_append_only_model_has_its_triggers_in_the_migrated_database():
    models = [model for model in apps.get_models() if issubclass(model, AppendOnlyModel)]
    expected = set().union(*(guard.names_of(model, connection.vendor) for model in models))
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        found = {name for (name,) in cursor.fetchall()}
    others = ("_watched", "_passage_words_")
    assert {one for one in found if not any(other in one for other in others)} == expected
    assert set(models) == set(GUARDED)


def test_lifting_the_guard_lets_a_row_be_changed():
    for sql in guard.to_lift(Publication, connection.vendor):
        connection.cursor().execute(sql)
    connection.cursor().execute("UPDATE responses_publication SET sha256 = 'x'")
    assert Publication.objects.get().sha256 == "x"
