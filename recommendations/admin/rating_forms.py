"""The forms of ratings: on a rating's own page, and in a row of the list."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from forces.admin.merging import MergedForm

from ..models import Assessment
from ..reviews import NOT_COME, too_early
from ..services import STANDING, record_rating

# What a row of the list has room for; the rest is on the page of the rating.
IN_A_ROW = ("rag", "reason", "progress", "owner", "expected_on")


class ReviewedInTime(MergedForm):
    """A form with the day of a review, which has come, and is none before the report."""

    def clean_reviewed_on(self):
        return day_that_has_come(self.cleaned_data["reviewed_on"])

    def clean(self):
        cleaned = super().clean()
        day, finding = cleaned.get("reviewed_on"), self._finding()
        if day and finding and "reviewed_on" in self.changed_data:
            published = finding.report.published_on
            if why := too_early(day, published=published, on=timezone.localdate()):
                self.add_error("reviewed_on", why)
        return cleaned

    def _finding(self):
        """Return what is rated, or None where a new rating does not say it yet."""
        rating = self.instance
        return rating.recommendation if rating.pk else self.cleaned_data.get("recommendation")


class RatingForm(ReviewedInTime):
    class Meta:
        model = Assessment
        fields = [*STANDING, "reviewed_on"]
        help_texts = {
            "reason": f"{Assessment._meta.get_field('reason').help_text} Readers see it once a "
            "response is published.",
            "reviewed_on": "The day of which this is true. Where you leave it alone, it becomes "
            "today with another RAG, reason, progress or assurance.",
        }

    def _post_clean(self):
        """Look at the day of the assurance last, so that nobody is asked to give it anew."""
        super()._post_clean()
        try:
            day_that_has_come(self.cleaned_data.get("assured_on"))
        except ValidationError as error:
            self.add_error("assured_on", error)


class RatingRowForm(MergedForm):
    """A row of the list: each control says which rating it belongs to.

    A rating that the person only reads is shown, and cannot be changed.
    """

    class Meta:
        model = Assessment
        fields = IN_A_ROW
        help_texts = dict.fromkeys(IN_A_ROW, "")  # The list has no place to show them.

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:  # Django makes one to ask it for its style sheets.
            return
        row = f"{self.instance.recommendation.name}, {self.instance.force.short_name}"
        for field in self.fields.values():
            field.disabled = not getattr(self.instance, "is_editable", True)
            name_control(field.widget, f"{field.label}: {row}")
        self.fields["reason"].widget.attrs |= {"rows": 3, "cols": 20}


def record_form(form, rating, *, by, now):
    """Record in `rating`, a saved one or a new one, what was entered into `form`; return it.

    Who makes the day of the review blank says that it is today.
    """
    entered = {name: form.cleaned_data[name] for name in form.changed_data}
    if "reviewed_on" in entered:
        entered["reviewed_on"] = entered["reviewed_on"] or timezone.localdate(now)
    return record_rating(
        assessment=rating,
        by=by,
        now=now,
        true_on=entered.get("reviewed_on"),
        **{name: entered[name] for name in STANDING if name in entered},
    )


def day_that_has_come(day):
    """Return `day`, which may be None; raises ValidationError where it is after today."""
    if day and day > timezone.localdate():
        raise ValidationError(NOT_COME)
    return day


def name_control(widget, name):
    """Give `widget`, or each box of it, `name` as its accessible name."""
    parts = getattr(widget, "widgets", None)
    if not parts:
        widget.attrs["aria-label"] = name
        return
    for part, what in zip(parts, ("date", "words"), strict=True):
        part.attrs["aria-label"] = f"{name}, {what}"
