"""What follows from a new address of a force or a report."""

from django.db import transaction
from django.db.models import Q

from forces.models import PoliceForce

from ..derived import derive
from ..models import Response
from .moving import held


@transaction.atomic
def derive_of(row):
    """Make anew what is kept of the responses of a force, or to a report, `row`.

    Call it when its address has changed. Until then nothing wrong is shown: the pages are made
    when they are asked for.
    """
    of = Q(force=row) if isinstance(row, PoliceForce) else Q(publications__reports__report=row)
    answered = Response.objects.filter(of, publications__isnull=False).distinct().order_by("pk")
    for response in answered:
        derive(held(response))
