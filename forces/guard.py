"""Triggers that keep append-only rows as they were written, whoever asks the database.

`guard()` is a migration operation; a migration that alters a guarded table ends with it again.
"""

from .triggers import LayTriggers

REFUSAL = "rows of {table} are never changed"

SQLITE = {
    "never_updated": "BEFORE UPDATE ON {table}",
    "never_deleted": "BEFORE DELETE ON {table}",
    # INSERT OR REPLACE removes the old row without asking the trigger above.
    "never_replaced": "BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})",
}
POSTGRESQL = {
    "never_changed": "BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW",
    "never_emptied": "BEFORE TRUNCATE ON {table} FOR EACH STATEMENT",
}
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$
"""


def guard(*model_names):
    """Return the migration operation that guards these models of its app."""
    return Guard(model_names)


def lift(*model_names):
    """Return the operation that opens a migration which fills a new column of old rows.

    The same migration ends with `guard()`.
    """
    return Lift(model_names)


class Guard(LayTriggers):
    """Lay the triggers of some append-only models, in place of any that are there."""

    words = "Guard against change"

    @staticmethod
    def to_lay(model, vendor):
        return to_lay(model, vendor)

    @staticmethod
    def to_lift(model, vendor):
        return to_lift(model, vendor)


class Lift(Guard):
    """Remove the triggers of some append-only models until the end of this migration."""

    words = "Lift the guard of"
    to_lay, to_lift = staticmethod(Guard.to_lift), staticmethod(Guard.to_lay)


def names_of(model, vendor):
    """Return the names of the triggers that guard `model` on that kind of database."""
    kinds = POSTGRESQL if vendor == "postgresql" else SQLITE
    return {f"{model._meta.db_table}_{kind}" for kind in kinds}


def to_lay(model, vendor):
    """Yield the SQL that guards `model`, in place of what guarded it before."""
    yield from to_lift(model, vendor)
    if vendor == "postgresql":
        yield POSTGRESQL_FUNCTION
    table = model._meta.db_table
    for kind, when in (POSTGRESQL if vendor == "postgresql" else SQLITE).items():
        when = when.format(table=table, same=_same_row(model))
        yield f"CREATE TRIGGER {table}_{kind} {when} {_then(vendor, table)}"


def to_lift(model, vendor):
    """Yield the SQL that removes the triggers of `model`, where they are there."""
    place = f" ON {model._meta.db_table}" if vendor == "postgresql" else ""
    for name in sorted(names_of(model, vendor)):
        yield f"DROP TRIGGER IF EXISTS {name}{place}"


def _then(vendor, table):
    if vendor == "postgresql":
        return "EXECUTE FUNCTION refuse_change()"
    return f"BEGIN SELECT RAISE(ABORT, '{REFUSAL.format(table=table)}'); END"


def _same_row(model):
    """Return the condition that a new row stands in the place of one that is there."""
    meta = model._meta
    places = [[field.name] for field in meta.concrete_fields if field.unique]
    places += [constraint.fields for constraint in meta.total_unique_constraints]
    columns = ([meta.get_field(name).column for name in place] for place in places)
    return " OR ".join(f"({' AND '.join(f'{c} = NEW.{c}' for c in place)})" for place in columns)
