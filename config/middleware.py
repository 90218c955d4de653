"""Who must sign in and how, for how long, how much anybody may send, and what a demonstration
shows where there is no page.
"""

import time

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import Http404
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse
from django.utils.deprecation import MiddlewareMixin
from django.views.defaults import page_not_found

from forces.sign_in import second_factor


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """Django's own, but it asks who somebody is only where that matters.

    Public pages then never touch the session: they set no `Vary: Cookie`, and caches in
    front may keep one copy for everybody.
    """

    def process_view(self, request, view_func, view_args, view_kwargs):
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


class SecondFactorMiddleware(MiddlewareMixin):
    """Lead whoever may write, and gave no second factor yet, to do that before all else.

    Only a demonstration does without. Pages by which a second factor is set up or given are
    marked with `second_factor.comes_first`.
    """

    def process_view(self, request, view_func, view_args, view_kwargs):
        is_public = not getattr(view_func, "login_required", True)
        if is_public or second_factor.is_where_it_is_given(view_func):
            return None
        return second_factor.way_to_give_it(request)


class SlidingSessionMiddleware(MiddlewareMixin):
    """Let a session end after a time without a request, and not before, while it is in use.

    Public pages neither read nor prolong it.
    """

    def process_view(self, request, view_func, view_args, view_kwargs):
        if not getattr(view_func, "login_required", True) or not request.user.is_authenticated:
            return
        now = int(time.time())
        if now - request.session.get("seen_at", 0) >= settings.SESSION_SEEN_EVERY:
            request.session["seen_at"] = now


def refuse_large_uploads(get_response):
    """Answer what is too large before any of it is read, and say how large it may be.

    A server reads no more than the length that a request says it has, so this is all.
    """

    def middleware(request):
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > settings.LARGEST_UPLOAD:
            most = settings.LARGEST_UPLOAD // 1024 // 1024
            return render(request, "413.html", {"most": most}, status=413)
        return get_response(request)

    return middleware


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
