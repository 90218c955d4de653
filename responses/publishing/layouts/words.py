"""Small phrases that several parts of a document need. Pure."""


def count(number, noun):
    """Return "1 recommendation", "16 recommendations", "no recommendations"."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def date_words(date):
    """Return a PartialDate in words, with the document's own phrase where it has one."""
    if date.words and date.phrase and date.phrase != date.words:
        return f"{date.words} (“{date.phrase}”)"
    return str(date)


def sentence(text):
    """Return `text` with a capital at its start."""
    return text[:1].upper() + text[1:]
