"""The recommendations of a report by spreadsheet: a blank template, a look, and all or nothing.

What was looked at goes to the browser and back, signed for the person and the report; no file
is kept.
"""

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_GET, require_POST

from ..models import Addressee, InspectionReport
from ..services import MOVED_ON, add_findings
from ..sheets.findings import blank_workbook, match
from .finding_rows import in_rows, sign, unsign
from .sheet_form import SheetForm, as_asked

TITLE = "Import recommendations from a spreadsheet"
WHICH = "The filled-in template, or another table with headings: .xlsx or .csv."
# No report has as many: its page, and what the browser sends back, have to stay small.
MOST_NEW = 200
TOO_MANY = f"This would add more than {MOST_NEW} findings. Send fewer at a time."
NOTHING_NEW = "Nothing in this file is new: its {number} are in the report already."
NOT_SIGNED = "Nothing was recorded: this page was not made for you. Begin again."
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class TakesFindings:
    """For the admin of reports: the page that takes a spreadsheet, and its confirmation."""

    def get_urls(self):
        views = {
            "import/template.xlsx": (self.template_view, "template"),
            "<int:pk>/import/": (self.import_view, "import"),
            "<int:pk>/import/confirm/": (self.confirm_view, "confirm"),
        }
        own = [
            path(
                place,
                self.admin_site.admin_view(view),
                name=f"recommendations_inspectionreport_{name}",
            )
            for place, (view, name) in views.items()
        ]
        return [*own, *super().get_urls()]

    def steps_with_sheets(self, request, report):
        """Return (address, label) of what of this the person may do from the page of `report`."""
        if not self.has_change_permission(request, report):
            return []
        return [(reverse("admin:recommendations_inspectionreport_import", args=[report.pk]), TITLE)]

    @method_decorator(require_GET)
    def template_view(self, request):
        """Answer with a workbook that has the headings and says what goes under them."""
        self._require_keeper(request)
        content = blank_workbook(list(Addressee.objects.values_list("name", flat=True)))
        headers = {"Content-Disposition": 'attachment; filename="recommendations.xlsx"'}
        return HttpResponse(content, content_type=EXCEL, headers=headers)

    def import_view(self, request, pk):
        """Ask for a file; on POST show what it would add, or each fault at its cell."""
        report = self._report(request, pk)
        if request.method != "POST":
            return self._ask(request, report, SheetForm(which=WHICH))
        form = SheetForm(request.POST, request.FILES, which=WHICH)
        rows = form.rows()
        if rows is None:
            return self._ask(request, report, form)
        sheet = match(rows, report=report)
        if sheet.faults:
            return self._ask(request, report, form, sheet.faults)
        if refusal := why_not(sheet):
            form.refuse(refusal)
            return self._ask(request, report, form)
        return self._show(request, report, sheet)

    @method_decorator(require_POST)
    def confirm_view(self, request, pk):
        """Add what the person looked at, all of it or nothing."""
        report = self._report(request, pk)
        try:
            findings = unsign(request.POST.get("signed", ""), request, report)
            add_findings(report=report, findings=findings, by=request.user)
        except signing.BadSignature:
            return self._back(request, report, NOT_SIGNED)
        except (ValidationError, IntegrityError) as refusal:  # Somebody else was at it meanwhile.
            return self._back(request, report, " ".join(getattr(refusal, "messages", [MOVED_ON])))
        self.log_change(request, report, TITLE)
        return self._back(request, report, f"{count(len(findings))} added.", messages.SUCCESS)

    def _require_keeper(self, request):
        if not self.has_change_permission(request):
            raise PermissionDenied

    def _report(self, request, pk):
        self._require_keeper(request)
        return get_object_or_404(InspectionReport, pk=pk)

    def _ask(self, request, report, form, faults=()):
        return self._page(request, report, "findings_import", as_asked(form, faults))

    def _show(self, request, report, sheet):
        return self._page(
            request,
            report,
            "findings_plan",
            {
                "rows": in_rows(sheet.new, report),
                "number": count(len(sheet.new)),
                "standing": count(sheet.standing) if sheet.standing else "",
                "notes": sheet.notes,
                "signed": sign(sheet.new, request, report),
            },
        )

    def _page(self, request, report, name, more):
        context = {
            **self.admin_site.each_context(request),
            "title": TITLE,
            "opts": self.opts,
            "report": report,
            **more,
        }
        return TemplateResponse(request, f"admin/{name}.html", context)

    def _back(self, request, report, words, level=messages.ERROR):
        self.message_user(request, words, level)
        place = "admin:recommendations_inspectionreport_change"
        return HttpResponseRedirect(reverse(place, args=[report.pk]))


def why_not(sheet):
    """Return why nothing of `sheet`, which has no fault, can be added, or ""."""
    if len(sheet.new) > MOST_NEW:
        return TOO_MANY
    return "" if sheet.new else NOTHING_NEW.format(number=count(sheet.standing))


def count(number):
    return f"{number} finding{'' if number == 1 else 's'}"
