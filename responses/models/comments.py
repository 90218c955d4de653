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
        """Those that `user` may read: the own force's, and for its body what was sent to it."""
        own = policies.forces_of(user, policies.WRITE_COMMENTS)
        sent = policies.forces_of(user, policies.SEE_DRAFTS)
        return self.filter(
            Q(response__force__in=own)
            | Q(Q(response__force__in=sent), ~Q(state=CommentsState.DRAFT))
        )

    def editable_by(self, user):
        """The comments that `user` may change: the force's own, until they are sent."""
        own = policies.forces_of(user, policies.WRITE_COMMENTS)
        return self.filter(
            response__force__in=own, state=CommentsState.DRAFT, response__status__in=OPEN
        )


class ChiefOfficerComments(models.Model):
    """The chief officer's comments on the report, for one response (section 55(4) and (5)(b)).

    The force's liaison writes them. The body reads them once they are submitted, and
    they are published with its own.
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
    opened_again_on = models.DateField(
        null=True,
        editable=False,
        help_text="The day on which comments that were sent were opened to be written again.",
    )
    why_none = models.CharField("why there are none", max_length=500, blank=True, editable=False)

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

    def last_sent(self):
        """Return the row of their history that was sent last, where they were opened again."""
        if self.opened_again_on is None:
            return None
        return self.history.filter(state=CommentsState.SUBMITTED).first()

    def as_sent(self):
        """Return the row that was sent last where they say the same still, or None."""
        sent = self.last_sent()
        return None if sent is None or differ(sent.text, self.text) else sent
