"""Who runs this installation, and what it states of its accessibility: facts from the settings.

Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
Nothing is assumed where a setting is blank: a page says that it is not stated.
"""

from django.conf import settings

CONTACT = ("OPERATOR_EMAIL", "OPERATOR_PHONE", "OPERATOR_ADDRESS")
# What a statement cannot do without; of the ways of CONTACT, one is enough.
STATED = (
    *("OPERATOR_NAME", "ACCESSIBILITY_STATUS", "ACCESSIBILITY_PREPARED_ON"),
    *("ACCESSIBILITY_REVIEWED_ON", "ACCESSIBILITY_REPLY_DAYS"),
)
NAMES = (*STATED, *CONTACT, "ACCESSIBILITY_PROBLEMS")


def facts():
    """Return all of NAMES with their values, such as {"OPERATOR_NAME": "An office"}."""
    return {name: getattr(settings, name) for name in NAMES}


def not_stated():
    """Return the names of the settings without which the trust pages leave something open."""
    blank = [name for name in STATED if not getattr(settings, name)]
    if not any(getattr(settings, name) for name in CONTACT):
        blank.append("OPERATOR_EMAIL")
    if settings.ACCESSIBILITY_STATUS == "partial" and not settings.ACCESSIBILITY_PROBLEMS:
        blank.append("ACCESSIBILITY_PROBLEMS")
    return blank
