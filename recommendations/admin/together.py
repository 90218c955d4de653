"""Rate many at once: choose rows of the list, say what all of them are to say, look, record."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from forces.admin.faults import faults_of
from forces.admin.holding import is_key

from ..services import Wanted, plan
from .plans import ShowsPlans
from .together_forms import TogetherForm

MOST_TOGETHER = 200
NONE_CHOSEN = "Choose the ratings first: tick their boxes in the list."
TOO_MANY = f"Choose at most {MOST_TOGETHER} ratings at a time, or use a spreadsheet."
TITLE = "Rate together"
GO_BACK = "change"
NOT_TYPED = ("csrfmiddlewaretoken", "visit")


class RatesTogether(ShowsPlans):
    """For the admin of ratings: the action of the list, and the page with its form."""

    actions = ["rate_together"]

    def get_urls(self):
        view = self.admin_site.admin_view(self.together_view)
        name = "recommendations_assessment_together"
        return [path("together/", view, name=name), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        """Say in this page's words that the action wants rows, and lead back to the same list."""
        is_action = "index" in request.POST and "_save" not in request.POST
        if is_action and not request.POST.getlist(ACTION_CHECKBOX_NAME):
            self.require_rater(request)
            self.message_user(request, NONE_CHOSEN, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        return super().changelist_view(request, extra_context)

    def response_action(self, request, queryset):
        """The list has one action, and its button says which."""
        request.POST = request.POST.copy()
        request.POST["action"] = "rate_together"
        return super().response_action(request, queryset)

    @admin.action(description="Rate together", permissions=["change"])
    def rate_together(self, request, queryset):
        keys = list(queryset.order_by(*self.model._meta.ordering).values_list("pk", flat=True))
        if len(keys) > MOST_TOGETHER:
            return self.back_to_list(request, TOO_MANY)
        chosen = ",".join(str(key) for key in keys)
        place = reverse("admin:recommendations_assessment_together")
        return HttpResponseRedirect(f"{place}?chosen={chosen}")

    def together_view(self, request):
        """Ask what the chosen ratings are to say; on POST show what that would change.

        The look leads back by a POST of its own, to the form as it was filled in.
        """
        self.require_rater(request)
        chosen = [key for key in request.GET.get("chosen", "").split(",") if is_key(key)]
        if len(chosen) > MOST_TOGETHER:
            return self.back_to_list(request, TOO_MANY)
        ratings = list(self.get_queryset(request).filter(pk__in=chosen))
        if not ratings:
            return self.back_to_list(request, NONE_CHOSEN)
        form = TogetherForm(request.POST or None, label_suffix="")
        if request.method == "POST" and GO_BACK not in request.POST and form.is_valid():
            wanted = [Wanted(rating.pk, form.values()) for rating in ratings]
            made = plan(wanted, by=request.user, on=timezone.localdate())
            form.take(made.shared_faults)
            if form.is_valid():
                return self.show_plan(request, made, title=TITLE, typed=typed_in(request))
        context = {
            **self.admin_site.each_context(request),
            "title": TITLE,
            "opts": self.opts,
            "ratings": ratings,
            "form": form,
            "faults": faults_of(form, ()),
        }
        return TemplateResponse(request, "admin/ratings_together.html", context)


def typed_in(request):
    """Return (name, value) of what was typed into the form of `request`, to send it once more."""
    return [(name, value) for name, value in request.POST.items() if name not in NOT_TYPED]
