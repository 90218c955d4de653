"""How long the boards' pages take on the made-up register of national size.

Run from the top of the project: `.venv/bin/python -m tests.benchmarks.boards`; with
TEST_DATABASE_URL on another database than SQLite in memory. It makes a database of its own,
as the tests do, and prints the median of ROUNDS and how each compares with another of the run.
"""

import functools
import os
import random
import statistics
import sys
import time
from collections import Counter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment
from django.utils import timezone

from forces.models import User
from forces.section_55 import forces_under
from recommendations.models import Assessment, AssessmentChange
from responses.demonstration.national import (
    BOARD,
    Size,
    load_board,
    load_reports,
)
from responses.demonstration.national_ratings import load_ratings

ROUNDS = 7
FORCE = "thames-valley"
EARLIER = timezone.localdate().replace(year=timezone.localdate().year - 1).isoformat()
PAGES = {
    "force": f"/board/{FORCE}/",
    "force at": f"/board/{FORCE}/?at={EARLIER}",
    "all": "/board/",
    "all at": f"/board/?at={EARLIER}",
    "over time": "/board/over-time/",
}


def say(words):
    sys.stdout.write(f"{words}\n")


def median(act):
    """Return the median of how many milliseconds `act` takes; its first time is not counted."""
    times = []
    for _ in range(ROUNDS + 1):
        begun = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times[1:])


def naive():
    """Count what the page of all forces shows as at a day, from every row there is."""
    last = {}
    for change in AssessmentChange.objects.order_by("recorded_at"):
        last[change.assessment_id] = change.rag
    return Counter((one.force_id, last.get(one.pk)) for one in Assessment.objects.all())


def measure(client, names):
    return {name: median(functools.partial(client.get, PAGES[name])) for name in names}


def load(forces, findings, chance):
    for force in forces:
        load_ratings(force, findings, timezone.localdate(), chance)
    # What a database knows of its tables it learns in time of itself.
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def compare(words, one, other, goal):
    say(f"{words:<58}{one / other:>8.2f}   goal {goal}")


def run():
    call_command("load_forces", verbosity=0)
    load_board("of no use")
    chance = random.Random(55)  # noqa: S311 It keeps no secret.
    findings = load_reports(Size(), timezone.localdate(), chance)
    forces = list(forces_under(timezone.localdate()).order_by("slug"))
    own = [one for one in forces if one.slug == FORCE]
    others = [one for one in forces if one.slug != FORCE]
    client = Client()
    client.force_login(User.objects.get(username=BOARD))
    load(own, findings, chance)
    alone = measure(client, ["force", "force at"])
    load(others[: len(forces) // 2], findings, chance)
    half = measure(client, ["all"])
    half_rows = Assessment.objects.count()
    load(others[len(forces) // 2 :], findings, chance)
    whole = measure(client, PAGES)
    slow = median(naive)
    report(alone, half, whole, slow, Assessment.objects.count() / half_rows)
    for name, address in PAGES.items():
        with CaptureQueriesContext(connection) as queries:
            size = len(client.get(address).content)
        say(f"{name:<12}{whole[name]:>9.1f} ms{len(queries):>5} queries{size // 1000:>7} KB")
    say(f"{'naive':<12}{slow:>9.1f} ms")


def report(alone, half, whole, slow, growth):
    say(
        f"{connection.vendor}: {Assessment.objects.count()} ratings, "
        f"{AssessmentChange.objects.count()} entries of history"
    )
    compare("a force among all, to that force alone", whole["force"], alone["force"], "1.25")
    compare("the same as at a year ago", whole["force at"], alone["force at"], "1.25")
    compare("a force as at a year ago, to today", whole["force at"], whole["force"], "2")
    compare("all forces as at a year ago, to today", whole["all at"], whole["all"], "6")
    compare("the naive loop, to all forces as at a year ago", slow, whole["all at"], "30 or more")
    compare("the naive loop, to all forces today", slow, whole["all"], "30 or more")
    compare(
        f"all forces, to half of them ({growth:.2f} times the rows)",
        *(whole["all"], half["all"], f"{growth:.2f}"),
    )


if __name__ == "__main__":
    setup_test_environment()
    name = connection.creation.create_test_db(verbosity=0)
    try:
        run()
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
