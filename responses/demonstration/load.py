"""Loads the whole demonstration, once."""

from django.db import transaction
from django.utils import timezone

from forces.models import User
from recommendations.models import InspectionReport

from .accounts import load_accounts
from .register import load_report
from .replies import NAMES, load_response


@transaction.atomic
def load(*, password):
    """Add the accounts, and the report with its responses unless they are there already.

    The forces must be loaded. What was changed in the admin since stays as it is.
    """
    load_accounts(password)
    if InspectionReport.objects.filter(is_demonstration=True).exists():
        return
    report = load_report()
    for name in NAMES:
        force = name.replace("_", "-")
        load_response(
            name,
            report=report,
            editor=User.objects.get(username=f"editor-{force}"),
            approver=User.objects.get(username=f"approver-{force}"),
            clock=timezone.now,
        )
