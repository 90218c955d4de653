"""The section 55 compliance record: the checklist of a response as a page, and as a document."""

from dataclasses import dataclass

from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from .. import services
from ..documents.compliance import make_compliance
from ..presenters.compliance import Done, compliance
from ..publishing.html import write_html
from ..publishing.record import Record
from ..workflow import Status
from .documents import require_format, send_document


@dataclass(frozen=True)
class Standing:
    """How a response stands today, as the page and the document both say it."""

    record: Record
    blocks: tuple
    about: dict


class Compliance:
    """The compliance record of a response, for its admin."""

    def get_urls(self):
        return [
            path(
                "<int:pk>/compliance/",
                self.admin_site.admin_view(self.compliance),
                name="responses_response_compliance",
            ),
            path(
                "<int:pk>/compliance/record.<slug:suffix>",
                self.admin_site.admin_view(self.compliance_document),
                name="responses_response_compliance_document",
            ),
            *super().get_urls(),
        ]

    def compliance(self, request, pk):
        """Show how a response stands to section 55 today, from its working rows."""
        response = self.own_or_404(request, pk)
        standing = self._standing(response)
        context = {
            "record": standing.record,
            "blocks_html": write_html(standing.blocks),
            "response": response,
            "is_demonstration": standing.record.is_demonstration,
        }
        return TemplateResponse(request, "admin/compliance.html", context)

    def compliance_document(self, request, pk, suffix):
        """Send the same as a document; of what is not published each page says "Draft"."""
        require_format(suffix)
        response = self.own_or_404(request, pk)
        standing = self._standing(response)
        made = make_compliance(standing.record, standing.blocks, suffix, **standing.about)
        return send_document(
            made, f"section-55-{response.force.slug}-{response.report.slug}", suffix
        )

    def _standing(self, response):
        on = timezone.localdate()
        record, checklist = services.checklist_of(response, on=on)
        about = {
            "on": on,
            "state": self.state(response),
            "is_published": response.status == Status.PUBLISHED,
        }
        done = tuple(
            Done(timezone.localtime(one.at), one.words, str(one.by or ""), one.reason)
            for one in response.events.select_related("by")
        )
        return Standing(record, compliance(record, checklist, **about, done=done), about)
