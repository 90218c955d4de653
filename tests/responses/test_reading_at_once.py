"""While one process publishes, another reads: no page is old, and none is of two moments."""

import multiprocessing

import pytest
from django.db import connection

from tests.factories import InspectionReportFactory
from tests.other_processes import open_to_other_processes
from tests.responses import reading_process

from .publishing import publish_response

ROUNDS = 100


@pytest.fixture
def paths(transactional_db, tmp_path, monkeypatch):
    """The pages of two forces that answer one report, in a database open to other processes."""
    report = InspectionReportFactory()
    first, _ = (publish_response(report=report) for _ in range(2))
    open_to_other_processes(tmp_path, monkeypatch)
    connection.close()
    return ["/", first.force.get_absolute_url()]


@pytest.fixture
def readings(paths):
    processes = multiprocessing.get_context("spawn")
    shared = processes.Value("i", 0), processes.Event(), processes.Barrier(2)
    with processes.Pool(2, reading_process.begin, shared) as pool:
        reading = pool.apply_async(reading_process.read_again_and_again, [paths])
        pool.apply_async(reading_process.publish_again_and_again, [ROUNDS]).get(timeout=300)
        return reading.get(timeout=300)


def test_each_page_shows_one_moment_and_none_before_what_was_published(readings, paths):
    assert [one for one in readings if len(one.shown) != 1] == []
    assert [one for one in readings if min(one.shown) < one.after] == []
    assert readings[-1].after == ROUNDS
    for path in paths:
        assert len({one.shown for one in readings if one.path == path}) > 2
