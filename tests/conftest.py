"""Fixtures that the whole suite shares."""

import os

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client, TransactionTestCase

from forces import guard
from forces.append_only import AppendOnlyModel
from tests import finished_sign_in


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


def pytest_sessionfinish(session):
    """Fail a run that was to be on PostgreSQL and was not."""
    if os.environ.get("REQUIRE_POSTGRESQL") and connection.vendor != "postgresql":
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
