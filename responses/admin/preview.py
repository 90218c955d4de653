"""A draft as readers will see it: the public page, with a banner that says it is a draft."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from ..publishing.build import build_record
from ..publishing.html import write_html
from ..publishing.layouts import LAYOUTS, lay_out


class Preview:
    """The previews of a response, for its admin."""

    def get_urls(self):
        return [
            path(
                "<int:pk>/preview/<slug:layout>/",
                self.admin_site.admin_view(self.preview),
                name="responses_response_preview",
            ),
            *super().get_urls(),
        ]

    def preview(self, request, pk, layout):
        """Show a response in `layout` from its working rows, as publication would write it."""
        response = self.own_or_404(request, pk)
        if layout not in LAYOUTS:
            raise Http404("No such layout.")
        record = build_record(response, on=timezone.localdate())
        context = {
            "record": record,
            "layout": layout,
            "blocks_html": write_html(lay_out(record, layout)),
            "is_preview": True,
            "is_demonstration": record.is_demonstration,
            "response": response,
        }
        return TemplateResponse(request, "admin/preview.html", context)
