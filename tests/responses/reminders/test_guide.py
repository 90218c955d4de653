"""The guide says what is sent when, and shows a mail, as the code has it."""

import re

from recommendations.deadlines import judge_report
from responses.reminders.facts import ForceFacts, RatingsFacts
from responses.reminders.kinds import ABOUT
from responses.reminders.mail import mails
from responses.workflow import Status
from tests.meta.source import PROJECT

from .facts import FORCE, PUBLISHED, SITE, day, material, person, response

GUIDE = (PROJECT / "docs" / "reminders.md").read_text("utf-8")


def test_the_table_is_that_of_the_kinds():
    rows = re.findall(r"^\| (?!reminder)(.+) \|$", GUIDE, re.MULTILINE)
    assert rows == [
        f"{kind.label} | {about.when} | {about.to_whom}" for kind, about in ABOUT.items()
    ]


def test_the_mail_is_one_that_would_be_sent():
    force = ForceFacts(FORCE.key, "Thames Valley")
    facts = response(
        force=force,
        report="Online child sexual abuse, 2026",
        status=Status.RETURNED,
        judgement=judge_report(report_on=PUBLISHED, answered_on=response().published_on),
        reply_by_on=day("1 June 2026"),
    )
    stale = [day(f"{number} March 2026") for number in (2, 3, 4, 5)]
    given = material(facts, people=[person()], ratings=[RatingsFacts(force, tuple(stale))])
    (mail,) = mails(given, on=day("6 June 2026"), **SITE)
    assert f"```\nSubject: {mail.subject}\n\n{mail.body}```" in GUIDE


def test_a_run_that_fails_is_tried_again_on_the_same_day_and_not_for_ever():
    unit = GUIDE[GUIDE.index("[Unit]") : GUIDE.index("answerable-reminders.timer")]
    for line in ("Restart=on-failure", "RestartSec=15min", "StartLimitBurst=9"):
        assert f"\n{line}\n" in unit
