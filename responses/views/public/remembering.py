"""Answers with a public page that is remembered while nothing it is made of changes."""

import functools

from ...pages import remembered
from .answering import answer, coding_for


class NotAPage(Exception):  # noqa: N818 it is no error: what the view answers goes to the reader
    """What a view answers in place of its page, such as a redirect: it is not remembered."""

    def __init__(self, response):
        self.response = response


def remembering(view, reads=()):
    """Return `view` with its pages remembered, each by its path and the parameters it `reads`.

    The page depends on nothing else of the request, and on nothing but what is watched
    (`forces/editions.py`): a test compares what public pages read with that.
    """

    @functools.wraps(view)
    def remembered_view(request, *args, **kwargs):
        def make():
            response = view(request, *args, **kwargs)
            if response.status_code != 200:
                raise NotAPage(response)
            return response["Content-Type"], response.content

        asked = [(name, request.GET.getlist(name)) for name in reads]
        coding = coding_for(request)
        try:
            media_type, body = remembered.page(f"{request.path} {asked}", coding, make)
        except NotAPage as instead:
            return instead.response
        return answer(request, body, coding, media_type=media_type)

    remembered_view.is_remembered = True
    return remembered_view
