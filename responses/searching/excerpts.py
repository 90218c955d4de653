"""Excerpts of passages, their found words marked for HTML. Pure."""

from django.utils.html import escape
from django.utils.safestring import mark_safe

# Around each word that was found; no text holds such characters.
FOUND, END = "\x02", "\x03"
OPENING = 40


def marked(excerpt):
    """Return `excerpt` as safe HTML, with a mark for each word between FOUND and END."""
    text = escape(" ".join(excerpt.split()))
    return mark_safe(text.replace(FOUND, "<mark>").replace(END, "</mark>"))


def opening(text):
    """Return the first words of `text`."""
    words = text.split()
    return " ".join(words[:OPENING]) + (" …" if len(words) > OPENING else "")
