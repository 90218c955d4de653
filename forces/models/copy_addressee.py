from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from simple_history.models import HistoricalRecords

from ..recipients import Recipient
from .period import Period, PeriodQuerySet


class CopyAddresseeQuerySet(PeriodQuerySet):
    def of_the_day(self, recipient, day):
        """Return to whom a letter to `recipient` is written on `day` (a London date).

        Where nobody is recorded it is the office by its name: a row that is not saved.
        """
        rows = self.on(day).filter(recipient=recipient)
        row = rows.order_by(F("began_on").desc(nulls_last=True), "-pk").first()
        return row or CopyAddressee(recipient=recipient)


class CopyAddressee(Period):
    """Who receives the copies of section 55(6) for one of the recipients, and how to write there.

    What is blank is said by office: "Home Secretary", "Dear Home Secretary".
    """

    recipient = models.CharField("copies for", max_length=20, choices=Recipient)
    name = models.CharField(
        max_length=90,
        blank=True,
        help_text="As it stands on the envelope. Blank for the office alone. Example: The Rt Hon "
        "Ann Archer MP",
    )
    title = models.CharField(
        "office",
        max_length=100,
        blank=True,
        help_text="Blank for “Home Secretary”, or for “His Majesty’s Chief Inspector of "
        "Constabulary”.",
    )
    salutation = models.CharField(
        max_length=100,
        blank=True,
        help_text="How the letter begins. Blank for “Dear Home Secretary”, or for “Dear Chief "
        "Inspector”. Example: Dear Ms Archer",
    )
    address = models.TextField(
        blank=True, max_length=400, help_text="As it stands on a letter, each part on its line."
    )

    objects = CopyAddresseeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Period.Meta):
        ordering = ["recipient", "began_on"]
        verbose_name = "addressee of copies"
        verbose_name_plural = "addressees of copies"

    def __str__(self):
        return self.in_a_line

    @property
    def office(self):
        return self.title.strip() or Recipient(self.recipient).office

    @property
    def greeting(self):
        return self.salutation.strip() or Recipient(self.recipient).greeting

    @property
    def in_a_line(self):
        """The name with the office, or the office alone."""
        return ", ".join(filter(None, (self.name.strip(), self.office)))

    @property
    def lines(self):
        """The lines of the address block: the name, the office, and the address."""
        lines = (self.name, self.office, *self.address.splitlines())
        return tuple(line.strip() for line in lines if line.strip())

    def clean(self):
        super().clean()
        same = CopyAddressee.objects.filter(recipient=self.recipient)
        if same.sharing_days_with(self).exists():
            raise ValidationError(
                {
                    "began_on": "Somebody else receives these copies in part of this period. End "
                    "that first."
                }
            )
