"""What a board's page and its documents say of themselves, and where there is nothing. Pure."""

from dataclasses import dataclass

WORKING = "Working ratings, not published"
NOTHING_CHOSEN = "Nothing of what was chosen."
NO_EXCEPTIONS = (
    "Nothing: no open recommendation is Red, overdue, without a date or long unreviewed, and no "
    "report on the public register that concerns this force is without a rating."
)
# Which reports were without a rating is known of the day itself alone.
NO_EXCEPTIONS_THEN = (
    "Nothing: no open recommendation is Red, overdue, without a date or long unreviewed."
)
NOTHING_TO_RATE = (
    "Nothing yet: no rating is recorded, and no report on the public register has anything for "
    "this force to be rated on."
)
NOTHING_RATED_THEN = "Nothing: no rating was recorded by then."
NOTHING_MOVED = "Nothing: no rating, date or owner changed, and nothing became overdue."
NONE_YET = "None is recorded yet."
NONE_OPEN = "None: every recommendation with a rating is Green or not for this force."


@dataclass(frozen=True)
class Words:
    """The words that depend on what is shown.

    `is_chosen` says whether anything was chosen, `has_every_state` whether the table holds more
    than what is open, `has_ratings` whether any rating is counted, `is_of_its_day` whether it was
    made on the day itself.
    """

    is_of_its_day: bool
    is_chosen: bool
    has_every_state: bool
    has_ratings: bool

    nothing_moved = NOTHING_MOVED

    @property
    def no_exceptions(self):
        """What stands where nothing wants attention."""
        if self.is_chosen:
            return NOTHING_CHOSEN
        if self.is_of_its_day:
            return NO_EXCEPTIONS if self.has_ratings else NOTHING_TO_RATE
        return NO_EXCEPTIONS_THEN if self.has_ratings else NOTHING_RATED_THEN

    @property
    def heading(self):
        """The heading of the table."""
        return "The recommendations" if self.has_every_state else "Open recommendations"

    @property
    def no_items(self):
        """What stands in place of a table without rows."""
        if self.is_chosen:
            return f"None that was chosen is {'here' if self.has_every_state else 'open'}."
        if self.has_ratings:
            return NONE_OPEN
        return NONE_YET if self.is_of_its_day else NOTHING_RATED_THEN


def as_seen(on, *, worded):
    """Return what is left out of what could be seen on the day `on`; `worded` says of what day.

    That is such as "are today".
    """
    return (
        f"As it could be seen at the end of {on}: what was recorded later is left out, whatever "
        f"day it is true of. Recommendations, addressees and due dates are worded as they {worded}."
    )
