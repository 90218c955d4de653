"""One timeline of saves and moves, the newest first, with the names of those who made them."""

import datetime
import functools
from dataclasses import dataclass

from forces.models import User

from ..models import Event
from . import reading
from .ratings import rows_of_ratings
from .saves import saves
from .telling import Told, tell

NOBODY = "the system"


@dataclass(frozen=True)
class Moment:
    """A save or a move: when, by whom, what was done to each part, or the words of the move."""

    at: datetime.datetime
    by: str
    told: tuple[Told, ...] = ()
    words: str = ""
    reason: str = ""


class Timeline:
    """The moments of a history, told page by page: only what is shown is put into words.

    `names_of` says of saves what the keys in them are called, where they hold any.
    """

    def __init__(self, rows, events=(), names_of=lambda saves: {}):
        self._names_of = names_of
        moments = [(save.at, save.by, save) for save in saves(rows)]
        moments += [(event.at, event.by_id, event) for event in events]
        # Turned round, and not sorted so: moves made at one moment keep their order too.
        self._moments = sorted(moments, key=lambda moment: moment[0])[::-1]

    def __len__(self):
        return len(self._moments)

    def __getitem__(self, part):
        """Return the Moments of a slice, the newest first."""
        chosen = self._moments[part]
        people = User.objects.in_bulk({by for _, by, _ in chosen if by})
        names = self._names_of([one for _, _, one in chosen if hasattr(one, "steps")])
        return [
            _moment(at, str(people[by]) if by in people else NOBODY, one, names)
            for at, by, one in chosen
        ]


def timeline_of(response):
    """Return the Timeline of `response`: its saves, its moves, and the ratings made meanwhile."""
    names_of = functools.partial(reading.names_of, response)
    rows = reading.rows_of(response)
    rated = rows_of_ratings(response, since=min(row.at for row in rows)) if rows else []
    return Timeline(rows + rated, response.events.all(), names_of)


def timeline_of_comments(comments):
    """Return the Timeline of the chief officer's comments, for those who write them."""
    events = comments.response.events.filter(move=Event.COMMENTS)
    return Timeline(reading.rows_of_comments(comments), events)


def _moment(at, by, one, names):
    if not hasattr(one, "steps"):
        return Moment(at, by, words=one.words, reason=one.reason)
    return Moment(at, by, told=tuple(tell(step, names) for step in one.steps))
