"""Progress that a force proposes, and the editor of its body accepts or declines."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Min
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime

from forces import policies
from forces.admin.filters import ForceFilter, OfferedFilter
from forces.admin.house import HouseAdmin
from forces.admin.scoping import ForceScope
from forces.admin.steps import ReasonField, Step, Steps

from ..models import Assessment, Decision, ProgressProposal
from ..services import accept_proposal, decline_proposal, propose_progress
from ..services.proposals import NO_REASON, WAITS, waits_already, why_decided
from .reviews import review_of


class DeclineForm(forms.Form):
    why = ReasonField(
        label="Why it is declined",
        help_text="The force reads it. Example: The new rota is agreed, but not in place yet.",
        error_messages={"required": NO_REASON},
    )


ACCEPT = Step(
    label="Accept the proposal",
    roles=policies.RATE,
    service=accept_proposal,
    why_not=why_decided,
    then="The rating then says what the force proposes. Its RAG stays as it is: that is yours "
    "to set.",
    done="Accepted. The RAG is still {rag}: change it here, if it is to change.",
)
DECLINE = Step(
    label="Decline the proposal",
    roles=policies.RATE,
    service=decline_proposal,
    why_not=why_decided,
    then="The rating stays as it is, and the force reads why.",
    done="Declined. The force reads why.",
    form=DeclineForm,
)


class OutcomeFilter(OfferedFilter):
    title = "outcome"
    parameter_name = "outcome"

    def lookups(self, request, model_admin):
        return [("open", "To decide"), *Decision.choices]

    def queryset(self, request, queryset):
        if self.value() == "open":
            return queryset.undecided()
        return queryset.filter(decision=self.value()) if self.value() else queryset


class ProposalsForceFilter(ForceFilter):
    lookup = "assessment__force"


class ProposalForm(forms.ModelForm):
    class Meta:
        model = ProgressProposal
        fields = ["assessment", "progress", "expected_on", "note"]
        help_texts = {
            "expected_on": "Leave blank where the day that the rating names still holds. "
            "Example: December 2026, “by the end of the year”."
        }

    def clean(self):
        super().clean()
        if not self.errors and waits_already(**self.cleaned_data):
            raise ValidationError(WAITS)
        return self.cleaned_data


@admin.register(ProgressProposal)
class ProposalAdmin(ForceScope, Steps, HouseAdmin):
    """A proposal is made once; it is never changed, and never deleted."""

    see, edit = policies.SEE_PROPOSALS, policies.PROPOSE_PROGRESS
    form = ProposalForm
    steps = {"accept": ACCEPT, "decline": DECLINE}
    step_argument = "proposal"
    step_template = "admin/proposal_step.html"
    change_form_template = "admin/proposal_form.html"
    list_display = ["finding", "progress", "expected", "by_whom", "outcome"]
    list_select_related = [
        "assessment__force",
        "assessment__recommendation__report",
        "proposed_by",
    ]
    list_filter = [OutcomeFilter, ProposalsForceFilter, "progress"]
    search_fields = [
        "assessment__recommendation__label",
        "assessment__recommendation__subject",
        "assessment__recommendation__report__short_title",
        "note",
    ]
    search_help_text = "By number, subject, report or note."

    readonly_fields = ["expected", "by_whom", "outcome"]

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return [(None, {"fields": self.form.Meta.fields})]
        return [
            ("What is proposed", {"fields": ["progress", "expected", "note", "by_whom"]}),
            ("What became of it", {"fields": ["outcome"]}),
        ]

    def force_id_of(self, proposal):
        return proposal.assessment.force_id

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Offer the findings of the forces for which the person speaks."""
        if db_field.name == "assessment":
            own = Assessment.objects.filter(force__in=policies.forces_of(request.user, self.edit))
            kwargs["queryset"] = own.select_related("force", "recommendation__report")
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "assessment":
            field.label_from_instance = in_its_place
        return field

    def save_model(self, request, obj, form, change):
        made = propose_progress(by=request.user, now=timezone.now(), **form.cleaned_data)
        obj.pk = made.pk

    def response_add(self, request, obj, post_url_continue=None):
        """Go back to the list, which says of each proposal what became of it."""
        self.message_user(request, "Proposed: the office decides on it.", messages.SUCCESS)
        return HttpResponseRedirect(
            reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        )

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context["steps"] = self.steps_of(request, obj)
            context["review"] = review_of(obj.assessment)
        else:
            context["title"] = "Propose progress"
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def words_of(self, proposal):
        return {"rag": proposal.assessment.get_rag_display()}

    def after_step(self, request, row, step):
        """Once it is accepted go on to the rating, whose RAG may be to change now."""
        if step == DECLINE:
            return super().after_step(request, row, step)
        return reverse("admin:recommendations_assessment_change", args=[row.assessment_id])

    def to_decide(self, request):
        """Return how many proposals wait for the person's decision, and the day of the oldest."""
        own = policies.forces_of(request.user, policies.RATE)
        waiting = ProgressProposal.objects.undecided().filter(assessment__force__in=own)
        return waiting.aggregate(number=Count("pk"), oldest=Min("proposed_at"))

    def decided_lately(self, request):
        """Return what the office decided since the person was here before, the newest first.

        It is of the forces for which the person proposes, and nothing on a first visit.
        """
        since = request.user.previous_sign_in_at
        if since is None:
            return []
        own = policies.forces_of(request.user, self.edit)
        decided = ProgressProposal.objects.filter(
            assessment__force__in=own, decided_at__gt=since
        ).exclude(decided_by=request.user)
        return list(decided.select_related(*self.list_select_related).order_by("-decided_at"))

    @admin.display(description="recommendation", ordering="assessment__recommendation__order")
    def finding(self, proposal):
        finding = proposal.assessment.recommendation
        where = f"{proposal.assessment.force.short_name} · {finding.report.short_title}"
        return format_html('{}<span class="quiet">{}</span>', finding, where)

    @admin.display(description="expected to close", ordering="expected_on")
    def expected(self, proposal):
        return str(proposal.expected_on) if proposal.expected_on else "–"

    @admin.display(description="proposed by", ordering="proposed_at")
    def by_whom(self, proposal):
        return f"{proposal.proposed_by or '–'}, {date_format(localtime(proposal.proposed_at))}"

    @admin.display(description="outcome", ordering="decision")
    def outcome(self, proposal):
        if not proposal.decision:
            return "Waits for the office"
        day = date_format(localtime(proposal.decided_at))
        why = f": {proposal.decision_note}" if proposal.decision_note else ""
        return f"{proposal.get_decision_display()} on {day}{why}"


def in_its_place(rating):
    finding = rating.recommendation
    return f"{rating.force.short_name} · {finding.report.short_title}: {finding}"
