"""The days of which a board's page tells: as at one, compared with one before it."""

from dataclasses import replace

from django import forms
from django.core.exceptions import ValidationError

from recommendations.partial_dates import PartialDate, parse

from ...boards import Period
from ...models.meeting import MEETING

NO_DAY = "This is not a day. Give one such as 10 March 2026 or 2026-03-10."
NO_MEETING = "There is no such meeting of this force."
TO_COME = "This day has not come yet. Give today or a day before it."
WRONG_WAY = "The day to compare with is {since}, which is not before {at}."


class DayForm(forms.Form):
    """Of which day a page is to be, by `?at=`: a day, or one of `meetings` by its name.

    Without an answer it is of `today`.
    """

    at = forms.CharField(label="As at", required=False, help_text="Today, if you give no day.")

    def __init__(self, data, *, today, meetings=()):
        self.meetings, self.today = list(meetings), today
        super().__init__(data)

    def clean_at(self):
        asked = self.cleaned_data["at"]
        day = self._day(asked) if asked else None
        if day and day > self.today:
            raise ValidationError(TO_COME)
        return day

    @property
    def period(self):
        """The Period that was asked for, of a form without errors."""
        asked = self.cleaned_data["at"]
        at = asked or self.today
        return Period(at, is_today=at == self.today, asked_at=asked)

    @property
    def past_meetings(self):
        """The meetings that can be asked for, the last first."""
        return [one for one in self.meetings if one.held_on <= self.today]

    @property
    def meetings_of_the_day(self):
        """The meetings of the day that was asked for, of a form without errors."""
        at = self.cleaned_data["at"] or self.today
        return [one for one in self.meetings if one.held_on == at]

    @property
    def meeting_name(self):
        """The name of the meeting that was asked for, else of those of the day, or ""."""
        return self._name(self.cleaned_data["at"] or self.today, "at")

    def _name(self, day, field):
        of_day = [one for one in self.meetings if one.held_on == day]
        asked = [one for one in of_day if one.asked == self.data.get(field)]
        return ", ".join(one.name for one in asked or of_day)

    def _day(self, asked):
        if asked.startswith(MEETING):
            found = [one.held_on for one in self.meetings if one.asked == asked]
            if not found:
                raise ValidationError(NO_MEETING)
            return found[0]
        try:
            date = parse(asked)
        except ValueError:
            raise ValidationError(NO_DAY) from None
        if not date.is_day:
            raise ValidationError(NO_DAY)
        return date.earliest


class PeriodForm(DayForm):
    """The same, and by `?since=` the day or meeting to compare with.

    Without an answer that is the last meeting before, where there is one; where there are no
    meetings to choose from, nothing is compared.
    """

    since = forms.CharField(
        label="Compared with",
        required=False,
        help_text="The last meeting before, if there is one and you give no day.",
    )

    def __init__(self, data, **options):
        super().__init__(data, **options)
        if not self.meetings:
            self.fields["since"].help_text = "No comparison, if you give no day."

    def clean_since(self):
        asked = self.cleaned_data["since"]
        return self._day(asked) if asked else None

    def clean(self):
        super().clean()
        at, since = self.cleaned_data.get("at") or self.today, self.cleaned_data.get("since")
        if "at" in self.cleaned_data and since and since >= at:
            words = {"at": PartialDate.of(at), "since": PartialDate.of(since)}
            self.add_error("since", WRONG_WAY.format(**words))
        return self.cleaned_data

    @property
    def period(self):
        """The Period that was asked for, of a form without errors."""
        period, asked = super().period, self.cleaned_data["since"]
        since = asked or self._last_meeting_before(period.at)
        name = self._name(since, "since")
        return replace(period, since=since, since_name=name, asked_since=asked)

    def _last_meeting_before(self, at):
        return max((one.held_on for one in self.meetings if one.held_on < at), default=None)
