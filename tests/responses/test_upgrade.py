"""What was published before there were chains: the migration ties it, and it verifies."""

import datetime

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from responses.models import ChiefOfficerComments, Publication
from responses.publishing.canonical import sha256
from tests.meta.source import PROJECT
from tests.responses.migrating import migrate, migrate_to_now

BEFORE = [("responses", "0002_guard")]
NOW = datetime.datetime(2026, 5, 29, 12, 0, 0, 123456, tzinfo=datetime.UTC)
PAYLOAD = (PROJECT / "tests" / "data" / "record-v1.json").read_text("utf-8").strip()


@pytest.fixture
def before(transactional_db):
    """The models before there were chains; afterwards the database is as it should be again."""
    yield migrate(BEFORE)
    migrate_to_now()


def publish_in_the_old_way(apps, force, *, versions):
    """Publish a response of the force with that slug `versions` times, without any chain."""

    def add(app, model, **values):
        return apps.get_model(app, model).objects.create(**values)

    report, _ = apps.get_model("recommendations", "InspectionReport").objects.get_or_create(
        slug="village-policing-2026", defaults={"kind": "thematic", "is_listed": True}
    )
    response = add(
        "responses",
        "Response",
        force=add("forces", "PoliceForce", slug=force, name=force, short_name=force),
        body=add("forces", "LocalPolicingBody", name=f"Body of {force}", kind="pcc"),
        report=report,
    )
    for number in range(1, versions + 1):
        payload = PAYLOAD.replace('"borchester"', f'"{force}"')
        payload = payload.replace("village policing", f"village policing, part {number}")
        publication = add(
            "responses",
            "Publication",
            response=response,
            force=response.force,
            report=report,
            number=number,
            payload=payload,
            sha256=sha256(payload),
            published_at=NOW + datetime.timedelta(hours=number),
        )
        add("responses", "PublishedReport", publication=publication, report=report)


def test_what_was_published_before_gets_a_chain_that_verifies(before, client, capsys):
    publish_in_the_old_way(before, "borchester", versions=2)
    publish_in_the_old_way(before, "felpersham", versions=1)
    held = list(before.get_model("responses", "Publication").objects.values().order_by("pk"))
    migrate_to_now()
    capsys.readouterr()
    call_command("verify_publications")
    assert capsys.readouterr().out.startswith("Verified 3 versions of 2 responses")
    chains = Publication.objects.values_list("chain_sha256", flat=True)
    assert len({one for one in chains if len(one) == 64}) == 3
    kept = Publication.objects.values(*held[0]).order_by("pk")
    assert list(kept) == held
    assert ChiefOfficerComments.objects.count() == 2
    assert client.get("/forces/borchester/village-policing-2026/v1/").status_code == 200


def test_what_was_published_before_is_guarded_again(before):
    publish_in_the_old_way(before, "borchester", versions=1)
    migrate_to_now()
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        connection.cursor().execute("UPDATE responses_publication SET chain_sha256 = ''")
