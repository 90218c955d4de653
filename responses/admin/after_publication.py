"""What is done with a publication: each a page of its own that says what it does."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from forces import policies
from forces.admin.house import DayInput
from forces.admin.scoping import rights

from .. import services
from ..models import Dispatch

GONE = "This version is withdrawn already."
FOR_GOOD = (
    "Readers no longer see version {number}. At its address they are told that it was "
    "withdrawn, on which day, and the reason that you give here."
)
IF_NEWEST = (
    "The address of the response says the same, and the lists of responses leave it out. No "
    "older version takes its place: publish a further version to give readers a response again."
)
IF_SUPERSEDED = "Version {newest}, which took its place, stays as it is."
STAYS = "A withdrawal is never undone, and the version is kept, so that it can be verified."
COPY = (
    "Readers see that a copy was sent, and on which day. The person is for your office only.",
    "An entry is never changed. Where one is wrong, record it again: the newest counts.",
)


class WithdrawForm(forms.Form):
    """Why a version is withdrawn."""

    reason = forms.CharField(
        label="Reason for withdrawing it",
        help_text="Readers see it in place of the response. Example: It named a member of the "
        "public.",
        error_messages={"required": "Say why: readers see it in place of the response."},
        widget=forms.Textarea(attrs={"rows": 4, "cols": 60}),
    )


class DispatchForm(forms.ModelForm):
    """To whom a copy was sent, and when."""

    class Meta:
        model = Dispatch
        fields = ["recipient", "sent_on", "sent_to"]
        labels = {"recipient": "Copy sent to", "sent_to": "Person or address"}
        help_texts = {"sent_to": "For your office only. Example: the inspections team."}
        widgets = {"sent_on": DayInput}
        error_messages = {
            "recipient": {"required": "Choose to whom the copy was sent."},
            "sent_on": {"required": "Give the day on which it was sent."},
        }


class AfterPublication:
    """The pages that withdraw a publication and record its copies, for its admin."""

    def get_urls(self):
        named = (("withdraw", self.withdraw), ("dispatch", self.dispatch))
        places = [
            path(
                f"<int:pk>/{name}/",
                self.admin_site.admin_view(view),
                name=f"responses_publication_{name}",
            )
            for name, view in named
        ]
        return [*places, *super().get_urls()]

    def withdraw(self, request, pk):
        """Say what a withdrawal does and ask for its reason; on POST make it, once."""
        publication = self._allowed(request, pk, policies.WITHDRAW)
        if hasattr(publication, "withdrawal"):
            return self._back(request, pk, GONE, messages.ERROR)
        number, newest = publication.number, publication.newest
        place = IF_NEWEST if number == newest else IF_SUPERSEDED
        context = {
            "title": f"Withdraw version {number}",
            "then": [
                text.format(number=number, newest=newest) for text in (FOR_GOOD, place, STAYS)
            ],
            "done": f"Version {number} is withdrawn.",
        }
        form = WithdrawForm(request.POST or None)
        return self._ask_or_do(request, publication, form, services.withdraw, context)

    def dispatch(self, request, pk):
        """Ask to whom a copy was sent, and when; on POST record it."""
        publication = self._allowed(request, pk, policies.RECORD_DISPATCH)
        context = {
            "title": f"Record a copy of version {publication.number}",
            "then": COPY,
            "done": "The copy is recorded.",
        }
        form = DispatchForm(request.POST or None)
        return self._ask_or_do(request, publication, form, services.record_dispatch, context)

    def _allowed(self, request, pk, roles):
        publication = self.own_or_404(request, pk)
        if not rights(request).may(roles, publication.force_id):
            raise PermissionDenied
        return publication

    def _ask_or_do(self, request, publication, form, service, context):
        """Do what `form` asks by `service` where it can be done; else ask, with what was typed."""
        if request.method == "POST" and form.is_valid():
            try:
                service(
                    publication=publication,
                    by=request.user,
                    now=timezone.now(),
                    **form.cleaned_data,
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                self.log_change(request, publication, context["done"])
                return self._back(request, publication.pk, context["done"], messages.SUCCESS)
        context |= {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": publication,
            "form": form,
        }
        return TemplateResponse(request, "admin/after_publication.html", context)

    def _back(self, request, pk, sentence, level):
        self.message_user(request, sentence, level)
        return HttpResponseRedirect(reverse("admin:responses_publication_change", args=[pk]))
