"""The kinds of report, finding and addressee, and what each is called. Pure."""

from django.db import models

from .deadlines import Rule


class ReportKind(models.TextChoices):
    PEEL = "peel", "PEEL inspection of a force"
    SPOTLIGHT = "spotlight", "PEEL spotlight"
    THEMATIC = "thematic", "Thematic inspection"
    JOINT = "joint", "Joint inspection"
    SUPER_COMPLAINT = "super_complaint", "Super-complaint"
    STATE_OF_POLICING = "state_of_policing", "State of policing"
    COMMISSIONED = "commissioned", "Commissioned report"


RULE_OF_KIND = {
    ReportKind.SUPER_COMPLAINT: Rule.OWN_DATE,
    ReportKind.STATE_OF_POLICING: Rule.NONE,
    ReportKind.COMMISSIONED: Rule.NONE,
}


def is_of_section_55(kind):
    """Whether section 55 has bodies answer reports of `kind`; another date does not end that."""
    return RULE_OF_KIND.get(kind, Rule.SECTION_55) == Rule.SECTION_55


class Scope(models.TextChoices):
    ALL_FORCES = "all_forces", "All forces"
    NAMED_FORCES = "named_forces", "Named forces"


class FindingKind(models.TextChoices):
    RECOMMENDATION = "recommendation", "Recommendation"
    AFI = "afi", "Area for improvement"
    CAUSE_OF_CONCERN = "cause_of_concern", "Cause of concern"
    PRACTICE = "practice", "Promising or innovative practice"


class AddresseeKind(models.TextChoices):
    CHIEF_OFFICERS = "chief_officers", "Chief officers of forces"
    LOCAL_POLICING_BODIES = "local_policing_bodies", "Local policing bodies"
    ELSEWHERE = "elsewhere", "Another body"
