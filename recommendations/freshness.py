"""How old a rating is, in calendar days, and when it is too old to be relied upon. Pure."""


def days_since(reviewed_on, *, on):
    """Return how many days before `on` the rating was reviewed, or None where it never was."""
    return None if reviewed_on is None else (on - reviewed_on).days


def is_stale(reviewed_on, *, on, after):
    """Whether a rating was last reviewed more than `after` days before `on`.

    One that was never reviewed is not stale: there is nothing yet that could grow old.
    """
    days = days_since(reviewed_on, on=on)
    return days is not None and days > after


def in_words(reviewed_on, *, on, after):
    """Return "never reviewed", such words as "stale, 91 days", or "" where neither is so."""
    if not wants_review(reviewed_on, on=on, after=after):
        return ""
    days = days_since(reviewed_on, on=on)
    if days is None:
        return "never reviewed"
    return f"stale, {days} {'day' if days == 1 else 'days'}"


def wants_review(reviewed_on, *, on, after):
    """Whether somebody should look at a rating: nobody ever did, or it is stale."""
    return reviewed_on is None or is_stale(reviewed_on, on=on, after=after)
