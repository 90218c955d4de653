"""The colours of cells that stand for a state: red, amber and green where they are plain. Pure."""

import colorsys
import re

from recommendations.rag import Rag

from .. import standing
from ..elements import Paragraph

HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{6}")
FULL_CIRCLE, PURPLE = 360, 300
# From and to which hue, in degrees, and the least light: a dark amber is a brown.
HUES = (
    (Rag.RED, range(-15, 15), 0.45),
    (Rag.AMBER, range(20, 66), 0.7),
    (Rag.GREEN, range(80, 166), 0.35),
)
STRONG = 0.5
# A pale colour is one only where it is light; less than that is a tint of paper.
PALEST, LIGHT = 0.15, 0.85


def shade_of(properties):
    """Return the colour that the properties of a cell give it, "00B050", or "" for none."""
    shading = None if properties is None else properties.find("shd")
    if shading is None:
        return ""
    colour = shading.get("color" if shading.get("val") == "solid" else "fill", "")
    return colour if HEXADECIMAL.fullmatch(colour) else ""


def rag_of_shade(shade):
    """Return the RAG that a colour plainly is, or ""."""
    hue, strength, light = _measured(shade)
    if not _is_colour(strength, light):
        return ""
    hue = hue - FULL_CIRCLE if hue > PURPLE else hue
    return next((rag for rag, hues, least in HUES if hue in hues and light >= least), "")


def _measured(shade):
    """Return the hue in whole degrees, the strength and the light of a colour."""
    red, green, blue = (int(shade[at : at + 2] or "0", 16) / 255 for at in (0, 2, 4))
    hue, strength, light = colorsys.rgb_to_hsv(red, green, blue)
    return round(hue * FULL_CIRCLE), strength, light


def _is_colour(strength, light):
    return strength >= STRONG or (strength >= PALEST and light >= LIGHT)


def say_colour(square, row, told):
    """Give the `square` of a state its colour as a word where it has none; tell what was done.

    A colour of the whole `row` is taken for none of the state. Where there is a word, it counts.
    """
    if square.owner or not square.shade or not _is_colour(*_measured(square.shade)[1:]):
        return
    rag = rag_of_shade(square.shade)
    if all(other.shade == square.shade for other in row):
        rag = ""
    is_word = any(map(str.isalnum, square.text)) or standing.rag_of(square.text)
    if not is_word and rag:
        square.own.append(Paragraph(f"{Rag(rag).label} {standing.BY_COLOUR}"))
        told.coloured += 1
    elif not is_word:
        told.unread += 1
    elif rag and standing.rag_of(square.text) != rag:
        told.differing.append((square.label, Rag(rag).label.lower()))
