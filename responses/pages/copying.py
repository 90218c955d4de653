"""Whether pages are made for a copy of the register: files, behind which no server stands."""

from contextlib import contextmanager
from contextvars import ContextVar

_day = ContextVar("copied_on", default=None)


def copied_on():
    """Return the day (a London date) of the copy for which pages are made now, or None."""
    return _day.get()


@contextmanager
def copying(on):
    """Have pages made for a copy of the day `on`: they say so, and offer no search."""
    before = _day.set(on)
    try:
        yield
    finally:
        _day.reset(before)
