"""The end of a document: who signs it, with office and web address. Pure."""

import re
from dataclasses import dataclass

from . import shapes, vocabulary
from .elements import Signer
from .tokens import Look

MOST_LINES = 15
MOST_TITLE_LINES = 3
LONGEST_NAME, LONGEST_OFFICE, LONGEST_ADDRESS = 120, 200, 200
COPIES = re.compile(
    r"(?:[Cc]c|CC|c\.c\.|[Cc]opied to|[Cc]op(?:y|ies)(?: to)?)\s*:|(?:cc|c\.c\.)(?:\s|$)"
)
PART = re.compile(
    r"(?P<label>signed(?: by)?|signature|name|title|role|position|dated?)"
    r"\s*(?::|(?=[._…])|$)(?P<value>.*)",
    re.IGNORECASE,
)
LINKED = re.compile(r"\[([^\]]+)\]\([^)\s]*\)")
LINE, DATE = " ._…-", "date"
SIGNING = frozenset({Look.SHORT, Look.CONTACT, Look.LONG})


@dataclass(frozen=True)
class Signing:
    """The tokens that are not of the sign-off, the Signers, and what beside them is left out."""

    rest: tuple
    signers: tuple[Signer, ...] = ()
    told: tuple[str, ...] = ()


def split_signers(tokens):
    """Return the Signing of `tokens`, which has no Signers where there is no sign-off.

    A sign-off is taken only as a whole: each line is a name, an office or a web address, the
    place of a signature, or below them how to reach who signs and who has a copy, to the end.
    """
    for end in range(len(tokens), _least_end(tokens) - 1, -1):
        for place in range(max(0, end - MOST_LINES), end):
            if place == 0 or tokens[place].stands_apart or _is_valediction(tokens[place - 1]):
                found = _signing(tokens, place, end)
                if found:
                    return found
    return Signing(tuple(tokens))


def _least_end(tokens):
    """Return the place of the first line at the end that is below who signs: how to reach them."""
    end = len(tokens)
    last = range(max(0, end - MOST_LINES), end)
    end = next((place for place in last if _tells_copies(tokens[place])), end)
    while end > last.start and _is_contact(tokens[end - 1]):
        end -= 1
    return end


def _tells_copies(token):
    return bool(COPIES.match(token.text.replace("**", "")))


def _is_contact(token):
    return token.given is None and shapes.is_contact(token.text)


def _signing(tokens, place, end):
    """Return the Signing if who signs stands from `place` to `end`, or None."""
    if any(map(_tells_copies, tokens[place:end])):
        return None
    lines, beside, dates = [], [token.text for token in tokens[end:]], []
    for token in tokens[place:end]:
        label, value = part_of_signature(_words(token))
        if label == DATE and value:
            dates.append(token)
        elif not value:
            beside.append(token.text)
        elif label or token.look in SIGNING or _is_website(value):
            lines.append(value)
        else:
            return None
    signers = read_signers(lines)
    if not signers:
        return None
    quoted = " ".join(f"“{text}”" for text in beside)
    told = (f"Beside who signs: {quoted}",) if quoted else ()
    return Signing((*tokens[:place], *dates), signers, told)


def _words(token):
    """Return the words of a line; of a link to a website that it is, without the address."""
    link = LINKED.fullmatch(token.text)
    return link[1] if link and _is_website(link[1]) else shapes.without_marks(token.text)


def part_of_signature(text):
    """Return (label, value) of a line such as "Signed: …" or "Name: Jo Fenwick", ("", text) else.

    A date is one with its label or without.
    The place of a signature that nobody wrote in has no value.
    """
    found = PART.fullmatch(text)
    if not found:
        return (DATE if shapes.date(text).is_known else ""), text
    label = found["label"].casefold()
    return (DATE if label.startswith(DATE) else label), found["value"].strip(LINE)


def _is_valediction(token):
    return bool(shapes.SALUTATION.match(token.text))


def read_signers(texts):
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
