"""Small phrases that several parts of a document need. Pure."""


def count(number, noun):
    """Return "1 recommendation", "16 recommendations", "no recommendations"."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def times_of(times, number):
    """Return "245 times, 215 recommendations", or "" where each of `number` has its one time."""
    return "" if times == number else f"{count(times, 'time')}, {count(number, 'recommendation')}"


def in_a_row(words):
    """Return "1", "1 and 2", "1, 2 and 3"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def sentence(text):
    """Return `text` with a capital at its start."""
    return text[:1].upper() + text[1:]
