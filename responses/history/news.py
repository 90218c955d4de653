"""What others did to several responses since a moment: as many questions for ten as for one."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import OuterRef, Q, Subquery

from forces.models import User
from recommendations.models import Recommendation

from ..models import Answer, PrintedWording, Response, ResponseEvent
from .reading import LEFT_OUT, PARTS, names_in, rows_in
from .saves import saves
from .telling import headline
from .timeline import NOBODY

FINDINGS = Recommendation.objects.all()
NAMED = (
    (Answer, "findings", FINDINGS, lambda finding: finding.name),
    (PrintedWording, "finding", FINDINGS, lambda finding: finding.name),
)


@dataclass(frozen=True)
class News:
    """A save or a move of somebody else: when, by whom, and what, in a few words."""

    at: datetime.datetime
    by: str
    words: str


def news_of(responses, *, since, reader):
    """Return what others than `reader` did to each of `responses` after `since`, newest first.

    By the keys of the responses; those to which nothing was done are not there. What the
    force drafts of the chief officer's comments is not told.
    """
    pks = [response.pk for response in responses]
    events = ResponseEvent.objects.filter(response__in=pks, at__gt=since).exclude(by=reader)
    happened = [(event.response_id, event.at, event.by_id, event) for event in events]
    for pk, rows in _rows(pks, since).items():
        happened += [
            (pk, save.at, save.by, save)
            for save in saves(rows)
            if save.at > since and save.by != reader.pk
        ]
    return _told(happened)


def _told(happened):
    people = User.objects.in_bulk({by for _, _, by, _ in happened if by})
    names = names_in([one for *_, one in happened if hasattr(one, "steps")], NAMED)
    found = defaultdict(list)
    for pk, at, by, one in sorted(happened, key=lambda row: row[1], reverse=True):
        who = str(people[by]) if by in people else NOBODY
        found[pk].append(News(at, who, _words(one, names)))
    return dict(found)


def _words(one, names):
    if not hasattr(one, "steps"):
        return one.words
    first, *more = (headline(step, names) for step in one.steps)
    return f"{first}, and {len(more)} more" if more else first


def _rows(pks, since):
    """Return the Rows since then of each response, each thing with the last one before it."""
    found = defaultdict(list)
    for row in rows_in(_lately(Response, {"id__in": pks}, since), LEFT_OUT, "further_reports"):
        found[row.thing[1]].append(row)
    for model in PARTS:
        history = _lately(model, {"response__in": pks}, since)
        m2m = "findings" if model is Answer else None
        for row in rows_in(history, LEFT_OUT - {"response"}, m2m):
            found[row.values["response"]].append(row)
    return found


def _lately(model, asked, since):
    before = model.history.filter(id=OuterRef("id"), history_date__lte=since)
    last = before.order_by("-history_date", "-history_id").values("history_id")[:1]
    since_then = Q(history_date__gt=since) | Q(history_id=Subquery(last))
    return model.history.filter(since_then, **asked)
