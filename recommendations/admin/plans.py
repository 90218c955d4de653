"""The look at what would change in many ratings, and the write of exactly that.

What was looked at goes to the browser and back, signed for the person, and is held against
the ratings as they are when it is written; nothing of it is kept here.
"""

from django.contrib import messages
from django.core import signing
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from forces import policies
from forces.admin.scoping import rights

from ..models import Assessment
from ..services import OvertakenError, Plan, Wanted, record_together
from ..standing_words import in_words

# What a browser is asked to send back; Django itself takes no form beyond some 2.5 million.
MOST_SIGNED = 1_000_000
# One transaction, in which nobody else writes to SQLite.
MOST_CHANGED = 500
TOO_MUCH = (
    f"Nothing was recorded: this changes too much at once. Change at most {MOST_CHANGED} ratings "
    "at a time: leave rows out of the file, and import them after."
)
NOT_SIGNED = "Nothing was recorded: this page was not made for you. Begin again."
SINCE = (
    "Nothing was recorded: somebody else changed one of these ratings while your page was open. "
    "Look at it again as it is now."
)


class ShowsPlans:
    """For the admin of ratings: the page that shows a plan, and its confirmation."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.confirm_view)
        name = "recommendations_assessment_confirm"
        return [path("together/confirm/", view, name=name), *super().get_urls()]

    def show_plan(self, request, made, *, title, typed=()):
        """Answer with what the Plan `made` would change, and one button that records it.

        `typed` are (name, value) of what was typed for it, with which one can go back to its form.
        """
        signed = sign(made, request, title)
        if len(made.written) > MOST_CHANGED or len(signed) > MOST_SIGNED:
            return self.back_to_list(request, TOO_MUCH)
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "rows": [in_a_row(row) for row in made.rows if row.changes or row.faults],
            "written": len(made.written),
            "refused": len(made.refused),
            "unchanged": len(made.rows) - len(made.written) - len(made.refused),
            "signed": signed,
            "typed": typed,
            "button": f"Record {these(len(made.written))}",
        }
        return TemplateResponse(request, "admin/ratings_plan.html", context)

    @method_decorator(require_POST)
    def confirm_view(self, request):
        """Record what the person looked at, or nothing where it is not as they saw it."""
        self.require_rater(request)
        try:
            title, wanted, seen = unsign(request.POST.get("signed", ""), request)
        except signing.BadSignature:
            return self.back_to_list(request, NOT_SIGNED)
        asked = {"by": request.user, "now": timezone.now(), "seen": seen}
        try:
            number = record_together(wanted, **asked)
        except OvertakenError as overtaken:
            self.message_user(request, SINCE, messages.ERROR)
            return self.show_plan(request, overtaken.plan, title=title)
        request.is_saved = True
        done = f"{number} rating{'' if number == 1 else 's'} recorded."
        return self.back_to_list(request, done, messages.SUCCESS)

    def require_rater(self, request):
        """Raise PermissionDenied where the person rates for no force."""
        if not rights(request).may_somewhere(policies.RATE):
            raise PermissionDenied

    def back_to_list(self, request, words, level=messages.ERROR):
        self.message_user(request, words, level)
        return HttpResponseRedirect(reverse("admin:recommendations_assessment_changelist"))


def these(number):
    return "this rating" if number == 1 else f"these {number} ratings"


def in_a_row(row):
    """Return what the page shows of a Planned rating: its name, changes and faults in words."""
    changes = [
        (label_of(name), in_words(name, was), in_words(name, becomes))
        for name, was, becomes in row.changes
    ]
    faults = [
        (label_of(name), sentence) for name, found in row.faults.items() for sentence in found
    ]
    return {
        "rating": row.rating,
        "changes": changes,
        "faults": faults,
        "kept_reason": kept_reason(row),
    }


def kept_reason(row):
    """Return the reason, written for the earlier colour, that stays beside a new one, or ""."""
    changed = {name for name, _, _ in row.changes}
    return row.rating.reason if "rag" in changed and "reason" not in changed else ""


def label_of(name):
    if not name or name == NON_FIELD_ERRORS:
        return ""
    return capfirst(Assessment._meta.get_field(name).verbose_name)


def sign(made, request, title):
    """Return what of the Plan `made` is to be written, signed for the person who looks at it."""
    written = Plan(tuple(made.written))
    wanted = [[row.wanted.key, texts_of(row.wanted.values)] for row in written.rows]
    return signing.dumps([title, wanted, written.seen], salt=salt_of(request), compress=True)


def unsign(signed, request):
    """Return (title, [Wanted], seen) of what `sign` made; raises BadSignature."""
    title, wanted, seen = signing.loads(signed, salt=salt_of(request))
    return title, [Wanted(key, values_of(texts)) for key, texts in wanted], seen


def salt_of(request):
    return f"ratings of {request.user.pk}"


def texts_of(values):
    fields = {name: Assessment._meta.get_field(name) for name in values}
    stored = {name: fields[name].get_prep_value(value) for name, value in values.items()}
    return {name: None if value is None else str(value) for name, value in stored.items()}


def values_of(texts):
    return {name: Assessment._meta.get_field(name).to_python(text) for name, text in texts.items()}
