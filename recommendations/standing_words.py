"""What a field of a rating says, in words. Pure."""

import datetime

from .partial_dates import PartialDate
from .rag import Assurance, Progress, Rag

CHOICES = {"rag": Rag, "progress": Progress, "assurance": Assurance}


def in_words(field, value):
    """Return how `value` of a `field` of a rating reads; an empty string where it is blank."""
    if not value:
        return ""
    if isinstance(value, datetime.date):
        return PartialDate.of(value).words
    choices = CHOICES.get(field)
    return dict(choices.choices).get(value, str(value)) if choices else str(value)
