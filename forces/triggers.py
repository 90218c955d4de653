"""The migration operation that lays the triggers of some models.

SQLite drops the triggers of a table silently when it rebuilds it, so a migration that alters
a table with triggers lays them again at its end; tests compare what a migrated database has.
"""

from django.db.migrations.operations.base import Operation


class LayTriggers(Operation):
    """Lay triggers on the tables of some models, in place of those that are there.

    A kind of it says how: `to_lay` and `to_lift` yield the SQL for a model on a kind of
    database, and `words` what it is to a reader of the migrations.
    """

    reversible = True
    reduces_to_sql = True
    words = ""

    def __init__(self, model_names):
        self.model_names = tuple(model_names)

    @staticmethod
    def to_lay(model, vendor):
        raise NotImplementedError

    @staticmethod
    def to_lift(model, vendor):
        raise NotImplementedError

    def deconstruct(self):
        return (type(self).__name__, [self.model_names], {})

    def state_forwards(self, app_label, state):
        """The models stay as they are."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        self._run(self.to_lay, app_label, schema_editor, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        self._run(self.to_lift, app_label, schema_editor, to_state)

    def _run(self, statements, app_label, schema_editor, state):
        for name in self.model_names:
            model = state.apps.get_model(app_label, name)
            for sql in statements(model, schema_editor.connection.vendor):
                schema_editor.execute(sql, None)

    def describe(self):
        return f"{self.words} {', '.join(self.model_names)}"
