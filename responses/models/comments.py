from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from forces import policies
from recommendations.fields import RichTextField
from recommendations.reviews import differ

from ..kinds import CommentsState
from ..workflow import OPEN
from .response import Response


class CommentsQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those that `user` may read of: the own force's, and for its body what came of them."""
        own = policies.forces_of(user, policies.WRITE_COMMENTS)
        sent = policies.forces_of(user, policies.SEE_DRAFTS)
        return self.filter(
            Q(response__force__in=own)
            | Q(Q(response__force__in=sent), ~Q(state=CommentsState.DRAFT))
        )

    def editable_by(self, user):
        """The comments that `user` may write on: the force's own, while the response is open."""
        own = policies.forces_of(user, policies.WRITE_COMMENTS)
        return self.filter(response__force__in=own, response__status__in=OPEN)


class ChiefOfficerComments(models.Model):
    """The chief officer's comments on the report, for one response (section 55(4) and (5)(b)).

    The force's liaison writes the `text`, which nobody else reads. What is submitted becomes the
    `sent_text`, which the body reads and which is published with its own. It stands, as the word
    that there are none does, until the force says something else: to write on takes nothing back.
    """

    response = models.OneToOneField(Response, on_delete=models.CASCADE, related_name="comments")
    text = RichTextField("comments", blank=True)
    state = models.CharField(
        max_length=10, choices=CommentsState, default=CommentsState.DRAFT, editable=False
    )
    settled_on = models.DateField(
        "received, or declined, on",
        null=True,
        editable=False,
        help_text="The day on which the comments came, or on which there were to be none.",
    )
    sent_text = RichTextField("comments as they were sent", blank=True, editable=False)
    why_none = models.CharField("why there are none", max_length=500, blank=True, editable=False)
    is_declined_by_office = models.BooleanField(
        "recorded by the office",
        default=False,
        editable=False,
        help_text="That there are none was recorded by the body, and not said here by the force.",
    )

    objects = CommentsQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-response"]
        verbose_name = "chief officer’s comments"
        verbose_name_plural = "chief officer’s comments"
        constraints = [
            models.CheckConstraint(
                condition=Q(state=CommentsState.DRAFT, settled_on=None)
                | (~Q(state=CommentsState.DRAFT) & Q(settled_on__isnull=False)),
                name="responses_comments_settled_with_their_day",
            )
        ]

    def __str__(self):
        return f"Chief officer’s comments, {self.response}"

    @property
    def is_said_by_force(self):
        """Whether the force itself said what stands: its comments, or that there are none."""
        return self.state != CommentsState.DRAFT and not self.is_declined_by_office

    @property
    def is_changed_since(self):
        """Whether the force wrote on after it sent what stands."""
        return self.state == CommentsState.SUBMITTED and differ(self.sent_text, self.text)
