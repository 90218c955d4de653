"""What the rule of reminders looks at: responses, ratings and people, as plain values. Pure."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from forces.roles import Role
from recommendations.deadlines import Judgement
from recommendations.partial_dates import UNKNOWN, PartialDate

from ..kinds import CommentsState
from ..workflow import Status


@dataclass(frozen=True)
class ForceFacts:
    key: int
    name: str


@dataclass(frozen=True)
class ResponseFacts:
    """One response that is worked on.

    `judgement` is that of its report while nobody has answered it; `published_on` is the day
    that the draft gives, `is_published` whether readers are shown a version here, and
    `is_withdrawn` whether the newest was withdrawn, so that they are shown none any more.
    `has_comments` is whether the chief officer's comments stand in its own text.
    """

    key: int
    force: ForceFacts
    report: str
    status: Status
    judgement: Judgement
    last_day_words: str
    is_under_section_55: bool = True
    published_on: PartialDate = UNKNOWN
    is_published: bool = False
    is_withdrawn: bool = False
    invited_on: datetime.date | None = None
    reply_by_on: datetime.date | None = None
    comments_key: int | None = None
    comments: str = CommentsState.DRAFT
    has_comments: bool = False
    submitted_on: datetime.date | None = None
    submitted_by: int | None = None


@dataclass(frozen=True)
class RatingsFacts:
    """Of the ratings of a force's open recommendations, the days on which they were last reviewed.

    `opened_on` are the days on which those were opened that nobody has reviewed yet.
    """

    force: ForceFacts
    reviewed_on: tuple[datetime.date, ...] = ()
    opened_on: tuple[datetime.date, ...] = ()


class Key(NamedTuple):
    """What makes a reminder the same one: it is sent to each person once.

    `response` is the key of the response, or None for one about the whole force. `since` is
    the day from which it counts: where that day is corrected, its reminders begin anew.
    """

    force: int
    response: int | None
    kind: str
    since: datetime.date
    step: str


@dataclass(frozen=True)
class Person:
    """Somebody who may be reminded: roles by the key of their force, and what was muted."""

    key: int
    name: str
    email: str
    roles: Mapping[int, frozenset[Role]]
    muted: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Material:
    """All that the mail of a day is made from. `sent` gives by person the day of each Key."""

    people: tuple[Person, ...]
    responses: tuple[ResponseFacts, ...]
    ratings: tuple[RatingsFacts, ...]
    stale_after: int
    sent: Mapping[int, Mapping[Key, datetime.date]] = field(default_factory=dict)
