"""Each list as its reader left it: filter and order are remembered, in the reader's own browser.

A signed cookie holds them, for each person and list, so that a page that is only looked
at writes nothing. The links of a list say that they are choices (CHOSEN); these are
remembered. An address with a filter from elsewhere is followed as it is, and is not.
"""

from django.conf import settings
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, QueryDict
from django.urls import reverse

CHOSEN = "chosen"
# What of an address is no filter and no order: the page, and the words that are looked for.
PASSING = {CHOSEN, "p", "q", "all", "e", "_popup", "_to_field", "_changelist_filters"}
A_YEAR = 365 * 24 * 60 * 60
# Browsers keep 4,096 bytes of a cookie with its name and terms.
LONGEST = 3_500


class RemembersLists:
    """For the list of a model: come back to it as it was left."""

    def changelist_view(self, request, extra_context=None):
        if request.method != "GET":
            return super().changelist_view(request, extra_context)
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        memory = ListMemory(request)
        if CHOSEN in request.GET:
            return self._remember(request, memory)
        before = memory.of(self._list_name)
        if before and not request.GET:
            return HttpResponseRedirect(f"{request.path}?{before}")
        context = {"is_remembered": _kept(request.GET) == before != ""} | (extra_context or {})
        return super().changelist_view(request, context)

    def _remember(self, request, memory):
        """Keep what was chosen, and lead to it at its own address."""
        asked = request.GET.copy()
        del asked[CHOSEN]
        query = f"?{asked.urlencode()}" if asked else ""
        answer = HttpResponseRedirect(f"{request.path}{query}")
        memory.keep(self._list_name, _kept(asked), answer)
        return answer

    @property
    def _list_name(self):
        return self.opts.label_lower


class ListMemory:
    """What the person who makes `request` left their lists with, as their browser sent it."""

    def __init__(self, request):
        self._cookie = f"lists_{request.user.pk}"
        self._kept = self._read(request.COOKIES.get(self._cookie, ""))

    def of(self, name):
        """Return the query of the list `name`, such as "status=draft&o=2", or ""."""
        return self._kept.get(name, "")

    def keep(self, name, query, answer):
        """Have the browser that gets `answer` keep `query` for the list `name`, or forget it.

        Where it would be too much, the lists that were left longest ago are forgotten.
        """
        kept = {other: known for other, known in self._kept.items() if other != name}
        if query:
            kept[name] = query
        while len(self._written(kept)) > LONGEST:
            kept.pop(next(iter(kept)))
        answer.set_cookie(
            self._cookie,
            self._written(kept),
            max_age=A_YEAR,
            path=reverse("admin:index"),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )

    def _written(self, kept):
        return signing.dumps(kept, salt=self._cookie, compress=True)

    def _read(self, text):
        """Return what a cookie holds; one that was not written here, for this person, nothing."""
        try:
            return signing.loads(text, salt=self._cookie)
        except signing.BadSignature:
            return {}


def _kept(asked):
    """Return what of the query `asked` is filter or order, as it would stand in an address."""
    kept = QueryDict(mutable=True)
    for name, values in asked.lists():
        if name not in PASSING:
            kept.setlist(name, values)
    return kept.urlencode()
