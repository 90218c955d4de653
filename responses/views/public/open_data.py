"""The open data: JSON of the register for programs anywhere, and in words what was wrong."""

import functools
import json

from django.http import HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.utils.cache import patch_vary_headers

from ...open_data import bulk, description
from ...open_data.asking import Refused, read_query
from ...open_data.operations import OPERATIONS
from ...pages import kept, remembered
from ...pages.codings import IDENTITY
from ...pages.renderer import renderer
from .answering import CACHING, answer, coding_for, is_held

JSON, PROBLEM = "application/json", "application/problem+json"
CSV = "text/csv; charset=utf-8"
METHODS = "GET, HEAD, OPTIONS"
BY_NAME = {one.name: one for one in OPERATIONS}
TITLES = {400: "Bad request", 404: "Not found", 405: "Method not allowed", 406: "Not acceptable"}


def open_data(media_type):
    """Return what makes of a view an address of the open data that answers with `media_type`.

    Programs on any site may read it. It is only read, and what it refuses is a problem in JSON
    (RFC 9457).
    """

    def wrap(view):
        @functools.wraps(view)
        def open_view(request, *args, **kwargs):
            sent = _answer(view, media_type, request, *args, **kwargs)
            sent["Access-Control-Allow-Origin"] = "*"
            sent["Access-Control-Expose-Headers"] = "ETag"
            patch_vary_headers(sent, ["Accept"])
            return sent

        return open_view

    return wrap


def _answer(view, media_type, request, *args, **kwargs):
    if request.method == "OPTIONS":
        return _preflight()
    if request.method not in ("GET", "HEAD"):
        refused = problem(405, "This is only read.")
        refused["Allow"] = METHODS
        return refused
    try:
        if not request.accepts(media_type.partition(";")[0]):
            raise Refused(406, f"This is only to be had as {media_type}.")
        return view(request, *args, **kwargs)
    except Refused as refusal:
        return problem(refusal.status, refusal.detail)


def _preflight():
    allowed = HttpResponse(status=204)
    allowed["Allow"] = allowed["Access-Control-Allow-Methods"] = METHODS
    allowed["Access-Control-Allow-Headers"] = "Accept, If-None-Match"
    allowed["Access-Control-Max-Age"] = "86400"
    return allowed


def problem(status, detail):
    """Return the HTTP response that says what is wrong."""
    facts = {"type": "about:blank", "title": TITLES[status], "status": status, "detail": detail}
    refused = HttpResponse(_json(facts), status=status, content_type=PROBLEM)
    refused["Cache-Control"] = "no-store"
    return refused


def _json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@open_data(JSON)
def interface(request, operation, **place):
    """The answer to one of OPERATIONS, remembered while the register does not change."""
    asked_of = BY_NAME[operation]
    asked = read_query(request.GET, asked_of.parameters)

    def make():
        return JSON, _json(asked_of.answer(asked, place))

    coding = coding_for(request)
    address = f"{request.path} {sorted(asked.items())}"
    media_type, body = remembered.page(address, coding, make)
    return answer(request, body, coding, media_type=media_type)


interface.is_remembered = True


@open_data(JSON)
def nowhere(request, rest):
    """Every other address below the interface."""
    raise Refused(404, "There is nothing at this address. /data/ says what there is.")


@open_data(JSON)
def openapi(request):
    """What the open data answers, as OpenAPI 3.1."""
    read_query(request.GET, ())
    return answer(request, kept.body_of(_json(description.document())), IDENTITY, media_type=JSON)


@open_data(CSV)
def answers_csv(request):
    """All answers as a table."""
    return _streamed(request, bulk.answers_csv, CSV, "answers.csv")


@open_data(JSON)
def register_json(request):
    """The whole register in one file."""
    return _streamed(request, bulk.register_json, JSON, "register.json")


def _streamed(request, write, media_type, name):
    """Send what `write` yields, as it is made; its tag is of the register's edition."""
    read_query(request.GET, ())
    moment = bulk.moment()
    tag = _tag(name, moment.setting)
    if tag and is_held(request, tag):
        sent = HttpResponseNotModified()
    else:
        pieces = () if request.method == "HEAD" else write(moment.made)
        sent = StreamingHttpResponse(pieces, content_type=media_type)
        sent["Content-Disposition"] = f'attachment; filename="{name}"'
    if tag:
        sent["ETag"] = tag
    sent["Cache-Control"] = CACHING
    return sent


def _tag(name, setting):
    """Return the strong tag of the file in this Setting, or "" where it has no edition."""
    if not setting.edition:
        return ""
    return f'"{kept.digest_of(f"{name} {setting.edition} {renderer()}".encode())}"'
