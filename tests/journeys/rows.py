"""The rows of a database, taken and put back: what is slow to load is loaded once in a run."""

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction

from forces.models import Edition

# Anew after each test with keys of their own, and with each row that is put back.
MADE_BESIDE = (ContentType, Permission, Edition)


def take():
    """Return the rows of every table of the project, by the model that it belongs to."""
    taken = {}
    with connection.cursor() as cursor:
        for model in _models():
            cursor.execute(f"SELECT {_columns(model)} FROM {_table(model)}")  # noqa: S608 names of our own
            taken[model] = cursor.fetchall()
    return taken


def put_back(taken):
    """Write the rows of `take` into the tables, which are to be empty."""
    with transaction.atomic(), connection.cursor() as cursor:
        for model, rows in taken.items():
            places = ", ".join(["%s"] * len(model._meta.local_concrete_fields))
            cursor.executemany(
                f"INSERT INTO {_table(model)} ({_columns(model)}) VALUES ({places})",  # noqa: S608 names of our own
                rows,
            )
        for sql in connection.ops.sequence_reset_sql(no_style(), list(taken)):
            cursor.execute(sql)


def _models():
    models = apps.get_models(include_auto_created=True)
    return [one for one in models if one._meta.managed and one not in MADE_BESIDE]


def _table(model):
    return connection.ops.quote_name(model._meta.db_table)


def _columns(model):
    names = (field.column for field in model._meta.local_concrete_fields)
    return ", ".join(map(connection.ops.quote_name, names))
