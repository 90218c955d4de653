"""What a reader searched for, as a page and as a table."""

from django.http import Http404
from django.shortcuts import render

from ...pages import kept
from ...pages.codings import IDENTITY
from ...publishing.spreadsheet import MEDIA_TYPES, write_csv
from ...searching import FIELDS, SearchForm, choices, find, found_at_all, table_of, with_places
from .answering import answer

READS = (*FIELDS, "page")
MOST_ROWS = 10_000
TOO_MANY = f"This finds more than {MOST_ROWS:,} passages. Ask for less to have them as a table."


def is_asked(request):
    """Whether the address searches."""
    return any(name in request.GET for name in FIELDS)


def refused(request, form):
    """The page that says what is wrong with `form`: a bad request."""
    return render(request, "public/search.html", {"form": form}, status=400)


def search(request):
    """The passages that are asked for, ten a page."""
    form = SearchForm(request.GET, choices())
    if not form.is_valid():
        return refused(request, form)
    asked = form.search
    found = find(asked, page=_page(request.GET.get("page", "1")))
    if found.page > found.pages:
        raise Http404("There are not so many pages.")
    context = {
        "form": form,
        "search": asked,
        "found": found,
        "chosen": list(form.chosen),
        "is_demonstration": any(hit.is_demonstration for hit in found.hits),
    }
    return render(request, "public/search.html", context)


def search_file(request):
    """All passages that are asked for as CSV, the newest first."""
    form = SearchForm(request.GET, choices())
    if not form.is_valid():
        return refused(request, form)
    found = list(with_places(found_at_all(form.search, most=MOST_ROWS + 1)))
    if len(found) > MOST_ROWS:
        form.add_error(None, TOO_MANY)
        return refused(request, form)
    body = kept.body_of(write_csv(table_of(found)))
    sent = answer(request, body, IDENTITY, media_type=MEDIA_TYPES["csv"])
    sent["Content-Disposition"] = 'attachment; filename="passages.csv"'
    return sent


def _page(asked):
    if not (asked.isascii() and asked.isdecimal() and 0 < len(asked) < 6 and int(asked)):
        raise Http404("Pages are numbered from 1.")
    return int(asked)
