"""Fixtures that the whole suite shares."""

import os

import pytest
from django.apps import apps
from django.db import connection
from django.test import TransactionTestCase

from forces import guard
from forces.append_only import AppendOnlyModel


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


def pytest_sessionfinish(session):
    """Fail a run that was to be on PostgreSQL and was not."""
    if os.environ.get("REQUIRE_POSTGRESQL") and connection.vendor != "postgresql":
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
