"""Which forces each of several reports concerns: as many questions for ten as for one."""

from collections import defaultdict

from forces import section_55
from forces.models import PoliceForce

from .kinds import Scope
from .models import InspectionReport


def concerned_by(reports, *, on):
    """Return the forces that each of `reports` concerns on the day `on`, by its key, by name.

    They are those of InspectionReport.concerned_forces.
    """
    named = defaultdict(set)
    rows = InspectionReport.forces.through.objects.filter(inspectionreport__in=reports)
    for report, force in rows.values_list("inspectionreport", "policeforce"):
        named[report].add(force)
    under = set(section_55.forces_under(on).values_list("pk", flat=True))
    forces = list(PoliceForce.objects.filter(pk__in=under.union(*named.values())))
    found = {}
    for report in reports:
        keys = named[report.pk] | (under if report.scope == Scope.ALL_FORCES else set())
        found[report.pk] = [force for force in forces if force.pk in keys]
    return found
