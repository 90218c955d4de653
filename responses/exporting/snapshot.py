"""Reads all of a copy as it stood at one moment, and keeps nobody from writing meanwhile."""

from contextlib import contextmanager

from django.db import connection

from ..boards.one_moment import one_moment


@contextmanager
def snapshot():
    """Have each query see what the first one saw.

    A transaction of Django's begins on SQLite as one that writes, so that for as long as the copy
    takes nobody could save. Here one begins that only reads.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        with one_moment():
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
