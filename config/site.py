"""What every template may know of the site itself."""

from django.conf import settings


def site(request):
    """Give templates the name, address and style of the register, and whether it is a trial."""
    return {
        "site_name": settings.SITE_NAME,
        "site_address": settings.SITE_ADDRESS,
        "brand_style": settings.BRAND_STYLE,
        "is_demonstration_site": settings.DEMONSTRATION,
    }
