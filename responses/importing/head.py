"""The head of a document: its title and its labelled values, until the narrative begins. Pure."""

from dataclasses import dataclass

from . import shapes
from .elements import Field
from .tokens import ITEMS, PROSE, Look, elements_of

MOST_UNLABELLED = 3
MOST_WORDS_OF_HEADING = 3
MOST_WORDS_OF_LABEL = 2
FEWEST_OF_FORM = 2


@dataclass(frozen=True)
class Head:
    title: str
    fields: tuple[Field, ...]
    is_form: bool


def split_head(tokens):
    """Return the Head of a document and the tokens after it."""
    start = 1 if _opens_with_title(tokens) else 0
    title = shapes.without_marks(tokens[0].text) if start else ""
    end = _end(tokens, start)
    tabs = sum(token.look is Look.TAB for token in tokens[start:end])
    head = Head(title, _fields(tokens[start:end]), tabs >= FEWEST_OF_FORM)
    return head, tokens[end:]


def _opens_with_title(tokens):
    """Whether the first line is a title: not a labelled value, and not a first heading."""
    if len(tokens) < 2 or tokens[0].look not in (Look.SHORT, Look.COLON, Look.LONG):
        return False
    first, second = tokens[:2]
    if len(first.text) > shapes.LONGEST_TITLE or first.text[-1] in ".;,:":
        return False
    if first.look is Look.COLON and _is_label(first):
        return False
    is_brief = len(first.text.split()) <= MOST_WORDS_OF_HEADING
    return not (is_brief and (second.look in PROSE or _leads_in(tokens, 1)))


def _is_label(token):
    is_short = len(token.label.split()) <= MOST_WORDS_OF_LABEL
    return is_short or shapes.date("".join(token.pieces)).is_known


def _end(tokens, start):
    """Return the place where the head ends: after the last labelled value and its lines."""
    end, unlabelled, is_form = start, 0, False
    for place in range(start, len(tokens)):
        token = tokens[place]
        if token.look in (Look.TAB, Look.COLON):
            if _leads_in(tokens, place):
                break
            end, unlabelled = place + 1, 0
            is_form = is_form or token.look is Look.TAB
        elif is_form and end == place and _goes_on(tokens, place):
            end = place + 1
        elif is_form and token.look in PROSE:
            if not _label_follows(tokens, place):
                break
        elif token.look in PROSE or is_heading(tokens, place) or unlabelled == MOST_UNLABELLED:
            break
        else:
            unlabelled += 1
    return end


def _leads_in(tokens, place):
    """Whether "These are:" leads in a list, and is no label without a value."""
    token = tokens[place]
    following = tokens[place + 1 : place + 2]
    is_bare = token.look is Look.COLON and not token.pieces
    return is_bare and any(other.look in PROSE for other in following)


def _goes_on(tokens, place):
    """Whether a line belongs to the labelled value just before it."""
    token, before = tokens[place], tokens[place - 1]
    if token.look not in PROSE:
        return False
    follows_item = before.look in ITEMS or (before.look is Look.TAB and not before.pieces)
    return not token.stands_apart or (token.look in ITEMS and follows_item)


def _label_follows(tokens, place):
    """Whether the form goes on after the lines of a value, before any heading."""
    for other in range(place, len(tokens)):
        if tokens[other].look is Look.TAB:
            return True
        if is_heading(tokens, other):
            return False
    return False


def is_heading(tokens, place):
    """Whether a short line stands by itself over a paragraph or a list."""
    if tokens[place].look is not Look.SHORT or place + 1 == len(tokens):
        return False
    return tokens[place + 1].look in PROSE or _leads_in(tokens, place + 1)


def _fields(tokens):
    fields, takes_lines = [], False
    for token in tokens:
        if token.look in (Look.TAB, Look.COLON):
            fields.append(Field(token.label, _elements(token.pieces)))
            takes_lines = token.look is Look.TAB
        elif takes_lines and token.look in PROSE:
            value = fields[-1].value + _elements((token.text,))
            fields[-1] = Field(fields[-1].label, value)
        else:
            fields.append(Field("", (token.element,)))
    return tuple(fields)


def _elements(pieces):
    return tuple(element for piece in pieces for element in elements_of(piece))
