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

from .scoping import rights


@dataclass(frozen=True)
class Step:
    """Whose step it is, the service that takes it, and what the pages say of it.

    `form` asks for what the service wants to know besides, under the names of its arguments.
    """

    label: str
    roles: frozenset
    service: Callable
    then: str
    done: str
    form: type[forms.Form] | None = None


class ReasonField(forms.CharField):
    """A reason in a few lines, as long as the columns that keep it."""

    def __init__(self, **kwargs):
        widget = forms.Textarea(attrs={"rows": 4, "cols": 60})
        super().__init__(max_length=500, widget=widget, **kwargs)


class Steps:
    """For the admin of rows with a force: GET asks, POST takes the step, once.

    `steps` gives each Step by its name in the address, `step_argument` the name of the row
    among the arguments of their services, `refusals` what these raise with a sentence for
    the person.
    """

    steps = {}
    step_argument = ""
    step_template = "admin/step.html"
    refusals = (ValidationError,)

    def get_urls(self):
        view = self.admin_site.admin_view(self.step)
        return [path("<int:pk>/step/<slug:step>/", view, name=self._step_url), *super().get_urls()]

    def steps_of(self, request, row):
        """Return (address, label) of each step that the person may take from where `row` stands."""
        return [
            (reverse(f"admin:{self._step_url}", args=[row.pk, name]), step.label)
            for name, step in self.steps.items()
            if self.may_take(request, row, step) and not self.why_no_step(row, step)
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
        if refusal := self.why_no_step(row, step):
            return self._refused(request, row, refusal)
        data = request.POST if request.method == "POST" else None
        form = (
            step.form(data, initial=self.step_initial(row), label_suffix="") if step.form else None
        )
        if request.method == "POST" and (form is None or form.is_valid()):
            return self._take(request, row, step, form.cleaned_data if form else {})
        return self._ask(request, row, step, form)

    def may_take(self, request, row, step):
        return rights(request).may(step.roles, self.force_id_of(row))

    def row_of_step(self, request, pk):
        """Return the row `pk` if it is of the person's own forces; raises Http404 otherwise."""
        return self.own_or_404(request, pk)

    def why_no_step(self, row, step):
        """Return the sentence that refuses `step` from where `row` stands, or ""."""
        raise NotImplementedError

    def step_initial(self, row):
        """Return what the form of a step shows at first."""
        return {}

    def step_context(self, row, step):
        """Return what the template of a step shows besides."""
        return {}

    def way_to(self, request, row):
        """Return (words, address) of the list and of the page from which the person came."""
        rows, page = f"{self._place}_changelist", f"{self._place}_change"
        listed = str(self.opts.verbose_name_plural)
        return [
            (listed[:1].upper() + listed[1:], reverse(f"admin:{rows}")),
            (str(row), reverse(f"admin:{page}", args=[row.pk])),
        ]

    def after_step(self, request, row):
        """Return the address to go to when a step is taken."""
        return self.way_to(request, row)[-1][1]

    def done_words(self, row, step):
        """Return the message for the person who took `step`."""
        return step.done

    def _ask(self, request, row, step, form):
        way = self.way_to(request, row)
        context = {
            **self.admin_site.each_context(request),
            "title": step.label,
            "opts": self.opts,
            "row": row,
            "step": step,
            "way": way,
            "back": way[-1][1],
            "form": form,
            **self.step_context(row, step),
        }
        return TemplateResponse(request, self.step_template, context)

    def _take(self, request, row, step, given):
        asked = {self.step_argument: row, "by": request.user, "now": timezone.now()}
        try:
            row = step.service(**asked, **given)
        except self.refusals as error:
            return self._refused(request, row, " ".join(getattr(error, "messages", [str(error)])))
        self.log_change(request, row, step.label)
        self.message_user(request, self.done_words(row, step), messages.SUCCESS)
        return HttpResponseRedirect(self.after_step(request, row))

    def _refused(self, request, row, sentence):
        self.message_user(request, sentence, messages.ERROR)
        return HttpResponseRedirect(self.way_to(request, row)[-1][1])

    @property
    def _place(self):
        return f"{self.opts.app_label}_{self.opts.model_name}"

    @property
    def _step_url(self):
        return f"{self._place}_step"
