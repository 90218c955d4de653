"""Comments that were open again: the migrations read in their history what was sent, and that
stands.
"""

import datetime

import pytest

from responses.models import ChiefOfficerComments
from tests.responses.migrating import migrate, migrate_to_now

BEFORE = [("responses", "0010_comments_opened_again")]
OPENED_AT = datetime.datetime(2026, 5, 31, 23, 30, tzinfo=datetime.UTC)
LONDON = datetime.date(2026, 6, 1)


@pytest.fixture
def before(transactional_db):
    """The models before comments were marked by what was sent; afterwards all is as it should."""
    yield migrate(BEFORE)
    migrate_to_now()


def place(apps, number, states, *, mark=None):
    """Add comments whose history went through `states`, the last of which is theirs."""

    def add(app, model, **values):
        return apps.get_model(app, model).objects.create(**values)

    report = add("recommendations", "InspectionReport", slug=f"r{number}", kind="thematic")
    response = add(
        "responses",
        "Response",
        force=add("forces", "PoliceForce", slug=f"f{number}", name=f"F{number}"),
        body=add("forces", "LocalPolicingBody", name=f"B{number}", kind="pcc"),
        report=report,
    )
    now = {"state": states[-1], "settled_on": None if states[-1] == "draft" else LONDON}
    comments = add(
        "responses",
        "ChiefOfficerComments",
        response=response,
        opened_again_on=mark,
        text="<p>Now.</p>",
        **now,
    )
    for state, days in zip(reversed(states), range(len(states)), strict=True):
        add(
            "responses",
            "HistoricalChiefOfficerComments",
            id=comments.pk,
            response=response,
            state=state,
            text=f"<p>{state} {days}</p>",
            settled_on=None if state == "draft" else LONDON,
            history_type="~",
            history_date=OPENED_AT - datetime.timedelta(days=days),
        )
    return comments.pk


def test_what_was_sent_stands_and_nothing_else_does(before):
    stands = {
        place(before, 1, ["draft", "submitted", "draft"]): ("submitted", "<p>submitted 1</p>"),
        place(before, 2, ["submitted", "draft", "draft"]): ("submitted", "<p>submitted 2</p>"),
        place(before, 3, ["draft"]): ("draft", ""),
        place(before, 4, ["draft", "declined", "draft"], mark=LONDON): ("draft", ""),
        place(before, 5, ["draft", "declined"]): ("declined", ""),
        place(before, 6, ["draft", "submitted"]): ("submitted", "<p>Now.</p>"),
    }
    migrate_to_now()
    found = ChiefOfficerComments.objects.values_list("pk", "state", "sent_text", "settled_on")
    assert {pk: (state, text) for pk, state, text, _ in found} == stands
    assert {day for _, state, _, day in found if state == "submitted"} == {LONDON}
