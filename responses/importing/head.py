"""The head of a document: its title and its labelled values, until the narrative begins. Pure."""

from dataclasses import dataclass, replace
from itertools import chain

from . import labels, shapes, vocabulary
from .elements import Field
from .tokens import ITEMS, PROSE, Look, elements_of

MOST_WORDS_OF_HEADING = 3
MOST_WORDS_OF_LABEL = 2
FEWEST_OF_FORM = 2
ENDING = (Look.TABLE, Look.ANSWERED, Look.BYLINE)
OPENING = (Look.SHORT, Look.COLON, Look.LONG, Look.HEADING)


@dataclass(frozen=True)
class Head:
    title: str
    fields: tuple[Field, ...] = ()
    is_form: bool = False


def split_head(tokens):
    """Return the Head of a document and the tokens after it."""
    start = 1 if _opens_with_title(tokens) else 0
    title = shapes.without_marks(tokens[0].text) if start else ""
    end = _end(tokens, start)
    tabs = sum(token.look is Look.TAB for token in tokens[start:end])
    is_form = tabs >= FEWEST_OF_FORM
    head = Head(title, _fields(tokens[start:end], is_form=is_form), is_form)
    return head, tokens[end:]


def _opens_with_title(tokens):
    """Whether the first line is a title: not a labelled value, and not a first heading."""
    if len(tokens) < 2 or tokens[0].look not in OPENING:
        return False
    first, second = tokens[:2]
    if first.look is Look.HEADING:
        return _is_title_by_style(tokens)
    if _is_answered(first) or len(first.text) > shapes.LONGEST_TITLE or first.text[-1] in ".;,:":
        return False
    if first.look is Look.COLON and _is_label(first):
        return False
    is_brief = len(first.text.split()) <= MOST_WORDS_OF_HEADING
    return not (is_brief and (second.look in PROSE or _leads_in(tokens, 1)))


def _is_answered(token):
    """Whether a line is the bare number of a recommendation, or begins with it: an answer."""
    if token.given is None and token.look is not Look.TAB and labels.run_in(token.text):
        return True
    printed = labels.ABOUT.fullmatch(shapes.without_marks(token.text))
    return token.look is Look.SHORT and bool(printed) and not printed["words"]


def _is_title_by_style(tokens):
    """Whether the first heading is the title by its style, or the only one so high."""
    level = tokens[0].given.level
    others = [t.given.level for t in tokens[1:] if t.look is Look.HEADING]
    is_row = tokens[1].look is Look.TAB or vocabulary.form_row(tokens[1].text)
    is_over_rows = not others and bool(is_row)
    return not level or is_over_rows or (bool(others) and level < min(others))


def _is_label(token):
    is_short = len(token.label.split()) <= MOST_WORDS_OF_LABEL
    return is_short or shapes.date("".join(token.pieces)).is_known


def _end(tokens, start):
    """Return the place where the head ends: after the last labelled value and its lines.

    Paragraphs end it but in a form, where they belong to a value if another row follows.
    """
    end, is_form, in_text = start, False, False
    for place in range(start, len(tokens)):
        token = tokens[place]
        if (
            _is_answered(token)
            or _is_heading(tokens, place)
            or _leads_in(tokens, place)
            or token.look in ENDING
        ):
            break
        if token.look is Look.TAB or (token.look is Look.COLON and not in_text):
            is_form = is_form or token.look is Look.TAB
            end, in_text = place + 1, False
        elif is_form and end == place and _goes_on(tokens, place):
            end = place + 1
        elif token.look in PROSE:
            if not is_form:
                break
            in_text = True
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


def _is_heading(tokens, place):
    """Whether a short line stands by itself over a paragraph or a list."""
    if tokens[place].look is Look.HEADING:
        return True
    if tokens[place].look is not Look.SHORT or place + 1 == len(tokens):
        return False
    return tokens[place + 1].look in PROSE or _leads_in(tokens, place + 1)


def _fields(tokens, *, is_form):
    """Return the Fields: the paragraphs and items below a row of a form are of its value.

    A PDF parts a short label from its value by no more than a space: in a form it is known by
    its words.
    """
    rows, takes_lines = [], False
    for token in tokens:
        if token.given is not None and token.look is Look.TAB:
            rows.append((token.given, list(token.given.value)))
            takes_lines = not token.pieces
        elif token.look in (Look.TAB, Look.COLON):
            row = Field(token.label, (), token.line.number)
            rows.append((row, [[piece] for piece in token.pieces]))
            takes_lines = token.look is Look.TAB
        elif takes_lines and _goes_on_in(rows[-1][1], token):
            rows[-1][1][-1].append(token.text)
        elif takes_lines and token.look in PROSE:
            rows[-1][1].append(_part(token))
        elif row := is_form and token.look is Look.SHORT and vocabulary.form_row(token.text):
            label, value = row
            rows.append((Field(label, (), token.line.number), [[value]] if value else []))
            takes_lines = False
        else:
            rows.append((Field("", (), token.line.number), [_part(token)]))
            takes_lines = False
    return tuple(replace(row, value=_value(parts)) for row, parts in rows)


def _part(token):
    """Return a part of a value: the element that a file gives, or the lines of a typed text."""
    return [token.text] if token.given is None else token.given


def _goes_on_in(parts, token):
    """Whether a line goes on in the sentence of the typed line above, which had no room for it."""
    is_plain = token.given is None and token.look is Look.LONG
    is_below = bool(parts) and isinstance(parts[-1], list) and not token.stands_apart
    return is_plain and is_below and token.text[0].islower()


def _value(parts):
    """Return the elements of the `parts` of a value: items in a typed text are taken apart."""
    found = (elements_of(" ".join(p)) if isinstance(p, list) else (p,) for p in parts)
    return tuple(chain.from_iterable(found))
