"""One of two processes that send reminders at the same moment.

Its database is named by TEST_DATABASE_URL. It imports nothing of Django before it runs, so
that a new process can import it.
"""

PATIENCE = 60  # Seconds to wait for the other process, which may have failed.

_meeting = None


def begin(meeting):
    """Keep the barrier of the two processes: it comes with a process, not with its task."""
    global _meeting
    _meeting = meeting


def send(folder):
    """Send the reminders, each mail slowly and into `folder`; return what the command printed."""
    from io import StringIO

    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.EMAIL_BACKEND = "tests.responses.reminders.slow_mail.SlowMail"
    settings.EMAIL_FILE_PATH = folder
    settings.SITE_ADDRESS = "https://answerable.example"
    out = StringIO()
    _meeting.wait(PATIENCE)
    call_command("send_reminders", stdout=out)
    return out.getvalue()
