"""What a board read as a record, with the names of the force and of its body on that day."""

from forces.models import Oversight

from ..presenters.board import EVERYTHING, board_record
from ..publishing import record
from ..publishing.board.record import Unrated


def record_of(force, found, *, meeting="", filters=EVERYTHING, chosen=()):
    """Return the BoardRecord of what was `found` of `force`.

    `meeting` is the name of what the board meets for; `chosen` says in words what `filters` are.
    """
    shown = found.board(filters)
    has_every_state = filters.ask_for_states
    return board_record(
        shown,
        rows=found.with_reviews(shown.entries if has_every_state else shown.open),
        period=found.period,
        chart=None if filters else found.chart,
        force=record.Force(force.name, force.short_name, force.slug),
        body=_body(force, found.period.at),
        meeting=meeting,
        chosen=tuple(chosen),
        unrated=() if filters else tuple(map(_unrated, found.unrated)),
        has_every_state=has_every_state,
        is_demonstration=found.is_demonstration,
    )


def _unrated(report):
    return Unrated(report.short_title, report.published_on)


def _body(force, on):
    """Return the Body that held `force` to account on that day, a blank one where none did."""
    overseen = Oversight.objects.on(on).filter(force=force).select_related("body").first()
    if overseen is None:
        return record.Body("", "")
    body = overseen.body
    head = record.Letterhead(body.office, body.address, body.colour)
    return record.Body(body.name, body.office_title, body.is_under_section_55, head)
