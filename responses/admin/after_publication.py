"""What is done with a publication, as steps on pages of their own."""

from django import forms
from django.urls import path, reverse
from django.utils import timezone

from forces import policies
from forces.admin.house import DayInput
from forces.admin.steps import ReasonField, Step, Steps
from forces.models import CopyAddressee
from forces.recipients import Recipient

from .. import services
from ..models import Dispatch
from ..services.publication import NO_REASON, why_not_withdraw

IF_NEWEST = (
    "The address of the response says the same, and the lists of responses leave it out. No "
    "older version takes its place: publish a further version to give readers a response again."
)
IF_SUPERSEDED = "Version {newest}, which took its place, stays as it is."


class WithdrawForm(forms.Form):
    """Why a version is withdrawn."""

    reason = ReasonField(
        max_length=None,
        label="Reason for withdrawing it",
        help_text="Readers see it in place of the response. Example: It named a member of the "
        "public.",
        error_messages={"required": NO_REASON},
    )


class DispatchForm(forms.ModelForm):
    """To whom a copy was sent, and when."""

    class Meta:
        model = Dispatch
        fields = ["recipient", "sent_on", "sent_to"]
        labels = {"recipient": "Copy sent to", "sent_to": "Person or address"}
        help_texts = {"sent_to": "For your office only. Example: the inspections team."}
        widgets = {"sent_on": DayInput, "sent_to": forms.TextInput({"size": 48})}
        error_messages = {
            "recipient": {"required": "Choose to whom the copy was sent."},
            "sent_on": {"required": "Give the day on which it was sent."},
        }


def why_not_dispatch(publication):
    """A copy of any version may have been sent."""
    return ""


DISPATCH = Step(
    label="Record a copy of version {number}",
    roles=policies.RECORD_DISPATCH,
    service=services.record_dispatch,
    why_not=why_not_dispatch,
    then="Readers see that a copy was sent, and on which day. The person is for your office "
    "only.\n\nAn entry is never changed. Where one is wrong, record it again: the newest counts.",
    done="The copy is recorded.",
    form=DispatchForm,
)
WITHDRAW = Step(
    label="Withdraw version {number}",
    roles=policies.WITHDRAW,
    service=services.withdraw,
    why_not=why_not_withdraw,
    then="Readers no longer see version {number}. At its address they are told that it was "
    "withdrawn, on which day, and the reason that you give here.\n\n{shown_then}\n\nA "
    "withdrawal is never undone, and the version is kept, so that it can be verified.",
    done="Version {number} is withdrawn.",
    form=WithdrawForm,
)


class AfterPublication(Steps):
    """The pages that withdraw a publication and record its copies, for its admin."""

    steps = {"dispatch": DISPATCH, "withdraw": WITHDRAW}
    step_argument = "publication"
    step_template = "admin/publication_step.html"

    def step_urls(self):
        view = self.admin_site.admin_view(self.step)
        return [
            path(f"<int:pk>/{name}/", view, {"step": name}, name=f"responses_publication_{name}")
            for name in self.steps
        ]

    def step_address(self, publication, name):
        return reverse(f"admin:responses_publication_{name}", args=[publication.pk])

    def shown_with(self, request, row, step):
        """Fill in to whom the copy goes, where the address of the page names a recipient."""
        recipient = request.GET.get("recipient")
        if step is not DISPATCH or recipient not in Recipient:
            return {}
        addressee = CopyAddressee.objects.of_the_day(recipient, timezone.localdate())
        return {"recipient": recipient, "sent_to": addressee.in_a_line}

    def words_of(self, publication):
        number, newest = publication.number, publication.newest
        then = IF_NEWEST if number == newest else IF_SUPERSEDED.format(newest=newest)
        return {"number": number, "shown_then": then}
