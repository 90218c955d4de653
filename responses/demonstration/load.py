"""Loads the whole demonstration, once."""

from django.db import transaction
from django.utils import timezone

from forces.models import PoliceForce, User
from recommendations.models import InspectionReport

from .accounts import load_accounts
from .meeting import load_meeting
from .register import load_report
from .replies import NAMES, load_response


@transaction.atomic
def load(*, password):
    """Add the accounts, and the report with its responses and boards unless they are there already.

    The forces must be loaded. What was changed in the admin since stays as it is.
    """
    load_accounts(password)
    if InspectionReport.objects.filter(is_demonstration=True).exists():
        return
    report = load_report()
    for name in NAMES:
        force = name.replace("_", "-")
        editor = User.objects.get(username=f"editor-{force}")
        load_response(
            name,
            report=report,
            editor=editor,
            approver=User.objects.get(username=f"approver-{force}"),
            clock=timezone.now,
        )
        load_meeting(PoliceForce.found_at(force), editor=editor, now=timezone.now())
