"""The page of the admin from which a person came to a row, for a way back to it."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request):
    """Return the address in the admin that `request` names with `?back=`, or ""."""
    back = request.GET.get("back", "")
    is_here = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if is_here and back.startswith(reverse("admin:index")) else ""


class LeadsBack:
    """For the page of a row: who came from another page goes back to it once it is saved."""

    def response_change(self, request, obj):
        answer = super().response_change(request, obj)
        if back := way_back(request):
            stays = "_continue" in request.POST
            return HttpResponseRedirect(request.get_full_path() if stays else back)
        return answer

    def render_change_form(self, request, context, *args, **kwargs):
        context["way_back"] = way_back(request)
        return super().render_change_form(request, context, *args, **kwargs)
