"""What every template may know of the site itself."""

from django.conf import settings

from responses.pages.copying import copied_on


def site(request):
    """Give templates the register's name, address, look and licence, and its kind."""
    return {
        "site_name": settings.SITE_NAME,
        "site_address": settings.SITE_ADDRESS,
        "copied_on": copied_on(),
        "brand_style": settings.BRAND_STYLE,
        "is_demonstration_site": settings.DEMONSTRATION,
        "licence_name": settings.LICENCE_NAME,
        "licence_address": settings.LICENCE_ADDRESS,
    }
