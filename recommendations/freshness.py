"""How old a rating is, in calendar days, and when it is too old to be relied upon. Pure.

A rating here is whatever has `is_open`, whether somebody still works on it, and `reviewed_on`,
a day or None: what is settled, such as Green, asks for no further look, however old it is.
Assessment.objects.stale() finds in the database what `is_stale` says of one.
"""

import datetime


def days_since(day, *, on):
    """Return how many days before `on` the `day` was."""
    return (on - day).days


def is_too_long_ago(day, *, on, after):
    """Whether `day` is more than `after` days before `on`."""
    return day < oldest_fresh_day(on=on, after=after)


def oldest_fresh_day(*, on, after):
    """Return the first day whose review still counts on the day `on`."""
    return on - datetime.timedelta(days=after)


def is_stale(rating, *, on, after):
    """Whether `rating` is open and was last reviewed more than `after` days before `on`.

    One that was never reviewed is not stale: there is nothing yet that could grow old.
    """
    if not (rating.is_open and rating.reviewed_on):
        return False
    return is_too_long_ago(rating.reviewed_on, on=on, after=after)


def in_words(rating, *, on, after):
    """Return why somebody should look at `rating`, or "" where nobody needs to.

    That is "never reviewed", or such words as "stale, 91 days".
    """
    if rating.is_open and rating.reviewed_on is None:
        return "never reviewed"
    if not is_stale(rating, on=on, after=after):
        return ""
    days = days_since(rating.reviewed_on, on=on)
    return f"stale, {days} {'day' if days == 1 else 'days'}"
