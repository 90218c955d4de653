"""What every template may know of the site itself."""

from django.conf import settings


def site(request):
    """Give templates the register's name, its brand style, and whether it is a demonstration."""
    return {
        "site_name": settings.SITE_NAME,
        "brand_style": settings.BRAND_STYLE,
        "is_demonstration_site": settings.DEMONSTRATION,
    }
