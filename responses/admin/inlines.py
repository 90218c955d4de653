"""The parts of a response on its page, in the order in which an office writes them."""

from django.utils.html import format_html

from forces.admin.house import PartInline
from forces.admin.merging import MergedForm
from forces.admin.scoping import FollowsParent
from recommendations.admin.reading import RichTextToRead
from recommendations.models import Recommendation

from ..models import Answer, LabelledField, NarrativeSection, PrintedWording, Signatory
from .formsets import AnswerFormSet, PartFormSet, WordingFormSet


class ResponsePart(FollowsParent, RichTextToRead, PartInline):
    form = MergedForm
    formset = PartFormSet


class SectionInline(ResponsePart):
    model = NarrativeSection
    extract = "body"
    intro = "The text of the response, each part under its heading and in the voice of its author."
    fieldsets = [
        (None, {"fields": ["heading", "body"]}),
        (None, {"fields": [("voice", "kind"), ("level", "order")]}),
    ]


class AnswerForm(MergedForm):
    """An answer. A new one that says nothing but to what it was opened is none."""

    @property
    def shown(self):
        """Of a new answer, the hidden control that says to which finding the page opened it."""
        if self.instance.pk:
            return super().shown
        control = '<input type="hidden" name="{}" value="{}" autocomplete="off">'
        return format_html(control, self.add_prefix("asked"), self._asked)

    def has_changed(self):
        return super().has_changed() and not self._is_as_opened()

    @property
    def _asked(self):
        return self.data.get(self.add_prefix("asked"), "")

    def _is_as_opened(self):
        is_new = self._asked and not self.instance.pk
        return (
            is_new and self.changed_data == ["findings"] and self._raw("findings") == [self._asked]
        )


class AnswerInline(ResponsePart):
    model = Answer
    form = AnswerForm
    formset = AnswerFormSet
    extract = "action"
    intro = (
        "What is done about each recommendation, or why nothing, or the section that explains "
        "it. A recommendation without an answer stays open, and readers see that."
    )
    fieldsets = [
        (None, {"fields": ["findings", "position", "action", "why_none"]}),
        (None, {"fields": [("explained_in", "order")]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("findings")

    def get_extra(self, request, obj=None, **kwargs):
        return len(self.asked_for(request, obj))

    @staticmethod
    def asked_for(request, response):
        """Return the new row that `?answer=<report>/<ref>` asks for, or none.

        A page that is loaded again after its answer was saved asks for none.
        """
        asked = request.GET.get("answer", "")
        if response is None or not asked:
            return []
        parts = getattr(response, "parts", None)  # Those of a page that is shown, not sent.
        findings = parts.answered if parts else _findings_of(response)
        answers = parts.answers if parts else []
        saved = {finding.pk for answer in answers for finding in answer.findings.all()}
        return [
            {"findings": [finding.pk]}
            for finding in findings
            if f"{finding.report.slug}/{finding.ref}" == asked and finding.pk not in saved
        ]


def _findings_of(response):
    return Recommendation.objects.filter(report__in=response.reports()).select_related("report")


class LabelledFieldInline(ResponsePart):
    model = LabelledField
    extract = "value"
    verbose_name = "row of the form"
    verbose_name_plural = "rows of the form"
    intro = (
        "Only for an office that fills in a form of its own: its labelled rows, as it prints "
        "them. The record layout shows them."
    )
    fieldsets = [(None, {"fields": ["label", "value", ("kind", "order")]})]


class WordingInline(ResponsePart):
    model = PrintedWording
    formset = WordingFormSet
    extract = "text"
    intro = (
        "Only where the office's document prints a recommendation in words of its own: what it "
        "prints. The report's own words stay as they are."
    )
    fieldsets = [(None, {"fields": ["finding", "text", ("label", "order")]})]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("finding")


class SignatoryInline(ResponsePart):
    model = Signatory
    extract = "title"
    intro = "Who signs. A joint response has several."
    fieldsets = [(None, {"fields": ["name", "title", ("website", "order")]})]


PARTS = [SectionInline, AnswerInline, SignatoryInline, LabelledFieldInline, WordingInline]
