"""Reads several things as they stood at one moment, whatever others write meanwhile."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_moment():
    """Hold a transaction that only reads, in which each query sees what the first one saw.

    PostgreSQL would show each query what was written before that query. Within another
    transaction, what is seen is for that one to say.
    """
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
