from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from ..colours import LEAST, contrast_to_white
from .force import PoliceForce
from .period import Period, PeriodQuerySet


class BodyKind(models.TextChoices):
    PCC = "pcc", "Police and Crime Commissioner"
    PFCC = "pfcc", "Police, Fire and Crime Commissioner"
    MAYOR = "mayor", "Mayor"
    MOPAC = "mopac", "Mayor's Office for Policing and Crime"
    COMMON_COUNCIL = "common_council", "Common Council of the City of London"
    OTHER_AUTHORITY = "other_authority", "Other authority"


def validate_colour(colour):
    """Refuse a colour that is none, or in which text could not be read on white."""
    try:
        contrast = contrast_to_white(colour)
    except ValueError as error:
        raise ValidationError(str(error)) from error
    if contrast < LEAST:
        raise ValidationError(
            f"Choose a darker colour: its contrast to white is {contrast:.1f} to 1, and text can "
            f"be read from {LEAST} to 1 on."
        )


class LocalPolicingBody(Period):
    """The body that holds a force to account and answers its inspectors (statutory term)."""

    name = models.CharField(
        max_length=160,
        unique=True,
        help_text="Example: Police and Crime Commissioner for Thames Valley",
    )
    kind = models.CharField(max_length=20, choices=BodyKind)
    website = models.URLField(blank=True)
    office = models.CharField(
        "name of the office",
        max_length=160,
        blank=True,
        help_text="Example: Office of the Police and Crime Commissioner for Thames Valley",
    )
    address = models.TextField(
        blank=True, max_length=400, help_text="As it stands on a letter, each part on its line."
    )
    colour = models.CharField(
        max_length=7,
        blank=True,
        validators=[validate_colour],
        help_text="The colour of the line under the letterhead, written like #1f3a5f. Blank for "
        "dark blue.",
    )
    succeeded_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        help_text="The body that took over its duties.",
    )

    history = HistoricalRecords()

    class Meta(Period.Meta):
        ordering = ["name"]
        verbose_name_plural = "local policing bodies"

    def __str__(self):
        return self.name

    @property
    def is_under_section_55(self):
        """Whether section 55 of the Police Act 1996 runs for this body."""
        return self.kind != BodyKind.OTHER_AUTHORITY

    @property
    def chief_is_commissioner(self):
        """Whether the chief officer of its force is called Commissioner, as in London."""
        return self.kind in (BodyKind.MOPAC, BodyKind.COMMON_COUNCIL)

    @property
    def office_title(self):
        """The title that readers know, such as "Police, Fire and Crime Commissioner"."""
        if self.kind == BodyKind.OTHER_AUTHORITY:
            return self.name
        return self.get_kind_display()


class Oversight(Period):
    """Which body holds which force to account, and from when to when."""

    force = models.ForeignKey(PoliceForce, on_delete=models.PROTECT, related_name="oversights")
    body = models.ForeignKey(LocalPolicingBody, on_delete=models.PROTECT, related_name="oversights")

    objects = PeriodQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Period.Meta):
        ordering = ["force", "began_on"]
        verbose_name_plural = "oversight"

    def __str__(self):
        return f"{self.body} oversees {self.force}"

    def clean(self):
        super().clean()
        same = Oversight.objects.filter(force_id=self.force_id)
        if self.force_id and same.sharing_days_with(self).exists():
            raise ValidationError(
                {"body": "Another body oversees this force in part of this period. End that first."}
            )
