"""Two processes save one response at once, with transactions of their own, a hundred times.

The same on both databases: a file of SQLite, and the test database of PostgreSQL.
"""

import multiprocessing
import os
import sqlite3
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from django.db import connection

from forces.models import Role
from responses.models import Response
from tests.admin_client import page
from tests.factories import (
    AnswerFactory,
    MembershipFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.responses import saving_process

ROUNDS = 100


@pytest.fixture
def response(transactional_db):
    response = ResponseFactory()
    for number in range(2):
        finding = RecommendationFactory(report=response.report)
        NarrativeSectionFactory(response=response, order=number)
        AnswerFactory(response=response, order=number, findings=[finding])
    return response


@pytest.fixture
def editors(response):
    return [MembershipFactory(force=response.force, role=Role.EDITOR).user for _ in range(2)]


@pytest.fixture
def database(editors, tmp_path, monkeypatch):
    """Let new processes find what is in the database of the tests, under TEST_DATABASE_URL."""
    if connection.vendor == "sqlite":
        url = f"sqlite:///{copy_of_database(tmp_path / 'register.sqlite3')}"
    else:
        name = connection.settings_dict["NAME"]
        url = urlsplit(os.environ["TEST_DATABASE_URL"])._replace(path=f"/{name}").geturl()
    monkeypatch.setenv("TEST_DATABASE_URL", url)
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "tests.settings")


def copy_of_database(path):
    """Copy the SQLite database of the tests, which is in memory, to a file; return its path."""
    with closing(sqlite3.connect(path)) as file:
        connection.connection.backup(file)
        file.execute("PRAGMA journal_mode=WAL")
    return path


@pytest.fixture
def rounds(database, response, editors):
    """The rounds of the two processes: a list of pairs."""
    change = page(Response, "change", response.pk)
    tasks = [(who, user.pk, change, ROUNDS) for who, user in enumerate(editors)]
    processes = multiprocessing.get_context("spawn")
    meeting = [processes.Barrier(2)]
    with processes.Pool(2, saving_process.begin, meeting) as pool:
        work = pool.starmap_async(saving_process.save_again_and_again, tasks, chunksize=1)
        first, second = work.get(timeout=300)
    return list(zip(first, second, strict=True))


def test_of_the_same_text_one_save_is_refused_and_of_texts_apart_both_stand(rounds):
    assert len(rounds) == ROUNDS
    for pair in rounds:
        (winner,) = [one for one in pair if one.statuses == (302, 302)]
        (refused,) = [one for one in pair if one.statuses == (200, 302)]
        assert refused.is_told
        stands = winner.same | pair[0].apart | pair[1].apart
        for one in pair:
            assert one.after.items() >= stands.items()
