"""What one line looks like by itself: a bullet, a numbered item, a labelled value, a heading.

Pure. Shapes only; which line is what in its document is decided by those who ask.
"""

import re

from recommendations.partial_dates import UNKNOWN, parse

BULLET = re.compile("(?:[•●▪■◦‣⁃·\uf0a7\uf0b7]\\s*|[-–—*o+]\\s+)(?=\\S)")
NUMBER = re.compile(r"(\(?(?:\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]|(?:[a-z]|[ivx]{1,5})\)))\s+(?=\S)")
COLON = re.compile(r"(?P<label>[A-Z][^:\t]*?)\s*:(?:\s+(?P<value>\S.*))?")
VERSION = re.compile(r"(?P<label>[Vv]ersion)\s*[:\t ]\s*(?P<value>\S.*)")
LINK = re.compile(r"\[[^\]]+\]\([^)\s]*\)")
WEBSITE = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|wales)(?:/\S*)?")
CONTACT = re.compile(
    r"[^\s@]+@[^\s@]+|(?:tel|phone|telephone|email|e-mail)\b.*|\+?[\d ()]{9,}", re.I
)
WHOLE_BOLD = re.compile(r"\*\*([^*]+)\*\*:?")
HASHES = re.compile(r"#{1,6}\s+")
SALUTATION = re.compile(r"(?:dear|yours|kind|signed|sincerely|with|cc)\b", re.I)
NAME_PART = re.compile(r"[A-Z][\w.'’-]*|d[aei]|van|von|of")

LONGEST_HEADING, MOST_HEADING_WORDS = 120, 12
# Of a label in a table, and of one that is typed: only the table ties a long one to its value.
LONGEST_LABEL, LONGEST_TYPED_LABEL, MOST_LABEL_WORDS = 200, 80, 8
LONGEST_TITLE = 300
LONGEST_SHORT_VALUE = 250
NAME_WORDS = range(2, 7)


def bullet(text):
    """Return the words of a bullet, or None where `text` is no bullet."""
    match = BULLET.match(text)
    return text[match.end() :] if match else None


def number(text):
    """Return the number as printed ("3a.", "(ii)") and the words of a numbered item, or None."""
    match = NUMBER.match(text)
    return (match[1], text[match.end() :]) if match else None


def labelled(text):
    """Return the label and the value of "Label<TAB>value" (either may have colons), or None."""
    label, tab, value = text.partition("\t")
    label = label.strip().removesuffix(":").strip()
    if not tab or number(text) or bullet(text) or not _is_label(label):
        return None
    return label, " ".join(value.split())


def colon_labelled(text):
    """Return the label and the value of "Label: value", or None; the value may be empty."""
    match = VERSION.fullmatch(text) or COLON.fullmatch(text)
    if not match or not _is_label(match["label"]) or len(match["label"].split()) > MOST_LABEL_WORDS:
        return None
    value = match["value"] or ""
    return (match["label"], value) if len(value) <= LONGEST_SHORT_VALUE else None


def _is_label(label):
    has_letter = any(character.isalpha() for character in label)
    return has_letter and len(label) <= LONGEST_TYPED_LABEL and label[-1] not in ".;,"


def heading(text):
    """Return the words of a line that may be a heading, without its marks; else None."""
    words = without_marks(text)
    if not words or len(words) > LONGEST_HEADING or words[-1] in ".;,:!" or "](" in words:
        return None
    begins = words[0].isupper() or words[0].isdigit()
    is_other = SALUTATION.match(words) or is_contact(words) or date(words).is_known
    return words if begins and not is_other else None


def without_marks(text):
    """Return `text` without the marks of a heading: leading hashes, or bold all over."""
    text = HASHES.sub("", text, count=1) if HASHES.match(text) else text
    bold = WHOLE_BOLD.fullmatch(text)
    return (bold[1] if bold else text).strip()


def is_sentence(words):
    """Whether `words` say more than a heading does: they end in a full stop, or are many."""
    return words.endswith(".") or len(words.split()) > MOST_HEADING_WORDS


def is_marked_heading(text):
    """Whether hashes or bold all over say that `text` is a heading."""
    return bool(HASHES.match(text) or WHOLE_BOLD.fullmatch(text))


def is_name(text):
    """Whether `text` may be a person's name: a few words with capitals, and no figure."""
    parts = text.rstrip(",").replace(",", " ").split()
    return len(parts) in NAME_WORDS and all(NAME_PART.fullmatch(part) for part in parts)


def is_website(text):
    return bool(WEBSITE.fullmatch(text))


def is_contact(text):
    """Whether `text` is nothing but an address on the web, an e-mail address or a telephone."""
    return is_website(text) or bool(CONTACT.fullmatch(text))


def is_link(text):
    """Whether `text` is one link, in the form [words](address), and nothing else."""
    return bool(LINK.fullmatch(text))


def date(text):
    """Return the date that `text` is, a PartialDate that is not known where it is none."""
    try:
        return parse(text)
    except ValueError:
        return UNKNOWN
