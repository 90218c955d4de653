"""Boxes with somebody's words as sections of their own: their voice ends with the box. Pure."""

from dataclasses import replace
from itertools import groupby

from ..kinds import Level
from . import labels
from .elements import Frame, Section


def unframed(sections):
    """Return `sections`, each divided where a Frame stands in it.

    What stands below a box goes on with the section. In the answer to a recommendation it stands
    before the box, since an answer has no parts in which to go on.
    """
    return tuple(part for section in sections for part in _parts(section))


def _parts(section):
    elements = section.elements
    if labels.ABOUT.fullmatch(section.heading):
        elements = sorted(elements, key=_is_frame)
    runs = [(is_frame, tuple(run)) for is_frame, run in groupby(elements, key=_is_frame)]
    first = runs.pop(0)[1] if runs and not runs[0][0] else ()
    parts = [replace(section, elements=first)] if first or section.heading or not runs else []
    level = Level.SUBSECTION if parts else Level.SECTION
    for is_frame, run in runs:
        if is_frame:
            parts += (
                Section(one.heading, level, one.elements, section.at, is_framed=True) for one in run
            )
        else:
            parts.append(replace(section, heading="", level=level, elements=run, goes_on=True))
    return parts


def _is_frame(element):
    return isinstance(element, Frame)
