"""What a deployment should state of itself before it serves readers."""

from django.core import checks

from .operator import not_stated


@checks.register(deploy=True)
def trust_pages_are_complete(app_configs, **kwargs):
    """The accessibility statement and the privacy page say who answers for the site."""
    blank = not_stated()
    if not blank:
        return []
    hint = "The pages say that it is not yet stated. See docs/settings.md, “Trust pages”."
    return [checks.Warning(f"Not set: {', '.join(blank)}.", hint=hint, id="answerable.W001")]
