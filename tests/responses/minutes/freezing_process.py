"""One of two processes that freeze the pages of meetings at the same moments.

Its database is named by TEST_DATABASE_URL. It imports nothing of Django before it runs, so
that a new process can import it.
"""

import datetime

PATIENCE = 60  # Seconds to wait for the other process, which may have failed.
NOW = datetime.datetime(2026, 6, 10, 9, tzinfo=datetime.UTC)

_start = None


def begin(start):
    """Keep the barrier of the two processes: it comes with a process, not with its task."""
    global _start
    _start = start


def freeze_all(meetings):
    """Freeze the page of each of `meetings`, by key; return (frozen page, whether it was new)."""
    import django

    django.setup()
    from responses.models import Meeting
    from responses.services import freeze

    try:
        return [_freeze(freeze, Meeting.objects.get(pk=key)) for key in meetings]
    except BaseException:
        _start.abort()
        raise


def _freeze(freeze, meeting):
    _start.wait(PATIENCE)
    page, is_new = freeze(meeting=meeting, since=(None, ""), by=None, now=NOW)
    return page.pk, is_new
