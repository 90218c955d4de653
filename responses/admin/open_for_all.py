"""A response for every force that a report concerns, opened at once by who keeps the register."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from forces.admin.scoping import rights
from recommendations.models import InspectionReport

from ..services import MOVED_ON, open_for_all, openings, seen_of, to_open

LABEL = "Open a response for every force it concerns"


class OpensForAll:
    """For the admin of responses: a page that the page of a report leads to."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.open_for_all)
        place = "open-for-all/<slug:report>/"
        return [path(place, view, name="responses_response_open_for_all"), *super().get_urls()]

    def steps_of_report(self, request, report):
        """Return (address, label) of what the person may do with responses to `report`."""
        if not rights(request).edits_register:
            return []
        return [(reverse("admin:responses_response_open_for_all", args=[report.slug]), LABEL)]

    def open_for_all(self, request, report):
        """Show for which forces a response would be opened, and why not for others; open them."""
        if not rights(request).edits_register:
            raise PermissionDenied
        report = get_object_or_404(InspectionReport, slug=report)
        if request.method == "POST":
            return self._open(request, report)
        found = openings(report, on=timezone.localdate())
        context = {
            **self.admin_site.each_context(request),
            "title": LABEL,
            "opts": self.opts,
            "report": report,
            "to_open": to_open(found),
            "left_out": [opening for opening in found if opening.why_not],
            "seen": seen_of(found),
        }
        return TemplateResponse(request, "admin/open_for_all.html", context)

    def _open(self, request, report):
        asked = {"by": request.user, "now": timezone.now(), "seen": request.POST.get("seen", "")}
        try:
            opened = open_for_all(report=report, **asked)
        except (ValidationError, IntegrityError) as refusal:  # Another opened one meanwhile.
            said = getattr(refusal, "messages", [MOVED_ON])
            self.message_user(request, " ".join(said), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        for response in opened:
            self.log_addition(request, response, LABEL)
        number = f"{len(opened)} response{'' if len(opened) == 1 else 's'}"
        self.message_user(request, f"{number} opened.", messages.SUCCESS)
        place = "admin:recommendations_inspectionreport_change"
        return HttpResponseRedirect(reverse(place, args=[report.pk]))
