"""Which signs the typefaces of the PDFs can show, and what stands instead of the others. Pure.

PDF/UA allows no sign without a glyph. A sign of another script or a picture is named in
brackets, so that nothing is lost in silence; what cannot be seen anyway is left out, and so is
an accent that makes no letter of Unicode with the one before it.
"""

import re
import unicodedata

SHOWN = (
    *(
        "\n -~",
        "\u00a0-\u02ff",
        "\u0370-\u0377",
        "\u037a-\u037f",
        "\u0384-\u038a",
        "\u038c",
        "\u038e-\u03a1",
    ),
    *(
        "\u03a3-\u0482",
        "\u048a-\u04ff",
        "\u1e00-\u1f15",
        "\u1f18-\u1f1d",
        "\u1f20-\u1f45",
        "\u1f48-\u1f4d",
    ),
    *("\u1f50-\u1f57", "\u1f5f-\u1f7d", "\u1f80-\u1fb4", "\u1fb6-\u1fc4", "\u1fc6-\u1fd3"),
    *("\u1fd6-\u1fdb", "\u1fdd-\u1fef", "\u1ff2-\u1ff4", "\u1ff6-\u1ffe", "\u2000-\u200d"),
    *("\u2010-\u2027", "\u202f-\u2040", "\u2044-\u2052", "\u2054-\u205f", "\u2070-\u2071"),
    *("\u2074-\u208e", "\u2090-\u209c", "\u20a0-\u20c0", "\u2100-\u211e", "\u2120", "\u2122"),
    *("\u2124", "\u2126-\u2184", "\u2190-\u23ff", "\u2460-\u2606", "\u2609-\u262f"),
    *("\u2638-\u268b", "\u2690-\u269c", "\u2701-\u2704", "\u2706-\u2709", "\u270c-\u2714"),
    *("\u2717-\u2726", "\u272a-\u274b", "\u274f-\u2752", "\u2758-\u275e", "\u2761-\u277f"),
    *("\u2794", "\u2798-\u27af", "\u27b1-\u27bf", "\u2900-\u2b73", "\ufb00-\ufb06", "\ufffd"),
)
OTHER = re.compile(f"[^{''.join(SHOWN)}]")
UNSEEN, UNNAMED = ("Cc", "Cf", "Mn", "Me"), "\u25a1"


def shown(text):
    """Return `text` with a name, a box or nothing for each sign that cannot be shown."""
    if text.isascii() and text.isprintable():
        return text
    return OTHER.sub(_instead, unicodedata.normalize("NFC", text))


def _instead(match):
    sign = match[0]
    if sign in "\t\r\f\v\u2028\u2029":
        return " "
    if unicodedata.category(sign) in UNSEEN:
        return ""
    name = unicodedata.name(sign, "").lower()
    return f"[{name}]" if name else UNNAMED
