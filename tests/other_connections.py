"""Work in threads that have connections of their own: what one commits, the other finds."""

import time

from django.db import connection

PATIENCE = 30  # Seconds to wait for the other thread, which may have failed.


def in_its_own_connection(work):
    """Call `work` in this thread, and let go of the thread's connection."""
    try:
        return work()
    finally:
        connection.close()


def wait_until_it_waits(future, pid):
    """Return when the backend `pid` of PostgreSQL waits for another, or `future` is done."""
    until = time.monotonic() + PATIENCE
    while not future.done() and not _is_waiting(pid):
        assert time.monotonic() < until, "The other thread neither waits nor ends."
        time.sleep(0.01)


def backend():
    """Return the key of the backend of this thread's connection."""
    return _asked("SELECT pg_backend_pid()")


def _is_waiting(pid):
    return _asked("SELECT cardinality(pg_blocking_pids(%s)) > 0", [pid])


def _asked(sql, values=None):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]
