"""All that remembered pages read is watched, so that no change to it goes unnoticed."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forces.editions import EVENTS
from forces.models import Edition
from responses.services import withdraw
from responses.urls import urlpatterns

from .publishing import NOW, publish_again
from .test_queries_public import fill, path_of

pytestmark = pytest.mark.django_db
# They need a second version, or more pages than a sitemap holds; a part reads what the whole does.
OF_SEVERAL = {"version_changes", "sitemap_part"}
TABLE = re.compile(r'(?:FROM|JOIN) "(\w+)"')
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def watched():
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        names = [name for (name,) in cursor.fetchall() if "_watched" in name]
    if connection.vendor == "postgresql":
        return {name.removesuffix("_watched") for name in names}
    tables = {name.partition("_watched")[0] for name in names}
    every = {f"{table}_watched_{event.lower()}" for table in tables for event in EVENTS}
    assert set(names) == every
    return tables


def read(client, paths):
    with CaptureQueriesContext(connection) as asked:
        for path in paths:
            assert client.get(path).status_code == 200, path
    return set().union(*(TABLE.findall(query["sql"]) for query in asked))


def test_what_remembered_pages_read_is_what_is_watched(client):
    names = [one.name for one in urlpatterns if hasattr(one.callback, "is_remembered")]
    publication = fill(1)
    second = publish_again(publication)
    place = {"force": second.force.slug, "report": second.report.slug, "number": 2}
    paths = [path_of(name, second) for name in names if name not in OF_SEVERAL]
    paths += [reverse("version_changes", kwargs=place), f"/?force={place['force']}"]
    tables = read(client, paths)
    withdraw(publication=second, by=None, now=NOW, reason="Wrong.")
    tables |= read(client, [second.force.get_absolute_url(), second.report.get_absolute_url()])
    assert tables == watched() | {Edition._meta.db_table}
