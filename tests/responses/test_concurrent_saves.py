"""Two processes save one response at once, with transactions of their own.

A hundred times in a file of SQLite, and on PostgreSQL, whose locks are of rows, a quarter of that.
"""

import multiprocessing

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
from tests.other_processes import open_to_other_processes
from tests.responses import saving_process

ROUNDS = {"sqlite": 100, "postgresql": 25}[connection.vendor]


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
    open_to_other_processes(tmp_path, monkeypatch)


@pytest.fixture
def rounds(database, response, editors):
    """The rounds of the two processes: a list of pairs."""
    change = page(Response, "change", response.pk)
    tasks = [(who, user.pk, change, ROUNDS) for who, user in enumerate(editors)]
    processes = multiprocessing.get_context("spawn")
    meeting = [processes.Barrier(2)]
    with processes.Pool(2, saving_process.begin, meeting) as pool:
        work = pool.starmap_async(saving_process.save_again_and_again, tasks, chunksize=1)
        first, second = work.get(timeout=900)
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
