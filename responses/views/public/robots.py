"""What programs that walk the site are asked to leave alone."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

# By the names of their addresses: the pages of the staff and of boards, and how they get in.
NOT_PUBLIC = ("admin:index", "boards", "account_login", "mfa_index", "sign_out")


def robots(request):
    """Name the sitemap, and keep programs from what is not public and from searches.

    There is no end of searches, and each costs a search. A demonstration speaks of real forces
    and is made up in parts, so nothing of it belongs in a search engine.
    """
    home = reverse("home")
    kept_out = (*map(reverse, NOT_PUBLIC), reverse("search_file"), f"{home}*?")
    if settings.DEMONSTRATION:
        kept_out = (home,)
    lines = ["User-agent: *", *(f"Disallow: {place}" for place in kept_out)]
    if settings.SITE_ADDRESS:
        lines += ["", f"Sitemap: {settings.SITE_ADDRESS}{reverse('sitemap')}"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
