"""Who must sign in, and what readers of a demonstration see where there is no page."""

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import Http404
from django.template.response import SimpleTemplateResponse
from django.views.defaults import page_not_found


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """Django's own, but it asks who somebody is only where that matters.

    Public pages then never touch the session: they set no `Vary: Cookie`, and caches in
    front may keep one copy for everybody.
    """

    def process_view(self, request, view_func, view_args, view_kwargs):
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


def plain_not_found(get_response):
    """Show the site's own page where there is none, also in a demonstration.

    A demonstration runs with DEBUG on, where Django would show its own page, which is
    for programmers. What a view itself has to say of a missing row is left as it is.
    """

    def middleware(request):
        response = get_response(request)
        is_from_view = isinstance(response, SimpleTemplateResponse)
        is_missing = response.status_code == 404 and not is_from_view
        if is_missing and settings.DEBUG and settings.DEMONSTRATION:
            return page_not_found(request, Http404())
        return response

    return middleware
