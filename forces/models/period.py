"""Things that begin and end: a force, a body, an office held, an oversight."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q


class PeriodQuerySet(models.QuerySet):
    def on(self, day):
        """The rows in being on `day` (a London date); an unknown bound is open."""
        return self.filter(
            Q(began_on=None) | Q(began_on__lte=day), Q(ended_on=None) | Q(ended_on__gte=day)
        )

    def sharing_days_with(self, row):
        """The rows besides `row` that are in being on any day on which it is."""
        others = self.exclude(pk=row.pk)
        if row.began_on:
            others = others.exclude(ended_on__lt=row.began_on)
        if row.ended_on:
            others = others.exclude(began_on__gt=row.ended_on)
        return others


class Period(models.Model):
    """A first day and a last day, both included; blank means unknown or not yet ended."""

    began_on = models.DateField(
        "first day",
        null=True,
        blank=True,
        help_text="Leave blank if it is not known. Example: 9 May 2024.",
    )
    ended_on = models.DateField(
        "last day",
        null=True,
        blank=True,
        help_text="Leave blank if it has not ended. Example: 6 May 2028.",
    )

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(began_on=None) | Q(ended_on=None) | Q(ended_on__gte=F("began_on")),
                name="%(app_label)s_%(class)s_ends_after_it_begins",
            )
        ]

    def is_on(self, day):
        """Whether it is in being on `day`, as `PeriodQuerySet.on` has it."""
        has_begun = self.began_on is None or self.began_on <= day
        return has_begun and (self.ended_on is None or self.ended_on >= day)

    def clean(self):
        super().clean()
        if self.pk and getattr(self, "succeeded_by_id", None) == self.pk:
            raise ValidationError({"succeeded_by": "Nothing can succeed itself."})
        if self.began_on and self.ended_on and self.ended_on < self.began_on:
            raise ValidationError({"ended_on": "The last day must not be before the first day."})
