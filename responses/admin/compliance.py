"""The section 55 compliance record: the checklist of a response as a page to print."""

from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from .. import services
from ..presenters.checklist import points
from ..workflow import Status


class Compliance:
    """The compliance record of a response, for its admin."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.compliance)
        place = path("<int:pk>/compliance/", view, name="responses_response_compliance")
        return [place, *super().get_urls()]

    def compliance(self, request, pk):
        """Show how a response stands to section 55 today, from its working rows."""
        response = self.own_or_404(request, pk)
        on = timezone.localdate()
        record, checklist = services.checklist_of(response, on=on)
        context = {
            "record": record,
            "checklist": checklist,
            "points": points(checklist, response.pk, answers=len(record.answers), may_mend=False),
            "on": on,
            "state": self.state(response),
            "is_published": response.status == Status.PUBLISHED,
            "response": response,
            "events": response.events.select_related("by"),
            "is_demonstration": record.is_demonstration,
        }
        return TemplateResponse(request, "admin/compliance.html", context)
