"""What the address of a board's page, or of a file of it, asks for: whose, of which days, what."""

from dataclasses import dataclass

from django.shortcuts import get_object_or_404
from django.utils import timezone

from forces import policies
from forces.models import PoliceForce

from ...boards import Found, read, record_of
from ...presenters import board as presenter
from .filters import FilterForm
from .period import PeriodForm


@dataclass(frozen=True)
class Asked:
    """What was asked of `force`; a day that cannot be leaves nothing `found` and nothing chosen."""

    force: PoliceForce
    form: PeriodForm
    found: Found | None = None
    choice: FilterForm | None = None

    @property
    def record(self):
        """The BoardRecord of what was found, of the meeting asked for, or those of its day."""
        filters = self.choice.filters
        return record_of(
            self.force,
            self.found,
            meeting=self.form.meeting_name,
            filters=filters,
            chosen=self.choice.in_words,
        )


def asked(request, force):
    """Return what `request` Asked of the force with that slug, else raise Http404."""
    mine = policies.forces_of(request.user, policies.SEE_BOARD)
    row = get_object_or_404(mine, slug=force)
    form = PeriodForm(request.GET, meetings=row.meetings.all(), today=timezone.localdate())
    if not form.is_valid():
        return Asked(row, form)
    found = read(row, form.period)
    return Asked(row, form, found, FilterForm(request.GET, presenter.options(found.entries)))
