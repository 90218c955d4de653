"""Sends the bytes of a page as HTTP has it: compressed as asked, and not twice to one reader."""

from django.http import HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

from ...pages.codings import IDENTITY, choose

HTML = "text/html; charset=utf-8"
# A browser asks each time, which costs a 304: who has just published sees what is published.
# A cache in front of the site may keep its copy for a minute, which spares most of the load.
# Where the check fails nothing is shown, so that nothing withdrawn lives on in a cache.
CACHING = "public, max-age=0, s-maxage=60, must-revalidate"


def coding_for(request):
    """Return the Coding in which who asks is sent a page."""
    return choose(request.META.get("HTTP_ACCEPT_ENCODING", ""))


def held_by(request, coding):
    """Return the digest of the page that who asks holds in this `coding`, or "".

    It is that of one strong tag, as browsers send it. Whatever else is compared when it is sent.
    """
    return coding.digest_of(request.META.get("HTTP_IF_NONE_MATCH", ""))


def answer(request, body, coding, *, media_type=HTML):
    """Return the HTTP response that sends `body`, which is in `coding`, to who asks."""
    tag = coding.entity_tag(body.digest)
    if body.content is None or (body.status == 200 and is_held(request, tag)):
        # Without a Content-Length: there are clients that would wait for so many bytes.
        response = HttpResponseNotModified()
    else:
        content = b"" if request.method == "HEAD" else body.content
        response = HttpResponse(content, status=body.status, content_type=media_type)
        response["Content-Length"] = str(len(body.content))
        if coding != IDENTITY:
            response["Content-Encoding"] = coding.name
    response["ETag"] = tag
    response["Cache-Control"] = CACHING
    response["Vary"] = "Accept-Encoding"
    return response


def is_held(request, tag):
    """Whether the reader holds the page already, by a weak comparison of tags (RFC 9110)."""
    held = request.META.get("HTTP_IF_NONE_MATCH", "")
    if not held:
        return False
    tags = parse_etags(held)
    return "*" in tags or tag in (one.removeprefix("W/") for one in tags)
