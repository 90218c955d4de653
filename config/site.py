"""What every template may know of the site itself."""

from django.conf import settings


def site(request):
    """Give templates the register's name, its look, its licence, and whether it is for show."""
    return {
        "site_name": settings.SITE_NAME,
        "brand_style": settings.BRAND_STYLE,
        "is_demonstration_site": settings.DEMONSTRATION,
        "licence_name": settings.LICENCE_NAME,
        "licence_address": settings.LICENCE_ADDRESS,
    }
