"""The names in braces that the words of a covering letter may hold, and what is put there. Pure.

A fixed set of names, each with a text. Whatever else is written is text.
"""

import re

PLACEHOLDERS = {
    "report": "the title of the report, in quotation marks",
    "report_published": "“on” its day, or “in” its month, as far as that is known",
    "report_published_on": "its day alone",
    "inspectorate": "who made the report",
    "force": "the force",
    "body": "the local policing body",
    "signatory": "who signs",
    "version": "the number of the version",
    "response_published": "“on” the day, or “in” the month, that the response gives for itself",
    "published_on": "the day on which that version was published here",
    "address": "its web address",
    "hash": "the SHA-256 of its record",
    "addressee": "the addressee of the day",
    "salutation": "how the letter begins",
    "today": "the date of the letter",
    "duty": "the sentence that section 55(6) asks for the copy; blank where it does not run",
}
PLACE = re.compile(r"\{([a-z_]+)\}")
BRACE = re.compile(r"[{}]")


def fill(text, values):
    """Return `text` with `values` in the places of their names; what they hold is only text."""
    return PLACE.sub(lambda place: values.get(place[1], place[0]), text)


def fault_of(text):
    """Return the sentence that refuses `text` for a placeholder that is none, or ""."""
    unknown = [name for name in PLACE.findall(text) if name not in PLACEHOLDERS]
    if unknown:
        return f"“{{{unknown[0]}}}” is no placeholder. {known()}"
    if broken := BRACE.search(PLACE.sub("", text)):
        return f"A brace, “{broken[0]}”, stands only around the name of a placeholder. {known()}"
    return ""


def known():
    """Return the sentence that names every placeholder."""
    *most, last = (f"{{{name}}}" for name in PLACEHOLDERS)
    return f"These are known: {', '.join(most)} and {last}."
