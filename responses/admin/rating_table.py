"""The ratings of what a response answers, as a table on its page: one row for each finding."""

import functools
from dataclasses import dataclass

from django.conf import settings
from django.contrib.admin.checks import InlineModelAdminChecks
from django.contrib.admin.options import InlineModelAdmin
from django.forms import BaseModelFormSet, modelformset_factory
from django.utils import timezone
from django.utils.functional import cached_property

from forces.admin.house import PlainControls
from forces.admin.scoping import FollowsParent
from recommendations import freshness
from recommendations.admin.rating_forms import (
    IN_A_ROW,
    RatingRowForm,
    ReviewedInTime,
    record_form,
)
from recommendations.models import Assessment
from recommendations.nesting import in_reading_order

from ..publishing.layouts.findings import gap_words
from ..publishing.record import Answer


class RatingTableForm(ReviewedInTime, RatingRowForm):
    """A row of the table: as in the list of ratings, and with the day of the review."""

    class Meta(RatingRowForm.Meta):
        fields = [*IN_A_ROW, "reviewed_on"]


class RatingTableFormSet(BaseModelFormSet):
    """The ratings of the force of `instance`, a response, on the findings of its reports.

    It changes ratings that are there, and makes none. `by` is who saves it.
    """

    by = None

    def __init__(self, data=None, files=None, *, instance, save_as_new=False, **kwargs):
        self.instance = instance
        super().__init__(data, files, **kwargs)

    @classmethod
    def get_default_prefix(cls):
        return "ratings"

    @cached_property
    def forms(self):
        """Those of ratings that are there: a row of another force, or of none, is nobody's."""
        return [form for form in super().forms if form.instance.pk]

    def get_queryset(self):
        """Return them in the order in which the reports are read.

        Of what was posted, also those of a further report that is meanwhile left out: what
        was typed into them is kept.
        """
        if not hasattr(self, "_queryset"):
            self._queryset = self._in_order(list(self._ratings()))
        return self._queryset

    def _ratings(self):
        parts = getattr(self.instance, "parts", None)
        if parts is None:
            ratings = super().get_queryset().filter(force=self.instance.force_id)
            yield from ratings.select_related("recommendation__report")
            return
        for finding in parts.answered:
            if rating := parts.ratings.get(finding.pk):
                rating.recommendation = finding
                yield rating

    def save_existing(self, form, obj, commit=True):
        return record_form(form, obj, by=self.by, now=timezone.now())

    def save_new_objects(self, commit=True):
        self.new_objects = []
        return []

    def _in_order(self, ratings):
        of_finding, of_report = {}, {}
        for rating in sorted(ratings, key=lambda one: one.recommendation.report_id):
            rating.force = self.instance.force
            finding = rating.recommendation
            of_finding[finding.pk] = rating
            of_report.setdefault(finding.report_id, []).append(finding)
        lead = of_report.pop(self.instance.report_id, [])
        return [
            of_finding[finding.pk]
            for findings in (lead, *of_report.values())
            for finding, _ in in_reading_order(findings)
        ]


class WithoutRelation(InlineModelAdminChecks):
    """Ratings belong to a force and a finding; no key of theirs leads to the response."""

    def _check_exclude_of_parent_model(self, obj, parent_model):
        return []

    def _check_relation(self, obj, parent_model):
        return []


class RatingTable(FollowsParent, PlainControls, InlineModelAdmin):
    """The table on the page of a response. What is saved goes through record_rating."""

    model = Assessment
    form = RatingTableForm
    formset = RatingTableFormSet
    checks_class = WithoutRelation
    template = "admin/edit_inline/rating_table.html"
    fieldsets = [(None, {"fields": [*IN_A_ROW, "reviewed_on"]})]

    class Media:
        css = {"all": ["admin-ratings.css"]}

    def has_add_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_formset(self, request, obj=None, **kwargs):
        return self.rows_to_write(request)

    def rows_to_write(self, request):
        """Return the formset as those who may change its rows have it."""
        return modelformset_factory(
            self.model,
            form=self.form,
            formset=self.formset,
            extra=0,
            formfield_callback=functools.partial(self.formfield_for_dbfield, request=request),
        )


@dataclass(frozen=True)
class RowAnswer:
    """An answer to the finding of a row: where it stands on the page, in few words, and whole."""

    address: str
    words: str
    whole: Answer


def describe(formset, record, *, may_write, on):
    """Tell each row of the table, for its template, what its rating itself does not say.

    That is how its finding is answered in `record`, or why it is not, how many of its actions
    are done, and whether it is stale. `on` is the day (a London date) from which the age of a
    review is counted.
    """
    answers = list(enumerate(record.answers))
    of_record = {(finding.report_slug, finding.ref): finding for finding in record.findings}
    ratings = [form.instance for form in formset.forms]
    counted = Assessment.objects.with_actions().in_bulk([rating.pk for rating in ratings])
    for rating in ratings:
        rating.counted = counted.get(rating.pk)
        finding = rating.recommendation
        ref = f"{finding.report.slug}/{finding.ref}"
        rating.answers = [
            RowAnswer(_address(number, may_write), words(answer), answer)
            for number, answer in answers
            if ref in answer.refs
        ]
        said = of_record.get((finding.report.slug, finding.ref))
        rating.gap = gap_words(record, said) if said else ""
        wants_one = said and not (said.is_not_for_this_force or rating.answers)
        can_be_answered = may_write and wants_one
        rating.new_answer = f"?answer={ref}#answers-{len(answers)}" if can_be_answered else ""
        rating.stale_for = days_stale(rating, on)


def _address(number, may_write):
    """Return where on the page the answer with that number is written, or read."""
    return f"#id_answers-{number}-position" if may_write else f"#answers-{number}"


def words(answer):
    """Return in a few words what an Answer of a Record says."""
    if answer.position:
        return answer.position.words
    return f"Explained in “{answer.section_heading}”" if answer.section_heading else "Answered"


def days_stale(rating, on):
    """Return how many days ago a rating was reviewed, where that is too long ago, or 0."""
    after = settings.RATING_STALE_AFTER_DAYS
    is_stale = freshness.is_stale(rating, on=on, after=after)
    return freshness.days_since(rating.reviewed_on, on=on) if is_stale else 0
