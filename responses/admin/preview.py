"""A draft as readers will see it: the public page, or a document, which says it is a draft."""

from dataclasses import replace

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from recommendations.deadlines import Outcome
from recommendations.partial_dates import PartialDate

from ..documents.making import make
from ..publishing.build import build_record
from ..publishing.html import write_html
from ..publishing.layouts import LAYOUTS, lay_out
from .documents import require_format, send_document


class Preview:
    """The previews of a response, for its admin."""

    def get_urls(self):
        return [
            path(
                "<int:pk>/preview/<slug:layout>/",
                self.admin_site.admin_view(self.preview),
                name="responses_response_preview",
            ),
            path(
                "<int:pk>/preview/<slug:layout>/draft.<slug:suffix>",
                self.admin_site.admin_view(self.preview_document),
                name="responses_response_preview_document",
            ),
            *super().get_urls(),
        ]

    def preview(self, request, pk, layout):
        """Show a response in `layout` from its working rows, as publication would write it."""
        response, record = self._draft_in(request, pk, layout)
        context = {
            "record": record,
            "layout": layout,
            "blocks_html": write_html(lay_out(record, layout)),
            "is_preview": True,
            "is_demonstration": record.is_demonstration,
            "response": response,
        }
        return TemplateResponse(request, "admin/preview.html", context)

    def preview_document(self, request, pk, layout, suffix):
        """Send a response in `layout` as a document, which says on each page that it is a draft."""
        require_format(suffix)
        response, record = self._draft_in(request, pk, layout)
        name = f"draft-{response.force.slug}-{response.report.slug}-{layout}"
        return send_document(make(record, layout, suffix), name, suffix)

    def _draft_in(self, request, pk, layout):
        response = self.own_or_404(request, pk)
        if layout not in LAYOUTS:
            raise Http404("No such layout.")
        on = timezone.localdate()
        record = build_record(response, on=on)
        if record.late_reason and in_time_if_published(response, on=on):
            record = replace(record, late_reason="")  # As it is left out of what is published.
        return response, record


def in_time_if_published(response, *, on):
    """Whether `response` has no day yet, and is in time if it is published on the day `on`."""
    if response.published_on:
        return False
    _, judgement = response.binding(answered_on=PartialDate.of(on))
    return judgement.outcome == Outcome.IN_TIME
