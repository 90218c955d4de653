"""Signs that Word keeps as places in a font of signs. Pure."""

OF_FONTS = ("wingdings", "symbol", "webdings")
# The places that forms and lists use, in Wingdings where the fonts differ.
SIGNS = {
    0xFC: "✓", 0xFB: "✗", 0xFE: "☒", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x78: "☒", 0xA7: "•",
    0xB7: "•", 0xD8: "•", 0xE0: "→", 0xDF: "←", 0x2D: "–", 0xB0: "°", 0xB3: "≥", 0xA3: "≤",
    0xB1: "±", 0x52: "☒", 0xA2: "′",
}  # fmt: skip
# The letters of the font called Symbol, from A and from a.
GREEK = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
}
PRIVATE, END_OF_PRIVATE = 0xF000, 0xF900
# A sign that nobody takes for a box to tick.
UNKNOWN = "\ufffd"


def symbol(font, place):
    """Return the sign at `place`, a number in hexadecimal, of a font of signs."""
    try:
        number = int(place, 16)
    except ValueError:
        return ""
    is_of_signs = font.lower().startswith(OF_FONTS)
    if PRIVATE <= number < PRIVATE + 0x100:
        number, is_of_signs = number - PRIVATE, True
    if is_of_signs:
        letters = GREEK if font.lower().startswith("symbol") else {}
        return letters.get(number) or SIGNS.get(number, UNKNOWN)
    return chr(number) if _is_plain(number) else UNKNOWN


def _is_plain(number):
    """Whether `number` is a character by itself, and none that a font makes of its own."""
    return 0x20 <= number < 0xD800 or END_OF_PRIVATE <= number < 0xF0000
