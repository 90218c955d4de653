from itertools import groupby
from operator import itemgetter

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Length, Trim
from django.db.models.lookups import GreaterThan
from django.utils import timezone

from forces import policies
from forces.append_only import AppendOnlyModel, AppendOnlyQuerySet
from forces.models import PoliceForce

from ..courses import Course, Mark
from ..fields import PartialDateField
from ..freshness import oldest_fresh_day
from ..kinds import FindingKind
from ..rag import NEEDS_REASON, OPEN, Assurance, Progress, Rag, mismatched_day, missing_reason
from .recommendation import Recommendation


class Standing(models.Model):
    """Where a force stands on a finding: the fields that a rating and its history share."""

    rag = models.CharField("RAG", max_length=15, choices=Rag, default=Rag.NOT_ASSESSED)
    reason = models.TextField(
        blank=True,
        help_text="Needed for Red and for “Not for this force”. Example: Addressed to the "
        "College of Policing.",
    )
    progress = models.CharField(max_length=20, choices=Progress, blank=True)
    owner = models.CharField(
        max_length=120, blank=True, help_text="Who sees to it. Example: Head of Public Protection"
    )
    expected_on = PartialDateField(
        "expected to close", help_text="Example: December 2026, “by the end of the year”."
    )

    assurance = models.CharField(
        max_length=20,
        choices=Assurance,
        blank=True,
        help_text="Whose word stands behind it. RAG is the office’s own view; closure by the "
        "inspectorate is another thing.",
    )
    assured_on = models.DateField(
        "assured on",
        null=True,
        blank=True,
        help_text="The day on which the force said so, the office checked, or the inspectorate "
        "closed it.",
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(rag__in=NEEDS_REASON) | Q(GreaterThan(Length(Trim("reason")), 0)),
                name="recommendations_%(class)s_reason_given",
            ),
            models.CheckConstraint(
                condition=Q(assurance="", assured_on=None)
                | (~Q(assurance="") & Q(assured_on__isnull=False)),
                name="recommendations_%(class)s_assured_on_a_day",
            ),
        ]

    def clean(self):
        super().clean()
        self.reason = self.reason.strip()
        faults = {
            "reason": missing_reason(self.rag, self.reason),
            "assured_on": mismatched_day(self.assurance, self.assured_on),
        }
        if faults := {name: message for name, message in faults.items() if message}:
            raise ValidationError(faults)


class AssessmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The ratings that `user` may read in the admin; boards have pages of their own."""
        return self.filter(force__in=policies.forces_of(user, policies.SEE_RATINGS))

    def editable_by(self, user):
        return self.filter(force__in=policies.forces_of(user, policies.RATE))

    def open(self):
        """The ratings that somebody still works on: of no promising practice, and not settled."""
        return self.filter(rag__in=OPEN).exclude(recommendation__kind=FindingKind.PRACTICE)

    def stale(self, *, on, after):
        """The ratings of which freshness.is_stale says so."""
        return self.open().filter(reviewed_on__lt=oldest_fresh_day(on=on, after=after))

    def on_boards_of(self, user):
        """The ratings of the forces whose board pages `user` may open."""
        return self.filter(force__in=policies.forces_of(user, policies.SEE_BOARD))

    def with_state(self, name, *, on, before):
        """Each rating with, as `name`, where it stood on the day `on` (a London date).

        That is where it stood just before the moment `before`, by what was recorded until then:
        not yet assessed where nothing was, and None where it was not opened either.
        """
        entries = AssessmentChange.objects.filter(
            assessment=OuterRef("pk"), recorded_at__lt=before
        ).order_by("-recorded_at", "-pk")
        blank = Case(When(opened_on__lte=on, then=Value(Rag.NOT_ASSESSED.value)))
        return self.annotate(**{name: Coalesce(Subquery(entries.values("rag")[:1]), blank)})

    def there(self, *, on, before):
        """The ratings that were there on the day `on`: opened by then, or recorded in before."""
        recorded = AssessmentChange.objects.filter(assessment=OuterRef("pk"))
        recorded = recorded.filter(recorded_at__lt=before)
        return self.filter(Q(opened_on__lte=on) | Q(Exists(recorded)))

    def with_actions(self):
        """Each rating with its `number_of_actions`, and how many are done: `actions_done`."""
        done = Count("actions", filter=Q(actions__done_on__isnull=False))
        return self.annotate(number_of_actions=Count("actions"), actions_done=done)


class Assessment(Standing):
    """A rating: one per force and finding. It lives on after publication.

    Its fields are those of its latest change; services.record_rating writes both.
    """

    force = models.ForeignKey(PoliceForce, on_delete=models.PROTECT, related_name="assessments")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="assessments"
    )
    reviewed_on = models.DateField(
        "last reviewed", null=True, blank=True, help_text="The day of which this is true."
    )

    # From when on it could have been reviewed.
    opened_on = models.DateField(default=timezone.localdate, editable=False)

    objects = AssessmentQuerySet.as_manager()

    class Meta(Standing.Meta):
        ordering = ["force", "recommendation__report", "recommendation__order"]
        verbose_name = "rating"
        indexes = [models.Index(fields=["force", "rag"], name="assessment_force_rag")]
        constraints = [
            *Standing.Meta.constraints,
            models.UniqueConstraint(
                fields=["force", "recommendation"],
                name="recommendations_assessment_once",
                violation_error_message="This force already has a rating for this finding.",
            ),
        ]

    def __str__(self):
        return f"{self.summary}: {self.get_rag_display()}"

    @property
    def is_open(self):
        """Whether it is one of `Assessment.objects.open()`."""
        return self.rag in OPEN and self.recommendation.kind != FindingKind.PRACTICE

    @property
    def summary(self):
        """Of what it is the rating, whatever it says."""
        return f"{self.force.short_name}, {self.recommendation.name}"


class ChangeQuerySet(AppendOnlyQuerySet):
    def courses(self, force, *, before):
        """Return the Course of each rating of `force`, as it was just before that moment, by key.

        A rating of which nothing was recorded has none.
        """
        entries = self.filter(assessment__force=force, recorded_at__lt=before)
        rows = entries.order_by("assessment", "recorded_at", "pk")
        by_rating = groupby(rows.values_list("assessment", *Mark._fields), key=itemgetter(0))
        return {key: Course(tuple(Mark(*row[1:]) for row in own)) for key, own in by_rating}


class AssessmentChange(Standing, AppendOnlyModel):
    """One entry of a rating's history: what was recorded, when, by whom, true of which day."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="changes")
    true_on = models.DateField("true of", null=True)  # None until somebody reviewed it.
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = ChangeQuerySet.as_manager()

    class Meta(Standing.Meta):
        ordering = ["assessment", "recorded_at", "pk"]
        verbose_name = "rating history entry"
        verbose_name_plural = "rating history entries"
        indexes = [
            # Where each rating stood at a moment is found in the index alone.
            models.Index(
                fields=["assessment", "recorded_at", "id", "rag"], name="assessment_state_at"
            )
        ]

    def __str__(self):
        return f"{self.get_rag_display()}, true of {self.true_on or 'no day'}"
