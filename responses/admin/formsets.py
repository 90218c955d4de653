"""The parts of a response: each row chooses among what belongs to this response."""

from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.text import Truncator

from forces.admin.formsets import DistinctFormSet, OrderedFormSet, offer
from forces.admin.merging_rows import MergedRows
from recommendations.models import Recommendation
from recommendations.rich_text import to_plain

OPENING_WORDS = 14  # As many as fit beside the name of a folded part.


class PartFormSet(MergedRows, OrderedFormSet):
    """Parts of a response in their order, joined with what somebody else did to them meanwhile."""

    extract = ""  # Set by their inline, see PartInline.

    def get_queryset(self):
        """Of a page that is only asked for, take what has been read of the response already."""
        parts = getattr(self.instance, "parts", None)
        return super().get_queryset() if parts is None else parts.of(self.model)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk and self.extract:
            text = to_plain(getattr(form.instance, self.extract))
            form.instance.opening = Truncator(text).words(OPENING_WORDS)


class FindingsFormSet(PartFormSet):
    """Rows that name findings of the reports which the response answers."""

    @cached_property
    def answered(self):
        """The findings of the lead report and of the further ones, as a queryset."""
        further = Q(report__responses_as_further=self.instance.pk)
        findings = Recommendation.objects.filter(Q(report=self.instance.report_id) | further)
        return findings.select_related("report").order_by("report", "order", "pk").distinct()

    @cached_property
    def answered_list(self):
        parts = getattr(self.instance, "parts", None)
        return list(self.answered) if parts is None else parts.answered

    def name(self, finding):
        if finding.report_id == self.instance.report_id:
            return str(finding)
        return f"{finding.report.short_title}: {finding}"

    def offer_findings(self, field):
        field.queryset = self.answered
        offer(field, self.answered_list, name=self.name)


class AnswerFormSet(FindingsFormSet):
    """Answers, each called after what it answers."""

    @cached_property
    def sections(self):
        parts = getattr(self.instance, "parts", None)
        return list(self.instance.sections.all()) if parts is None else parts.sections

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk:
            form.instance.summary = self.in_short(form.instance)
        if "findings" in form.fields:
            self.offer_findings(form.fields["findings"])
        if "explained_in" in form.fields:
            form.fields["explained_in"].queryset = self.instance.sections.all()
            offer(form.fields["explained_in"], self.sections, empty_label="In no section")

    def in_short(self, answer):
        """Return such a line as "Recommendation 3; Recommendation 11: Accepted"."""
        names = "; ".join(map(self.name_in_short, answer.findings.all())) or "No finding yet"
        section = next((s for s in self.sections if s.pk == answer.explained_in_id), None)
        says = [answer.get_position_display(), f"explained in “{section}”" if section else ""]
        return ": ".join([names, ", ".join(filter(None, says))]).removesuffix(": ")

    def name_in_short(self, finding):
        """Return its name, with its report where that is a further one."""
        if finding.report_id == self.instance.report_id:
            return finding.name
        reports = {one.report_id: one.report for one in self.answered_list}
        report = reports.get(finding.report_id) or finding.report
        return f"{finding.name} of “{report.short_title}”"


class WordingFormSet(FindingsFormSet, DistinctFormSet):
    """Wordings as printed, each called after its finding."""

    distinct = ("finding",)
    twice = "This finding has a printed wording here already."

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk:
            form.instance.summary = str(form.instance.finding)
        if "finding" in form.fields:
            self.offer_findings(form.fields["finding"])
