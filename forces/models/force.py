from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from .former_address import Addressed, FormerAddress
from .period import Period


class Region(models.TextChoices):
    NORTH_EAST = "North East"
    NORTH_WEST = "North West"
    YORKSHIRE = "Yorkshire and The Humber"
    EAST_MIDLANDS = "East Midlands"
    WEST_MIDLANDS = "West Midlands"
    EAST_OF_ENGLAND = "East of England"
    LONDON = "London"
    SOUTH_EAST = "South East"
    SOUTH_WEST = "South West"
    WALES = "Wales"
    NORTHERN_IRELAND = "Northern Ireland"
    NATIONAL = "National"


class PoliceForce(Addressed, Period):
    """A police force. Its slug is its address; a merged force keeps its row."""

    name = models.CharField(max_length=120, unique=True, help_text="Example: Staffordshire Police")
    short_name = models.CharField(
        max_length=60, help_text="The name used in lists. Example: Staffordshire"
    )
    slug = models.SlugField(
        "address",
        unique=True,
        help_text="Its address on this site. Change it only if you must: the old one then leads "
        "to the new one for ever. Example: staffordshire",
    )
    ons_code = models.CharField(
        "ONS code",
        max_length=9,
        blank=True,
        help_text="The statistical code of a territorial force. Example: E23000015",
    )
    region = models.CharField(max_length=40, choices=Region)
    website = models.URLField(blank=True)
    succeeded_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        help_text="The force that took its place, after a merger.",
    )

    history = HistoricalRecords()

    class Meta(Period.Meta):
        ordering = ["short_name"]
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                fields=["ons_code"],
                condition=~Q(ons_code=""),
                name="forces_policeforce_ons_code_once",
                violation_error_message="Another force has this ONS code.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("force", args=[self.slug])


class FormerForceAddress(FormerAddress):
    """A slug that a force had."""

    leads_to = models.ForeignKey(
        PoliceForce, on_delete=models.CASCADE, related_name="former_addresses"
    )
