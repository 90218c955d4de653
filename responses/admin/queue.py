"""The responses that are to be finished, by what is due next: the first part of the front page."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from forces.admin.scoping import rights

from .. import services
from ..due import Due, due
from ..history.news import news_of
from ..models import Event, Response, ResponseEvent
from ..presenters.checklist import mends
from ..presenters.queue import YOURS, by_due, due_words, summary, turn_words, whose_turn
from ..publishing.build import deadline_of
from ..waiting import note_approvals, turns_of, unfinished
from ..workflow import Status

# So many are shown with their gaps and their news; the rest in a line each.
SHOWN_IN_FULL = 10


@dataclass(frozen=True)
class Waiting:
    """A response in the queue: when it is due, how it stands, and what is to be done with it.

    `turns` are in words, each with whether it is the reader's; `why_returned` is what the
    approver wrote to its editors, or ""; `mends` and `news` are of those alone that are shown in
    full.
    """

    response: Response
    due: Due
    due_words: str
    state: str
    turns: tuple[tuple[str, bool], ...]
    why_returned: str = ""
    is_in_full: bool = False
    mends: tuple = ()
    news: tuple = ()

    @property
    def is_yours(self):
        return any(is_yours for _, is_yours in self.turns)


@dataclass(frozen=True)
class Queue:
    first: tuple[Waiting, ...]
    rest: tuple[Waiting, ...]
    since: object = None

    @property
    def summary(self):
        """Return in a sentence how many there are, how many are late, and how many wait for you."""
        rows = self.first + self.rest
        return summary(
            late=sum(one.due.is_late for one in rows),
            soon=sum(one.due.is_soon for one in rows),
            yours=sum(one.is_yours for one in rows),
            total=len(rows),
        )


class QueueOfResponses:
    """What of its responses waits, for their admin."""

    def queue(self, request):
        """Return the Queue of the person's forces; what others did is told since they came."""
        on, since = timezone.localdate(), request.user.previous_sign_in_at
        returns = ResponseEvent.objects.filter(response=OuterRef("pk"), move=Event.RETURN)
        why = Subquery(returns.order_by("-pk").values("reason")[:1])
        rows = unfinished(self.get_queryset(request)).annotate(why_returned=why)
        dues = {row: due_of(row, on) for row in rows}
        ordered = sorted(dues, key=lambda row: (_place(row, dues[row]), -row.pk))
        first = ordered[:SHOWN_IN_FULL]
        gaps = self._read(ordered, on)
        news = news_of(first, since=since, reader=request.user) if since and first else {}
        waiting = [self._waiting(request, row, dues[row], gaps, news) for row in ordered]
        return Queue(tuple(waiting[: len(first)]), tuple(waiting[len(first) :]), since)

    @staticmethod
    def _read(ordered, on):
        """Return the Record and the gaps of those to be shown in full, by their keys.

        With them those are read that are approved, of which each row notes if it changed since.
        """
        first = ordered[:SHOWN_IN_FULL]
        approved = (row for row in ordered[SHOWN_IN_FULL:] if row.status == Status.APPROVED)
        gaps = services.gaps_of([*first, *approved], on=on)
        note_approvals(ordered, on=on, records={pk: record for pk, (record, _) in gaps.items()})
        return {row.pk: gaps[row.pk] for row in first}

    def _waiting(self, request, row, when, gaps, news):
        asked = self.asked_of_turns(request, row)
        record, missing = gaps.get(row.pk, (None, ()))
        return Waiting(
            response=row,
            due=when,
            due_words=due_words(when),
            state=self.state(row),
            turns=tuple(
                (
                    turn_words(one, reply_by_on=row.reply_by_on, **asked),
                    whose_turn(one, **asked) == YOURS,
                )
                for one in turns_of(row)
            ),
            why_returned=row.why_returned if row.status == Status.RETURNED else "",
            is_in_full=record is not None,
            mends=self._mends(request, row, record, missing) if record else (),
            news=tuple(news.get(row.pk, ())),
        )

    def _mends(self, request, row, record, gaps):
        may_mend = self.has_change_permission(request, row)
        return tuple(mends(gaps, row.pk, answers=len(record.answers), may_mend=may_mend))

    @staticmethod
    def asked_of_turns(request, row):
        """Return what is to be known of the person to say whether a turn with `row` is theirs."""
        roles = rights(request).roles_in(row.force_id)
        return {"roles": roles, "by": request.user.pk, "submitted_by": row.submitted_by_id}


def _place(row, when):
    return by_due(when, is_withdrawn=row.is_withdrawn, is_dated=bool(row.published_on))


def due_of(response, on):
    """Return the Due of `response` on the day `on`."""
    bound_by, _ = response.binding(answered_on=response.published_on)
    return due(deadline_of(response), bound_by.published_on, on=on)
