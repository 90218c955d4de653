"""Two processes freeze one meeting's page at once: one page is kept, and both are led to it."""

import multiprocessing

from recommendations.services import record_rating
from tests.factories import AssessmentFactory, MeetingFactory
from tests.other_processes import open_to_other_processes
from tests.responses.minutes import freezing_process

ROUNDS = 20


def test_of_two_at_once_one_page_is_kept(transactional_db, tmp_path, monkeypatch):
    rating = AssessmentFactory()
    record_rating(assessment=rating, by=None, now=freezing_process.NOW, rag="red", reason="Late.")
    held_on = freezing_process.NOW.date()
    keys = [MeetingFactory(force=rating.force, held_on=held_on).pk for _ in range(ROUNDS)]
    open_to_other_processes(tmp_path, monkeypatch)
    processes = multiprocessing.get_context("spawn")
    with processes.Pool(2, freezing_process.begin, [processes.Barrier(2)]) as pool:
        work = pool.map_async(freezing_process.freeze_all, [keys, keys], chunksize=1)
        first, second = work.get(timeout=300)
    for (one, is_new), (other, is_new_too) in zip(first, second, strict=True):
        assert one == other
        assert is_new != is_new_too
