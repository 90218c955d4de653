"""Two processes send reminders at once, with transactions of their own: nobody gets two.

The same on both databases: a file of SQLite, and the test database of PostgreSQL.
"""

import datetime
import multiprocessing
import re
from collections import Counter

import pytest
from django.utils import timezone

from forces.models import Role
from recommendations.partial_dates import PartialDate
from tests.factories import ResponseFactory
from tests.other_processes import open_to_other_processes

from . import sending_process
from .running import member

PEOPLE = 6


@pytest.fixture
def addresses(transactional_db):
    """Those who write for a force that has three days left."""
    published = PartialDate.of(timezone.localdate() - datetime.timedelta(days=52))
    response = ResponseFactory(report__published_on=published)
    return [
        member(response, Role.EDITOR, email=f"editor{number}@example.org").email
        for number in range(PEOPLE)
    ]


@pytest.fixture
def told(addresses, tmp_path, monkeypatch):
    """What each of the two processes said that it sent."""
    open_to_other_processes(tmp_path, monkeypatch)
    processes = multiprocessing.get_context("spawn")
    meeting = [processes.Barrier(2)]
    with processes.Pool(2, sending_process.begin, meeting) as pool:
        tasks = [str(tmp_path / "mail")] * 2
        return pool.map_async(sending_process.send, tasks, chunksize=1).get(timeout=120)


def test_each_person_gets_one_mail_from_either(told, addresses, tmp_path):
    written = "".join(file.read_text("utf-8") for file in (tmp_path / "mail").iterdir())
    assert Counter(re.findall(r"^To: (\S+)$", written, re.MULTILINE)) == Counter(addresses)
    number = [int(found) for one in told for found in re.findall(r"Sent (\d+) mail", one)]
    assert sum(number) == PEOPLE
