from django.db import models


class EditionQuerySet(models.QuerySet):
    def current(self):
        """Return the token of the register as it is now, or None where nothing was ever added."""
        return self.values_list("token", flat=True).first()


class Edition(models.Model):
    """The state of all that readers are shown: one row, whose token any change to it replaces.

    Triggers write it (`forces/editions.py`), in the transaction of the change. So two readings
    that find the same token had nothing change between them.
    """

    token = models.CharField(max_length=36)

    objects = EditionQuerySet.as_manager()

    def __str__(self):
        return self.token
