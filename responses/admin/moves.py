"""Publishing, and opening the next draft: pages of their own, each with one button."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from forces import policies
from forces.admin.scoping import rights
from recommendations import rag

from .. import services
from ..publishing.build import build_record
from ..publishing.layouts.findings import rag_of, rated
from ..workflow import MoveRefusedError, Status


def ratings_in_words(record):
    """Return "6 Green, 4 Amber, none Red" of what the record rates, or nothing where it cannot."""
    findings = rated(record.findings)
    return rag.in_words(rag_of(finding) for finding in findings) if findings else ""


class Moves:
    """The moves of a response, for its admin."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/publish/", view(self.publish), name="responses_response_publish"),
            path(
                "<int:pk>/next-draft/",
                view(require_POST(self.open_next_draft)),
                name="responses_response_next_draft",
            ),
            *super().get_urls(),
        ]

    def may_publish(self, request, response):
        approves = rights(request).may(policies.PUBLISH, response.force_id)
        return approves and response.status == Status.DRAFT

    def may_open_next_draft(self, request, response):
        edits = rights(request).may(policies.EDIT_DRAFTS, response.force_id)
        return edits and response.status == Status.PUBLISHED

    def publish(self, request, pk):
        """Show what will be published and ask; on POST publish it, once."""
        response = self.own_or_404(request, pk)
        if not rights(request).may(policies.PUBLISH, response.force_id):
            raise PermissionDenied
        number = response.versions + 1
        if request.method == "POST":
            return self._publish(request, response, number)
        if response.status != Status.DRAFT:
            return self._refused(request, pk, "This is published. Open the next draft first.")
        record = build_record(response, on=timezone.localdate())
        context = {
            **self.admin_site.each_context(request),
            "title": f"Publish version {number}",
            "opts": self.opts,
            "original": response,
            "number": number,
            "record": record,
            "ratings": ratings_in_words(record),
            "seen": services.draft_hash(response, on=timezone.localdate()),
        }
        return TemplateResponse(request, "admin/publish.html", context)

    def _publish(self, request, response, number):
        if request.POST.get("number") != str(number):
            return self._refused(
                request, response.pk, "Nothing was published: that version is published already."
            )
        try:
            services.publish(
                response=response,
                by=request.user,
                now=timezone.now(),
                seen=request.POST.get("seen", ""),
            )
        except MoveRefusedError as error:
            return self._refused(request, response.pk, str(error))
        self.log_change(request, response, f"Published version {number}.")
        self.message_user(request, f"Version {number} is published.", messages.SUCCESS)
        return self.back_to(response.pk)

    def open_next_draft(self, request, pk):
        """Let a published response be written on; what is published stays."""
        response = self.own_or_404(request, pk)
        try:
            services.open_next_draft(response=response, by=request.user)
        except MoveRefusedError as error:
            return self._refused(request, pk, str(error))
        self.log_change(request, response, "Opened the next draft.")
        self.message_user(
            request, "The next draft is open. What is published stays until you publish again."
        )
        return self.back_to(pk)

    def _refused(self, request, pk, sentence):
        self.message_user(request, sentence, messages.ERROR)
        return self.back_to(pk)

    @staticmethod
    def back_to(pk):
        return HttpResponseRedirect(reverse("admin:responses_response_change", args=[pk]))
