"""Rows that are written once and never altered.

This holds what goes through Django's models, with a sentence. Whatever else asks the
database is refused by triggers, which guard.py lays.
"""

from django.db import models


class AppendOnlyError(TypeError):
    """Something tried to alter or remove a row that is kept as it was written."""


def refuse(model):
    raise AppendOnlyError(f"{model._meta.verbose_name.capitalize()} rows are never changed.")


class AppendOnlyQuerySet(models.QuerySet):
    def bulk_create(self, objs, *args, update_conflicts=False, **kwargs):
        if update_conflicts:
            refuse(self.model)
        return super().bulk_create(objs, *args, **kwargs)

    def update(self, **values):
        refuse(self.model)

    def bulk_update(self, objs, fields, batch_size=None):
        refuse(self.model)

    def update_or_create(self, defaults=None, create_defaults=None, **lookup):
        refuse(self.model)

    def delete(self):
        refuse(self.model)


class AppendOnlyModel(models.Model):
    """A row that can be added and read, and nothing else."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding:
            refuse(type(self))
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        refuse(type(self))
