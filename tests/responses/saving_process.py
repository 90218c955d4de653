"""One of two processes that save the page of a response at the same moments, again and again.

Its database is named by TEST_DATABASE_URL. It imports nothing of Django before it runs, so
that a new process can import it.
"""

from dataclasses import dataclass

# What both type into, and then what the one and the other; each round takes the next.
PLACES = [
    ("title", ("sections-0-heading", "sections-0-body")),
    ("sections-0-body", ("answers-0-action", "answers-1-action")),
    ("answers-1-action", ("title", "sections-1-heading")),
    ("late_reason", ("sections-0-body", "sections-1-body")),
]
PATIENCE = 60  # Seconds to wait for the other process, which may have failed.

_meeting = None


@dataclass(frozen=True)
class Round:
    """What one process typed, first what the other typed too and then what it did not.

    `statuses` are those of the two answers, `is_told` whether the first showed both versions,
    `after` how the page reads when both processes have saved twice.
    """

    same: dict
    apart: dict
    statuses: tuple
    is_told: bool
    after: dict


def begin(meeting):
    """Keep the barrier of the two processes: it comes with a process, not with its task."""
    global _meeting
    _meeting = meeting


def save_again_and_again(who, user, change, rounds):
    """Save twice in each of `rounds`, at the moments when the other process does.

    `who` is 0 or 1, `user` the key of who signs in, `change` the address of the page.
    Returns the rounds, as a list of Round.
    """
    try:
        browser = _browser(user)
        opened = _open(browser, change)
        saved = []
        for number in range(rounds):
            saved.append(_save_twice(browser, change, opened, who, number))
            opened = saved[-1].after
    except BaseException:
        _meeting.abort()
        raise
    return saved


def _browser(user):
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.test import Client

    from tests import finished_sign_in

    browser = Client(SERVER_NAME="localhost")
    browser.force_login(get_user_model().objects.get(pk=user))
    finished_sign_in.finish(browser)
    return browser


def _open(browser, change):
    """Return what the page would post, read while nobody saves."""
    from tests.html_form import form_data

    _meeting.wait(PATIENCE)
    return form_data(browser.get(change))


def _save_twice(browser, change, opened, who, number):
    """Save, from the page as it was `opened`, the same text as the other, then another text."""
    text = f"<p>{who} in round {number}</p>"
    shared, own = PLACES[number % len(PLACES)]
    same, apart = {shared: text}, {own[who]: text}
    answers = []
    for typed in (same, apart):
        _meeting.wait(PATIENCE)
        answers.append(browser.post(change, opened | typed))
    return Round(
        same,
        apart,
        tuple(answer.status_code for answer in answers),
        "<dt>As it is now</dt>" in answers[0].content.decode(),
        _open(browser, change),
    )
