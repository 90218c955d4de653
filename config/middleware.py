"""Sign-in is required everywhere but where an address is marked public."""

from django.contrib.auth.middleware import LoginRequiredMiddleware


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """Django's own, but it asks who somebody is only where that matters.

    Public pages then never touch the session: they set no `Vary: Cookie`, and caches in
    front may keep one copy for everybody.
    """

    def process_view(self, request, view_func, view_args, view_kwargs):
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)
