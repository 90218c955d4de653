"""What the browser keeps of unsaved text: the server says which visit it saved."""

import re

from django.conf import settings
from django.urls import reverse

VISIT = re.compile(r"[a-z0-9]{1,40}")
FOR_SECONDS = 60 * 60


class SaysWhatIsSaved:
    """Notes on the request that a page of rows was saved; views of their own note it themselves."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        request.is_saved = True


def naming_the_saved(request, answer):
    """Return `answer`, with a cookie where `request` was saved and says of which visit it is.

    The cookie names the visit, for static/kept/ to forget what it kept of it. Only a save sets
    it: neither a page that comes back with errors nor a redirect to sign in.
    """
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
