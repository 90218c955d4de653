"""Fixtures that the whole suite shares."""

import os

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client, TransactionTestCase

from forces import guard
from forces.append_only import AppendOnlyModel
from responses.documents import making
from tests import finished_sign_in

DATABASES = {"db", "transactional_db"}


def pytest_collection_modifyitems(items):
    """Mark what asks the database, by whatever fixture or marker."""
    for item in items:
        if item.get_closest_marker("django_db") or DATABASES & {*item.fixturenames}:
            item.add_marker(pytest.mark.database)


@pytest.fixture(scope="session", autouse=True)
def triggers_are_lifted_around_a_flush():
    """Let Django empty the tables between tests that commit; nothing else may lift a trigger."""
    flush = TransactionTestCase._fixture_teardown

    def run(statements):
        with connection.cursor() as cursor:
            for model in apps.get_models():
                if issubclass(model, AppendOnlyModel):
                    for sql in statements(model, connection.vendor):
                        cursor.execute(sql)

    def flush_without_triggers(test):
        run(guard.to_lift)
        flush(test)
        run(guard.to_lay)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", flush_without_triggers)
        yield


@pytest.fixture(scope="session", autouse=True)
def who_is_signed_in_by_force_gave_a_second_factor():
    """Let `force_login` stand for the whole sign-in; what it leaves out has tests of its own."""
    force_login = Client.force_login

    def sign_in(client, user, backend=None):
        force_login(client, user, backend)
        finished_sign_in.finish(client)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "force_login", sign_in)
        yield


@pytest.fixture(autouse=True)
def documents_are_made_where_they_are_looked_at(request, monkeypatch):
    """Store a line for each document where a test publishes on its way to something else.

    To make them takes longer than all the rest of it. `documents` marks what looks at them.
    """
    if not request.node.get_closest_marker("documents"):
        lines = {kind: lambda document: document.title.encode() for kind in making.WRITERS}
        monkeypatch.setattr(making, "WRITERS", lines)


def pytest_sessionfinish(session):
    """Fail a run that was to be on PostgreSQL and was not."""
    if os.environ.get("REQUIRE_POSTGRESQL") and connection.vendor != "postgresql":
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
