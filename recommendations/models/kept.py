"""What is on the public register stays there: its addresses are in use."""

from django.db import models
from django.db.models import ProtectedError

KEPT = "What is on the public register stays there."


class KeptQuerySet(models.QuerySet):
    """Rows of which those that are `listed` are not deleted."""

    def listed(self):
        """The rows that the public register shows."""
        raise NotImplementedError

    def delete(self):
        refuse_listed(self)
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class KeptModel(models.Model):
    """A row that is not deleted once it is listed; its manager is of a KeptQuerySet."""

    class Meta:
        abstract = True

    def delete(self, *args, **kwargs):
        refuse_listed(type(self).objects.filter(pk=self.pk))
        return super().delete(*args, **kwargs)


def refuse_listed(rows):
    """Raise ProtectedError where any of `rows`, a KeptQuerySet, is on the public register."""
    if listed := set(rows.listed()):
        raise ProtectedError(KEPT, listed)
