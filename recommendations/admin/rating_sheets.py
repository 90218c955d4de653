"""Ratings by spreadsheet: export those that are listed, edit, import with a look before."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_GET

from forces.admin.faults import faults_of

from .. import sheets
from ..services import plan
from .plans import ShowsPlans, label_of
from .sheet_form import SheetForm

TITLE = "Import ratings from a spreadsheet"
NOTHING_NEW = "Nothing in this file differs from the ratings as they were exported."
MOST_FAULTS = 100


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
        content = sheets.as_xlsx(self._listed(request))
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return attachment(content, kind, "xlsx")

    @method_decorator(require_GET)
    def export_csv(self, request):
        """Answer with the same as comma-separated values."""
        return attachment(sheets.as_csv(self._listed(request)), "text/csv; charset=utf-8", "csv")

    def import_view(self, request):
        """Ask for a file; on POST show what it would change, or each fault at its cell."""
        self.require_rater(request)
        form = SheetForm(request.POST or None, request.FILES or None, label_suffix="")
        if request.method == "POST":
            form = SheetForm(request.POST, request.FILES, label_suffix="")
            if form.is_valid():
                return self._take(request, form)
        return self._ask(request, form)

    def _take(self, request, form):
        try:
            rows = sheets.read(*form.content())
        except sheets.SheetError as error:
            form.add_error("sheet", str(error))
            return self._ask(request, form)
        sheet = sheets.match(rows, by=request.user)
        made = plan(sheet.wanted, by=request.user, on=timezone.localdate())
        if faults := [*sheet.faults, *refusals(sheet, made)]:
            return self._ask(request, form, sorted(faults, key=cell_of))
        if not made.written:
            form.add_error("sheet", NOTHING_NEW)
            return self._ask(request, form)
        return self.show_plan(request, made, title=TITLE)

    def _ask(self, request, form, faults=()):
        context = {
            **self.admin_site.each_context(request),
            "title": TITLE,
            "opts": self.opts,
            "form": form,
            "faults": faults_of(form, ()),
            "cells": faults[:MOST_FAULTS],
            "number": len(faults),
            "more": max(len(faults) - MOST_FAULTS, 0),
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


def cell_of(fault):
    """Return what puts faults in the order of their cells; those of a whole row come last in it."""
    return fault.row, fault.column is None, fault.column or 0


def attachment(content, kind, ending):
    name = f"ratings-{timezone.localdate():%Y-%m-%d}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
