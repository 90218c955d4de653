"""What is longer than the register takes: shortened there, and in full in the text. Pure."""

LONGEST_TITLE, LONGEST_HEADING, LONGEST_LABEL, LONGEST_NUMBER = 300, 200, 200, 30
LONGEST_OWNER, LONGEST_DUE = 120, 200
CUT = "…"


def shortened(words, longest):
    """Return `words` as they are where they fit, else as many whole words as fit, and “…”."""
    if len(words) <= longest:
        return words
    kept = words[: longest - len(CUT) + 1]
    return (kept.rpartition(" ")[0] or kept[:-1]).rstrip(" ,;:–-") + CUT


def told(what, words, longest):
    """Return the sentence that tells of `words` that were too long for `what`."""
    begin = shortened(words, 60)
    return f"{what} has more than {longest} letters: it stands in full in the text: “{begin}”"
