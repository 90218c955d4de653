"""The history of a row as a page of the admin: who did what, when, what it said and says."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.template.response import TemplateResponse

PER_PAGE = 25


class Timelined:
    """For the admin of a row with a timeline: `timeline_of` gives it, newest first."""

    def timeline_of(self, row):
        """Return the moments of `row`; the site tells them, which alone knows every kind of row."""
        return self.admin_site.timeline_of(row)

    def history_view(self, request, object_id, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not self.has_history_permission(request, row):
            raise PermissionDenied
        moments = Paginator(self.timeline_of(row), PER_PAGE)
        context = {
            **self.admin_site.each_context(request),
            "title": "History",
            "opts": self.opts,
            "original": row,
            "page": moments.get_page(request.GET.get("page")),
        }
        return TemplateResponse(request, "admin/timeline.html", context)

    def has_history_permission(self, request, row):
        """Whether the person may read how the row came to be: whoever may see it."""
        return self.has_view_permission(request, row)
