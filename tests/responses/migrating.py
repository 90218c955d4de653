"""The database as it was before a migration, for tests of what the migration makes of it."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def migrate(targets):
    """Migrate to `targets` and return the models as they are there."""
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    loader = MigrationExecutor(connection).loader
    asked = {app for app, _ in targets}
    others = [leaf for leaf in loader.graph.leaf_nodes() if leaf[0] not in asked]
    return loader.project_state([*others, *targets]).apps


def migrate_to_now():
    """Migrate to where the project is, and return the models as they are there."""
    return migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())
