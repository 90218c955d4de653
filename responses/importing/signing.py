"""The end of a document: who signs it, with office and web address. Pure."""

from . import shapes, vocabulary
from .elements import Signer
from .tokens import Look

MOST_LINES = 15
MOST_TITLE_LINES = 3
LONGEST_NAME, LONGEST_OFFICE, LONGEST_ADDRESS = 120, 200, 200
SIGNING = frozenset({Look.SHORT, Look.CONTACT, Look.LONG})


def split_signers(tokens):
    """Return the tokens before the sign-off, and the Signers; all and none where it has none.

    A sign-off is taken only as a whole: each line is a name, an office or a web address.
    """
    first = max(0, len(tokens) - MOST_LINES)
    for place in range(first, len(tokens)):
        if place == 0 or tokens[place].stands_apart or _is_valediction(tokens[place - 1]):
            signers = _read([shapes.without_marks(token.text) for token in tokens[place:]])
            if signers and all(token.look in SIGNING for token in tokens[place:]):
                return tokens[:place], signers
    return tokens, ()


def _is_valediction(token):
    return bool(shapes.SALUTATION.match(token.text))


def _read(texts):
    """Return the Signers that `texts` are, or () where any line is something else."""
    signers = []
    while texts:
        signer, taken = _read_one(texts)
        if signer is None:
            return ()
        signers.append(signer)
        texts = texts[taken:]
    return tuple(signers)


def _read_one(texts):
    name, title = _name_and_title(texts[0])
    if not name:
        return None, 0
    titles, taken = ([title] if title else []), 1
    while taken < len(texts) and len(titles) < MOST_TITLE_LINES and _is_title(texts, taken):
        titles.append(texts[taken])
        taken += 1
    office = " ".join(titles)
    if not vocabulary.names_office(office) or len(office) > LONGEST_OFFICE:
        return None, 0
    website = "".join(text for text in texts[taken : taken + 1] if _is_website(text))
    return Signer(name, office, website), taken + bool(website)


def _is_website(text):
    return shapes.is_website(text) and len(text) <= LONGEST_ADDRESS


def _name_and_title(text):
    """Return the name on a line, and the office after a comma where it has one."""
    name, comma, title = text.partition(",")
    if comma and vocabulary.names_office(title):
        return (name.strip() if _is_name(name) else ""), title.strip()
    return (text.rstrip(",") if _is_name(text) else ""), ""


def _is_name(text):
    is_short = len(text) <= LONGEST_NAME
    return is_short and shapes.is_name(text) and not vocabulary.names_office(text)


def _is_title(texts, place):
    """A line of an office; a name that has its own office below it begins the next signer."""
    text = texts[place]
    if shapes.is_contact(text) or len(text) > shapes.LONGEST_HEADING or text[-1] in ".:;":
        return False
    has_office_below = place + 1 < len(texts) and vocabulary.names_office(texts[place + 1])
    name, title = _name_and_title(text)
    return not (name and (title or has_office_below))
