"""Steps that a row can take: each a page of its own that says what it does, with one button."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from .faults import faults_of
from .scoping import rights

CHANGED = (
    "What this page is about has changed since you opened it. Read it again: below it is as it is "
    "now."
)


class ReasonField(forms.CharField):
    """A reason in a few lines, as long as the columns that keep it."""

    def __init__(self, max_length=500, **kwargs):
        widget = forms.Textarea(attrs={"rows": 4, "cols": 60})
        super().__init__(max_length=max_length, widget=widget, **kwargs)
        # A browser would cut off what is pasted, and say nothing.
        self.widget.attrs.pop("maxlength", None)


class SeenForm(forms.Form):
    """Carries the hash of what the page shows, so that the step is taken with nothing else."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)


@dataclass(frozen=True)
class Step:
    """Whose step it is, the service that takes it, and what the pages say of it.

    `why_not` takes the row and returns the sentence that refuses the step from where it
    stands, or "". `form` asks for what the service wants to know besides, under the names
    of its arguments. `label`, `then` and `done` are filled with the words of the row.
    """

    label: str
    roles: frozenset
    service: Callable
    why_not: Callable
    then: str
    done: str
    form: type[forms.BaseForm] = forms.Form


class Steps:
    """For the admin of rows with a force: GET asks, POST takes the step, once.

    `steps` gives each Step by its name in the address, `step_argument` the name of the row
    among the arguments of their services, `refusals` what these raise with a sentence for
    the person.
    """

    steps = {}
    step_argument = ""
    step_place = "step"
    step_template = "admin/step.html"
    refusals = (ValidationError,)

    def get_urls(self):
        return [*self.step_urls(), *super().get_urls()]

    def step_urls(self):
        """Return the patterns of the addresses of the steps."""
        view = self.admin_site.admin_view(self.step)
        route = f"<int:pk>/{self.step_place}/<slug:step>/"
        return [path(route, view, name=f"{self._place}_{self.step_place}")]

    def step_address(self, row, name):
        """Return where the page of the step `name` of `row` is."""
        return reverse(f"admin:{self._place}_{self.step_place}", args=[row.pk, name])

    def steps_of(self, request, row):
        """Return (address, label) of each step that the person may take from where `row` stands."""
        words = self.words_of(row)
        return [
            (self.step_address(row, name), step.label.format(**words))
            for name, step in self.steps.items()
            if self.may_take(request, row, step) and not step.why_not(row)
        ]

    def step(self, request, pk, step):
        """Say what the step does and ask; on POST take it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        row = self.row_of_step(request, pk)
        if step not in self.steps:
            raise Http404("No such step.")
        step = self.steps[step]
        if not self.may_take(request, row, step):
            raise PermissionDenied
        if request.method == "POST":
            return self._answer(request, row, step, step.form(request.POST, label_suffix=""))
        refusal = step.why_not(row)
        return self._go_back(request, row, refusal) if refusal else self._ask(request, row, step)

    def may_take(self, request, row, step):
        return rights(request).may(step.roles, self.force_id_of(row))

    def row_of_step(self, request, pk):
        """Return the row `pk` if it is of the person's own forces; raises Http404 otherwise."""
        return self.own_or_404(request, pk)

    def words_of(self, row):
        """Return what fills the braces in the words of its steps: {name: words}."""
        return {}

    def shown_with(self, request, row, step):
        """Return what the page of a step shows besides, for its template and its form.

        Where the form is a SeenForm, `seen` is the hash of that.
        """
        return {}

    def as_error(self, refusal):
        """Return what a service raised as a ValidationError, at its field where it has one."""
        is_error = isinstance(refusal, ValidationError)
        return refusal if is_error else ValidationError(str(refusal))

    def way_to(self, request, row):
        """Return (words, address) of the list and of the page from which the person came."""
        rows, page = f"{self._place}_changelist", f"{self._place}_change"
        listed = str(self.opts.verbose_name_plural)
        return [
            (listed[:1].upper() + listed[1:], reverse(f"admin:{rows}")),
            (str(row), reverse(f"admin:{page}", args=[row.pk])),
        ]

    def after_step(self, request, row, step):
        """Return the address to go to when `step` is taken."""
        return self.way_to(request, row)[-1][1]

    def _ask(self, request, row, step, form=None):
        """Show the page of `step`: with `form` as it was sent, or with a new one."""
        way, words = self.way_to(request, row), self.words_of(row)
        shown = self.shown_with(request, row, step)
        if form is None:
            form = step.form(initial=shown, label_suffix="")
        elif self._is_overtaken(form, shown):
            form.add_error(None, CHANGED)
        context = {
            **self.admin_site.each_context(request),
            "title": step.label.format(**words),
            "then": step.then.format(**words),
            "opts": self.opts,
            "row": row,
            "way": way,
            "back": way[-1][1],
            "form": form,
            "faults": faults_of(form, ()),
            **shown,
        }
        return TemplateResponse(request, self.step_template, context)

    @staticmethod
    def _is_overtaken(form, shown):
        """Whether what `form` was about has changed since, and nothing says so yet."""
        is_another = "seen" in form.fields and form.data.get("seen") != shown["seen"]
        return is_another and not form.non_field_errors()

    def _answer(self, request, row, step, form):
        """Take `step` as `form` asks for it, or show its page again with what is wrong."""
        if refusal := step.why_not(row):
            return self._moved_on(request, row, form, refusal)
        if not form.is_valid():
            return self._ask(request, row, step, form)
        asked = {self.step_argument: row, "by": request.user, "now": timezone.now()}
        words = self.words_of(row)
        try:
            step.service(**asked, **form.cleaned_data)
        except self.refusals as refusal:
            return self._after_refusal(request, row.pk, step, form, refusal)
        request.is_saved = True
        self.log_change(request, row, step.label.format(**words))
        self.message_user(request, step.done.format(**words), messages.SUCCESS)
        return HttpResponseRedirect(self.after_step(request, row, step))

    def _after_refusal(self, request, pk, step, form, refusal):
        """Ask again, with what was typed; where the row has moved on meanwhile, go back."""
        row = self.row_of_step(request, pk)
        if moved_on := step.why_not(row):
            return self._moved_on(request, row, form, moved_on)
        for name, errors in self.as_error(refusal).update_error_dict({}).items():
            form.add_error(name if name in form.fields else None, errors)
        return self._ask(request, row, step, form)

    def _moved_on(self, request, row, form, refusal):
        """Go back, or where something was typed, show it: it can be copied from here."""
        typed = [(field.label, field.data) for field in form.visible_fields() if field.data]
        if not typed:
            return self._go_back(request, row, refusal)
        context = {
            **self.admin_site.each_context(request),
            "title": "Nothing was done",
            "way": self.way_to(request, row),
            "why": f"somebody moved it on. {refusal}",
            "parts": [("What you typed", typed)],
        }
        return TemplateResponse(request, "admin/too_late.html", context, status=409)

    def _go_back(self, request, row, sentence):
        self.message_user(request, sentence, messages.ERROR)
        return HttpResponseRedirect(self.way_to(request, row)[-1][1])

    @property
    def _place(self):
        return f"{self.opts.app_label}_{self.opts.model_name}"
