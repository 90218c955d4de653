"""Comments that were open again before there was a mark: the migration reads their history."""

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
        "responses", "ChiefOfficerComments", response=response, opened_again_on=mark, **now
    )
    for state, days in zip(reversed(states), range(len(states)), strict=True):
        add(
            "responses",
            "HistoricalChiefOfficerComments",
            id=comments.pk,
            response=response,
            state=state,
            history_type="~",
            history_date=OPENED_AT - datetime.timedelta(days=days),
        )
    return comments.pk


def test_what_was_sent_and_is_open_again_is_marked_and_nothing_else_is(before):
    marks = {
        place(before, 1, ["draft", "submitted", "draft"]): LONDON,
        place(before, 2, ["draft", "submitted", "draft", "draft"]): LONDON - datetime.timedelta(1),
        place(before, 3, ["draft"]): None,
        place(before, 4, ["draft", "declined", "draft"], mark=LONDON): None,
        place(before, 5, ["submitted", "draft", "declined", "draft"], mark=LONDON): None,
        place(before, 6, ["draft", "submitted"]): None,
    }
    migrate_to_now()
    found = ChiefOfficerComments.objects.values_list("pk", "opened_again_on")
    assert dict(found) == marks
