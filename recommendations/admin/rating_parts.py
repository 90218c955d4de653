"""The parts of a rating on its page: what is to be done, and what shows that it was."""

from django.utils import timezone

from forces.admin.formsets import OrderedFormSet
from forces.admin.house import PartInline
from forces.admin.merging import MergedForm
from forces.admin.merging_rows import MergedRows
from forces.admin.scoping import FollowsParent

from .. import actions
from ..models import Action, Evidence
from .rating_forms import day_that_has_come

NO_LINK = (
    "Enter a valid URL, which begins with https://. What lies on a file share, such as "
    "\\\\server\\audit.docx, has none: write its path into the note."
)


class ActionForm(MergedForm):
    def clean_done_on(self):
        return day_that_has_come(self.cleaned_data["done_on"])


class ActionFormSet(MergedRows, OrderedFormSet):
    """Actions, each called after what is to be done and how far it is."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk:
            form.instance.summary = in_short(form.instance)


class ActionInline(FollowsParent, PartInline):
    model = Action
    form = ActionForm
    formset = ActionFormSet
    intro = "What is to be done so that the recommendation is met, by whom and by when."
    fieldsets = [(None, {"fields": ["title", ("owner", "due_on", "done_on", "order")]})]


class EvidenceForm(MergedForm):
    class Meta:
        error_messages = {"url": {"invalid": NO_LINK}}


class EvidenceInline(FollowsParent, PartInline):
    model = Evidence
    verbose_name = "piece of evidence"
    verbose_name_plural = "evidence"
    form = EvidenceForm
    formset = MergedRows
    intro = (
        "What shows that it is met, and where your office keeps it. Those who read this rating "
        "read it, the force too; boards and the public never do."
    )
    fieldsets = [(None, {"fields": ["note", "url"]})]


PARTS = [ActionInline, EvidenceInline]


def is_overdue(action):
    return actions.is_overdue(action.due_on, action.done_on, on=timezone.localdate())


def in_short(action):
    """Return such a line as "Agree the rota: overdue since 1 May 2026, Head of Training"."""
    how_far = actions.in_words(action.due_on, action.done_on, on=timezone.localdate())
    return f"{action.title}: {', '.join(filter(None, (how_far, action.owner)))}"
