"""Addresses that a row had: they lead to the one that it has, for ever."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

TAKEN = (
    "This was the address of “{name}”, and leads there for ever: pages elsewhere may name it. "
    "Choose another."
)


class FormerAddress(models.Model):
    """A slug that a row had. A kind of it has `leads_to`, the row, as "former_addresses"."""

    slug = models.SlugField(max_length=80, unique=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.slug


class Addressed(models.Model):
    """A row with a `slug` under which readers find it. A slug that it had is never another's.

    Whoever saves a new one keeps the one before, in the same transaction. Raises
    ValidationError at `slug` for one that leads to another row.
    """

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        """Save the row, and what its address was.

        That is work in `save` against the custom of this code: an address is kept whoever
        changes it, and there is no other place through which all of them come.
        """
        with transaction.atomic():
            is_written = update_fields is None or "slug" in update_fields
            before = self._slug_before(is_held=True) if is_written else self.slug
            if self.slug != before:
                self._refuse_taken_address()
            super().save(*args, update_fields=update_fields, **kwargs)
            if before and self.slug != before and self.is_found_by_address:
                self._keep(before)

    def clean(self):
        super().clean()
        if self.slug != self._slug_before():
            self._refuse_taken_address()

    @property
    def is_found_by_address(self):
        """Whether readers may know its address, so that it has to lead on."""
        return True

    @classmethod
    def found_at(cls, slug):
        """Return the row of which `slug` is the address or was, or None."""
        found = Q(slug=slug) | Q(former_addresses__slug=slug)
        return cls._default_manager.filter(found).first()

    def _keep(self, before):
        # What a row takes back no longer leads anywhere: it is where that leads to.
        self.former_addresses.filter(slug=self.slug).delete()
        self.former_addresses.get_or_create(slug=before)

    def _slug_before(self, *, is_held=False):
        """Return the slug that is stored, or None; `is_held` keeps others from changing it."""
        if self._state.adding:
            return None
        rows = type(self)._base_manager.filter(pk=self.pk)
        rows = rows.select_for_update() if is_held else rows
        return rows.values_list("slug", flat=True).first()

    def _refuse_taken_address(self):
        kind = self._meta.get_field("former_addresses").related_model
        taken = kind.objects.filter(slug=self.slug).exclude(leads_to=self.pk)
        if found := taken.select_related("leads_to").first():
            raise ValidationError({"slug": TAKEN.format(name=found.leads_to)})
