"""Small phrases that several parts of a document need. Pure."""


def count(number, noun):
    """Return "1 recommendation", "16 recommendations", "no recommendations"."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def sentence(text):
    """Return `text` with a capital at its start."""
    return text[:1].upper() + text[1:]
