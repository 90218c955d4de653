"""Whether a colour can be read on white, as WCAG 2.2 counts it (1.4.3, contrast). Pure."""

import re

# The least contrast of text to its ground, level AA.
LEAST = 4.5
HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
# Red, green and blue as the eye weighs them.
WEIGHTS = (0.2126, 0.7152, 0.0722)


def contrast_to_white(colour):
    """Return the contrast, from 1 to 21, of `colour`, written like #1f3a5f, to white.

    Raises ValueError for what is not written so.
    """
    if not HEX.fullmatch(colour):
        raise ValueError("A colour is written like #1f3a5f.")
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    light = sum(weight * _linear(part) for weight, part in zip(WEIGHTS, parts, strict=True))
    return 1.05 / (light + 0.05)


def _linear(part):
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
