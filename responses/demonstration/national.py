"""A made-up register of national size: reports, each force's ratings over years, its responses.

Nothing in it is a fact. It shows and measures what the pages do with years of history.
"""

import datetime
import random
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from forces.models import Membership, Role, User
from forces.section_55 import forces_under
from recommendations.kinds import AddresseeKind, ReportKind
from recommendations.models import (
    Addressee,
    Addressing,
    InspectionReport,
    Recommendation,
)
from recommendations.partial_dates import PartialDate

from .national_ratings import load_ratings
from .national_responses import load_responses

BOARD = "board-national"
TOPICS = (
    *("Custody", "Roads policing", "Stalking", "Rural crime", "Fraud", "Digital evidence"),
    *("Vetting", "Call handling", "Missing people", "Burglary", "Firearms", "Youth justice"),
)
THEMES = ("Leadership", "Workforce", "Vulnerable people", "Technology", "Partnerships")
NOTE = "Made up for a demonstration. No inspectorate wrote any of this."
BATCH = 2000


@dataclass(frozen=True)
class Size:
    """How much there is: reports over `years`, each with so many findings on average."""

    reports: int = 150
    findings: int = 10
    years: int = 5


def load_national(*, password, size=Size(), on=None, told=lambda done, of: None):
    """Add the made-up register and the account of its board, unless the register is there.

    The forces must be loaded. `on` is the last day of the history (a London date), today where
    it is None; `told` is called after each force with how many are done, and of how many. Equal
    sizes and days make equal registers.
    """
    load_board(password)
    if InspectionReport.objects.filter(source_note=NOTE).exists():
        return
    on = on or timezone.localdate()
    chance = random.Random(55)  # noqa: S311 It keeps no secret.
    findings = load_reports(size, on, chance)
    forces = list(forces_under(on).order_by("slug"))
    for done, force in enumerate(forces, start=1):
        courses = load_ratings(force, findings, on, chance)
        load_responses(force, courses, on)
        told(done, len(forces))


@transaction.atomic
def load_board(password):
    """Add the account that may open the board of every force, and let it in with `password`."""
    user, _ = User.objects.get_or_create(
        username=BOARD, defaults={"first_name": "National", "last_name": "board"}
    )
    if not user.check_password(password):
        user.set_password(password)
        user.save(update_fields=["password"])
    for force in forces_under(timezone.localdate()):
        Membership.objects.get_or_create(user=user, force=force, role=Role.BOARD_MEMBER)


@transaction.atomic
def load_reports(size, on, chance):
    """Add the reports with their findings, and return the findings, oldest report first."""
    chiefs, _ = Addressee.objects.get_or_create(
        name="Chief constables", defaults={"kind": AddresseeKind.CHIEF_OFFICERS}
    )
    findings = []
    step = size.years * 365 / size.reports
    for number in range(size.reports):
        published = on - datetime.timedelta(days=round((size.reports - number) * step))
        report = _add_report(number, published)
        count = chance.randint(size.findings - 4, size.findings + 4)
        findings += _findings(report, published, count, chance)
    findings = bulk_create_with_history(findings, Recommendation, BATCH)
    addressed = [Addressing(recommendation=one, addressee=chiefs) for one in findings]
    bulk_create_with_history(addressed, Addressing, BATCH)
    return findings


def _add_report(number, published):
    topic = TOPICS[number % len(TOPICS)]
    return InspectionReport.objects.create(
        title=f"Made-up inspection {number + 1}: {topic.lower()}",
        short_title=f"Made up: {topic}, {published:%Y} ({number + 1})",
        slug=f"made-up-{number + 1}",
        kind=ReportKind.THEMATIC,
        published_on=PartialDate.of(published),
        source_note=NOTE,
        is_listed=True,
        is_demonstration=True,
    )


def _findings(report, published, count, chance):
    for order in range(count):
        months = chance.choice((6, 12, 18))
        yield Recommendation(
            report=report,
            order=order,
            label=str(order + 1),
            ref=str(order + 1),
            subject=f"Made-up point {order + 1}",
            text=f"<p>Made-up words of point {order + 1}.</p>",
            theme=chance.choice(THEMES),
            due_on=PartialDate.of(published + datetime.timedelta(days=30 * months)),
        )
