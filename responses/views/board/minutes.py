"""The pages of boards that are frozen for the minutes: made, shown, and sent as files."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from forces import policies
from recommendations.partial_dates import PartialDate

from ...documents.board_pack import make_pack
from ...models import FrozenBoard, Meeting
from ...publishing.board import BoardRecord, lay_out_board
from ...publishing.board.words import WORKING
from ...publishing.html import write_html
from ...services import freeze
from .files import sent, table_as
from .period import PeriodForm

FILES = (
    ("pdf", "board pack (PDF)"),
    ("docx", "board pack (Word)"),
    ("xlsx", "table (Excel)"),
    ("csv", "table (CSV)"),
    ("json", "the record (JSON)"),
)


def freeze_page(request, force, pk):
    """Freeze the page of a meeting, and lead to it; where that cannot be, say why (400).

    Who comes here otherwise, as after signing in anew, is led to the board as at that meeting.
    """
    if request.method != "POST":
        return _to_the_board(request, force, pk)
    own = Meeting.objects.editable_by(request.user).filter(force__slug=force)
    meeting = get_object_or_404(own.select_related("force"), pk=pk)
    data = {"at": meeting.asked, "since": request.POST.get("since", "")}
    form = PeriodForm(data, meetings=meeting.force.meetings.all(), today=timezone.localdate())
    if form.is_valid():
        since = form.period.since, form.period.since_name
        try:
            frozen, is_new = freeze(
                meeting=meeting,
                since=since,
                by=request.user,
                now=timezone.now(),
                seen=request.POST.get("seen", ""),
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            kept = "" if is_new else "?unchanged"
            return HttpResponseRedirect(f"{frozen.get_absolute_url()}{kept}")
    context = {"force": meeting.force, "form": form}
    if form.non_field_errors():
        asked = {name: value for name, value in data.items() if value}
        context["again"] = f"{reverse('board', args=[force])}?{urlencode(asked)}"
    status = 409 if form.has_error(NON_FIELD_ERRORS, "conflict") else 400
    return render(request, "board/board.html", context, status=status)


def _to_the_board(request, force, pk):
    mine = policies.forces_of(request.user, policies.SEE_BOARD).filter(slug=force)
    meeting = get_object_or_404(Meeting, force__in=mine, pk=pk)
    return HttpResponseRedirect(f"{reverse('board', args=[force])}?at={meeting.asked}")


def minutes(request, force, pk):
    """A frozen page: what it says comes from its payload, whatever was changed since."""
    frozen = _frozen(request, force, pk)
    record = BoardRecord.from_json(frozen.payload)
    others = frozen.meeting.frozen_boards.exclude(pk=frozen.pk).newest_first().defer("payload")
    context = {
        "frozen": frozen,
        "record": record,
        "blocks_html": write_html(lay_out_board(record)),
        "working": WORKING,
        "files": FILES,
        "others": others,
        "has_later": any(one.pk > frozen.pk for one in others),
        "is_unchanged": "unchanged" in request.GET,
    }
    return render(request, "board/minutes.html", context)


def minutes_file(request, force, pk, suffix):
    """The same as a file: the payload itself, of which the hash is, or what is made of it."""
    frozen = _frozen(request, force, pk)
    return sent(_made(frozen, suffix), f"{force}-minutes-{pk}", suffix)


def _made(frozen, suffix):
    if suffix == "json":
        return frozen.payload.encode()
    record = BoardRecord.from_json(frozen.payload)
    if suffix in ("xlsx", "csv"):
        return table_as(record, suffix)
    return make_pack(record, suffix, front=_front(frozen, record), about=_about(frozen))


def _front(frozen, record):
    """Return what a document of a frozen page says of itself before all else."""
    return (
        f"Frozen for the minutes of {record.meeting}, on {_frozen_at(frozen)}.",
        f"SHA-256 of the record: {frozen.sha256}",
    )


def _frozen_at(frozen):
    at = timezone.localtime(frozen.frozen_at)
    return f"{PartialDate.of(at.date())} at {at:%H:%M}"


def _about(frozen):
    """Return what a document of a frozen page says of itself at its end."""
    return (
        ("Frozen for the minutes", _frozen_at(frozen), ""),
        ("By", frozen.frozen_by_name, ""),
        ("Address", f"{settings.SITE_ADDRESS}{frozen.get_absolute_url()}", ""),
        ("SHA-256 of the record", frozen.sha256, "small"),
    )


def _frozen(request, force, pk):
    mine = FrozenBoard.objects.visible_to(request.user).filter(meeting__force__slug=force)
    return get_object_or_404(mine.select_related("meeting__force"), pk=pk)
