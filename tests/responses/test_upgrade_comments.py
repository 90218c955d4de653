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


def test_whose_word_a_decline_is_stands_in_its_event(before):
    """The office may take back what one of its own recorded, and nothing of the force's."""
    by_office = place(before, 1, ["draft", "declined"])
    by_force = place(before, 2, ["draft", "declined"])
    of_one_who_left = place(before, 3, ["draft", "declined"])
    those = ((by_office, "editor"), (by_force, "liaison"), (of_one_who_left, ""))
    for pk, role in those:
        comments = before.get_model("responses", "ChiefOfficerComments").objects.get(pk=pk)
        force = comments.response.force_id
        user = before.get_model("forces", "User").objects.create(username=role or "left")
        if role:
            held = before.get_model("forces", "Membership").objects
            held.create(user=user, force_id=force, role=role)
        before.get_model("responses", "ResponseEvent").objects.create(
            response=comments.response,
            move="comments",
            words="Comments of the chief officer declined",
            status="draft",
            at=OPENED_AT,
            by=user,
        )
    migrate_to_now()
    found = ChiefOfficerComments.objects.values_list("pk", "is_declined_by_office")
    assert dict(found) == {by_office: True, by_force: False, of_one_who_left: False}


def test_before_it_the_office_is_given_what_was_sent_and_nothing_else(before):
    pk = place(before, 1, ["draft", "submitted"])
    migrate_to_now()
    ChiefOfficerComments.objects.filter(pk=pk).update(text="<p>Not sent.</p>")
    comments = ChiefOfficerComments.objects.get(pk=pk)
    comments.save()
    apps = migrate(BEFORE)
    comments = apps.get_model("responses", "ChiefOfficerComments").objects.get(pk=pk)
    assert (comments.state, comments.text) == ("submitted", "<p>Now.</p>")
    history = apps.get_model("responses", "HistoricalChiefOfficerComments").objects
    assert history.get(id=pk, text="<p>Not sent.</p>").state == "draft"
