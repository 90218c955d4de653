"""What a deployment must say before it serves anybody."""

from django.conf import settings
from django.core.checks import Error, register


@register(deploy=True)
def site_address_is_given(app_configs, **kwargs):
    """Mails lead to settings.SITE_ADDRESS, so a deployment must give it."""
    if settings.SITE_ADDRESS:
        return []
    hint = "Set it to where readers find the site, such as https://answerable.example."
    return [Error("SITE_ADDRESS is not set.", hint=hint, id="answerable.E001")]
