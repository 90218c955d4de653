"""Paragraphs that begin with the label of a recommendation, as sections of their own. Pure."""

from dataclasses import replace

from . import headed, labels
from .elements import Paragraph, Section


def parted(sections, findings):
    """Return `sections`, each divided where a paragraph in it begins the answer to a finding.

    What follows such a paragraph is of the same answer, to the next one.
    """
    return tuple(part for section in sections for part in _parts(section, findings))


def _parts(section, findings):
    parts = [(section, [])]
    for element in section.elements:
        label, rest = _begun(element, findings)
        if label:
            level = section.level + (headed.heading(section, findings) is None)
            parts.append((Section(label, level, (), section.at, is_run_in=True), []))
        parts[-1][1].append(rest)
    made = [replace(part, elements=tuple(elements)) for part, elements in parts]
    is_needed = made[0].heading or made[0].elements or len(made) == 1
    return made if is_needed else made[1:]


def _begun(element, findings):
    """Return the label that `element` begins with, "" for none, and what it says beside."""
    found = labels.run_in(element.text) if isinstance(element, Paragraph) else None
    if not found or not headed.matches(found[0], "", findings):
        return "", element
    return found[0], Paragraph(found[1])
