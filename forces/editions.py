"""Triggers that give the register a new edition whenever what readers are shown changes.

`watch()` is a migration operation for the tables that public pages read. Whoever changes a row,
by whatever way, is noticed. A test compares what public pages read with what is watched.

On PostgreSQL the trigger waits for the end of the transaction: those who change different things
do not wait for each other longer than a commit takes.
"""

from .triggers import LayTriggers

EVENTS = ("INSERT", "UPDATE", "DELETE")
# Not by ON CONFLICT: a statement that has such a clause itself overrides that of its triggers.
SQLITE_THEN = """
BEGIN
    DELETE FROM forces_edition;
    INSERT INTO forces_edition (id, token) VALUES (1, lower(hex(randomblob(16))));
END
"""
# One token is enough for a transaction, whatever number of rows it changes.
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION new_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO forces_edition (id, token) VALUES (1, gen_random_uuid()::text)
    ON CONFLICT (id) DO UPDATE SET token = excluded.token
    WHERE forces_edition.xmin::text <> pg_current_xact_id()::xid::text;
    RETURN NULL;
END $$
"""


def watch(*model_names):
    """Return the migration operation that watches the tables of these models of its app."""
    return Watch(model_names)


class Watch(LayTriggers):
    """Lay the triggers that tell of any change to some models."""

    words = "Watch"

    @staticmethod
    def to_lay(model, vendor):
        yield from Watch.to_lift(model, vendor)
        table = model._meta.db_table
        if vendor == "postgresql":
            yield POSTGRESQL_FUNCTION
            yield (
                f"CREATE CONSTRAINT TRIGGER {table}_watched AFTER {' OR '.join(EVENTS)} ON {table} "
                "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION new_edition()"
            )
        else:
            for event in EVENTS:
                name = f"{table}_watched_{event.lower()}"
                yield f"CREATE TRIGGER {name} AFTER {event} ON {table} {SQLITE_THEN}"

    @staticmethod
    def to_lift(model, vendor):
        table = model._meta.db_table
        if vendor == "postgresql":
            yield f"DROP TRIGGER IF EXISTS {table}_watched ON {table}"
        else:
            for event in EVENTS:
                yield f"DROP TRIGGER IF EXISTS {table}_watched_{event.lower()}"
