"""Sends what was made for one person of the staff as a PDF or a Word file."""

from django.http import Http404, HttpResponse

from ..documents.making import MEDIA_TYPES


def require_format(suffix):
    """Raise Http404 where there is no format of documents with that suffix."""
    if suffix not in MEDIA_TYPES:
        raise Http404("No such format.")


def send_document(content, name, suffix):
    """Return the answer that shows `content` in the browser, as a file called `name`.`suffix`."""
    headers = {"Content-Disposition": f'inline; filename="{name}.{suffix}"'}
    return HttpResponse(content, content_type=MEDIA_TYPES[suffix], headers=headers)
