"""Running the command, and what it needs to have something to send."""

import datetime
from io import StringIO

from django.core import mail
from django.core.management import call_command

from tests.factories import AssessmentFactory, MembershipFactory, UserFactory


def member(response, role, **user):
    """Return a user with an address who holds `role` in the force of `response`."""
    user = UserFactory(**({"email": f"{role}@example.org"} | user))
    MembershipFactory(user=user, role=role, force=response.force)
    return user


def run(*arguments, **options):
    """Run the command; return what it printed and whom it wrote to, in their order."""
    mail.outbox, out = [], StringIO()
    call_command("send_reminders", *arguments, stdout=out, stderr=out, **options)
    return out.getvalue(), [to for message in mail.outbox for to in message.to]


def rated_long_ago(response, **values):
    usual = {"rag": "amber", "reviewed_on": datetime.date(2026, 1, 1)}
    return AssessmentFactory(force=response.force, **(usual | values))
