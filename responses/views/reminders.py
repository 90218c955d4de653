"""The page on which each of the staff chooses which reminders they get by mail."""

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from ..reminders.choices import choose, kinds_open_to, wanted_by
from ..reminders.kinds import ABOUT, ReminderKind


class RemindersForm(forms.Form):
    """One box for each kind of reminder that is open to the person."""

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        for kind in kinds:
            self.fields[kind.value] = forms.BooleanField(
                label=kind.label, help_text=ABOUT[kind].when, required=False
            )

    def chosen(self):
        return [ReminderKind(name) for name, is_wanted in self.cleaned_data.items() if is_wanted]


def reminders(request, site):
    """Show what the person gets, a page of the admin `site`; on POST keep what they choose."""
    kinds, wanted = kinds_open_to(request.user), wanted_by(request.user)
    data = request.POST if request.method == "POST" else None
    form = RemindersForm(data, kinds=kinds, initial=dict.fromkeys(wanted, True))
    if form.is_valid():
        request.is_saved = True
        choose(user=request.user, kinds=form.chosen())
        messages.success(request, "Your choice is saved. It holds from the next mail on.")
        return HttpResponseRedirect(reverse("admin:reminders"))
    context = {**site.each_context(request), "title": "Your reminders", "form": form}
    return TemplateResponse(request, "admin/reminders.html", context)
