"""Ratings by spreadsheet: export those that are listed, edit, import with a look before."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_GET

from ..services import plan
from ..sheets.ratings import as_csv, as_xlsx, match
from .plans import ShowsPlans, label_of
from .sheet_form import SheetForm, as_asked

TITLE = "Import ratings from a spreadsheet"
NOTHING_NEW = "Nothing in this file differs from the ratings as they were exported."
WHICH = "The file that you exported here and edited: .xlsx or .csv."


class Spreadsheets(ShowsPlans):
    """For the admin of ratings: two exports of the list, and the page that imports."""

    def get_urls(self):
        views = {
            "export.xlsx": (self.export_xlsx, "export_xlsx"),
            "export.csv": (self.export_csv, "export_csv"),
            "import/": (self.import_view, "import"),
        }
        own = [
            path(place, self.admin_site.admin_view(view), name=f"recommendations_assessment_{name}")
            for place, (view, name) in views.items()
        ]
        return [*own, *super().get_urls()]

    @method_decorator(require_GET)
    def export_xlsx(self, request):
        """Answer with the ratings of the list, as it is filtered, as an Excel workbook."""
        content = as_xlsx(self._listed(request))
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return attachment(content, kind, "xlsx")

    @method_decorator(require_GET)
    def export_csv(self, request):
        """Answer with the same as comma-separated values."""
        return attachment(as_csv(self._listed(request)), "text/csv; charset=utf-8", "csv")

    def import_view(self, request):
        """Ask for a file; on POST show what it would change, or each fault at its cell."""
        self.require_rater(request)
        if request.method != "POST":
            return self._ask(request, SheetForm(which=WHICH))
        form = SheetForm(request.POST, request.FILES, which=WHICH)
        rows = form.rows()
        return self._ask(request, form) if rows is None else self._take(request, form, rows)

    def _take(self, request, form, rows):
        sheet = match(rows, by=request.user)
        made = plan(sheet.wanted, by=request.user, on=timezone.localdate())
        if faults := [*sheet.faults, *refusals(sheet, made)]:
            return self._ask(request, form, faults)
        if not made.written:
            form.refuse(NOTHING_NEW)
            return self._ask(request, form)
        return self.show_plan(request, made, title=TITLE)

    def _ask(self, request, form, faults=()):
        context = {
            **self.admin_site.each_context(request),
            "title": TITLE,
            "opts": self.opts,
            **as_asked(form, faults),
        }
        return TemplateResponse(request, "admin/ratings_import.html", context)

    def _listed(self, request):
        """Return the ratings of the list as it is filtered; raises PermissionDenied."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return self.get_changelist_instance(request).get_queryset(request)


def refusals(sheet, made):
    """Yield the Fault of each value that the rules of ratings refuse, at its row and column."""
    for row in made.refused:
        for field, sentences in row.faults.items():
            name = field if label_of(field) else ""
            for sentence in sentences:
                yield sheet.fault_of(row.wanted.key, name, sentence)


def attachment(content, kind, ending):
    name = f"ratings-{timezone.localdate():%Y-%m-%d}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
