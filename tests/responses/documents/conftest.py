import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from responses.demonstration.load import load
from responses.models import Publication
from responses.publishing.record import Record

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.documents)


@pytest.fixture(scope="session")
def demonstration(django_db_setup, django_db_blocker):
    """The records of the demonstration, by force; nothing of it stays in the database."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_forces", stdout=io.StringIO())
        load(password="only-for-tests")
        found = {one.force.slug: one.payload for one in Publication.objects.all()}
        transaction.set_rollback(True)
    return {slug: Record.from_json(payload) for slug, payload in found.items()}
