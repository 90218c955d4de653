"""What the browser keeps of unsaved text: the server says which visit it saved."""

import re

from django.conf import settings
from django.urls import reverse

VISIT = re.compile(r"[a-z0-9]{1,40}")
FOR_SECONDS = 60 * 60


class SaysWhatIsSaved:
    """Names the saved visit of a page in a cookie, for static/kept/ to forget what it kept of it.

    Only a save sets it: neither a page that comes back with errors nor a redirect to sign in.
    """

    def changeform_view(self, request, *args, **kwargs):
        return naming_the_saved(request, super().changeform_view(request, *args, **kwargs))

    def changelist_view(self, request, *args, **kwargs):
        return naming_the_saved(request, super().changelist_view(request, *args, **kwargs))

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        request.is_saved = True


def naming_the_saved(request, answer):
    """Return `answer`, with the cookie where `request` was saved and says of which visit it is."""
    visit = request.POST.get("visit", "")
    if getattr(request, "is_saved", False) and VISIT.fullmatch(visit):
        answer.set_cookie(
            "saved",
            visit,
            max_age=FOR_SECONDS,
            path=reverse("admin:index"),
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    return answer
