"""Fixtures that the whole suite shares."""

import os

import pytest
from django.db import connection


def pytest_sessionfinish(session):
    """Fail a run that was to be on PostgreSQL and was not."""
    if os.environ.get("REQUIRE_POSTGRESQL") and connection.vendor != "postgresql":
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
