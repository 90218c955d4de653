"""The narrative: which lines are headings and themes, and what stands under each. Pure."""

from itertools import pairwise

from ..kinds import Level
from . import shapes
from .elements import Section
from .tokens import PROSE, Look

MOST_WORDS_BEFORE_COLON = 5
LONGEST_CHAIN = 2
THEME_MARKS = "###"


def read_body(tokens):
    """Return the Sections of the narrative; what is before the first heading has none."""
    sections, heading, level, elements = [], "", Level.SECTION, []
    for token, found in zip(tokens, _levels(tokens), strict=True):
        if found is None:
            elements.append(token.element)
            continue
        if heading or elements:
            sections.append(Section(heading, level, tuple(elements)))
        heading, level, elements = shapes.without_marks(token.text), found, []
    if heading or elements:
        sections.append(Section(heading, level, tuple(elements)))
    return tuple(sections)


def _levels(tokens):
    """Return for each token its level as a heading, or None where it is text."""
    headings = _headings(tokens) | _marked(tokens) | _before_colon(tokens)
    themes = _themes(tokens)
    themes |= {place for place in headings if tokens[place].text.startswith(THEME_MARKS)}
    levels = dict.fromkeys(headings, Level.SECTION) | dict.fromkeys(themes, Level.SUBSECTION)
    return [levels.get(place) for place in range(len(tokens))]


def _headings(tokens):
    """Short lines that stand apart, over text.

    Of three and more in a row, with text after the last, the first and the last are
    headings: those between are text too short to tell by itself ("No comment").
    """
    found, run = set(), []
    for place, token in enumerate(tokens):
        if token.look is Look.SHORT:
            run.append(place)
            continue
        if token.look in PROSE or token.look in (Look.COLON, Look.TAB, Look.LINK):
            over_text = run if len(run) <= LONGEST_CHAIN else [run[0], run[-1]]
            found |= {place for place in over_text if _stands_alone(tokens, place)}
        run = []
    return found


def _stands_alone(tokens, place):
    """Whether no other short line is directly above or below, as in a postal address."""
    above = tokens[place - 1] if place else None
    below = tokens[place + 1]
    joins_above = above and above.look is Look.SHORT and not tokens[place].stands_apart
    joins_below = below.look is Look.SHORT and not below.stands_apart
    return not joins_above and not joins_below


def _marked(tokens):
    marked = enumerate(shapes.is_marked_heading(token.text) for token in tokens)
    return {place for place, is_marked in marked if is_marked and _is_brief(tokens[place])}


def _is_brief(token):
    return len(shapes.without_marks(token.text)) <= shapes.LONGEST_HEADING


def _before_colon(tokens):
    """A few words with a colon are a heading over a paragraph; over a list they lead it in."""
    return {
        place
        for place, (token, below) in enumerate(pairwise(tokens))
        if token.look is Look.COLON
        and not token.pieces
        and len(token.label.split()) <= MOST_WORDS_BEFORE_COLON
        and token.stands_apart
        and below.look in (Look.LONG, Look.COLON)
    }


def _themes(tokens):
    """Numbered headings: short, and over text; in a list the next item follows at once."""
    themes, item = set(), None
    for place, token in enumerate(tokens):
        if token.look is not Look.NUMBER:
            item = None
        elif not _counts_on(item, token) and _is_theme(token, tokens[place + 1 : place + 2]):
            themes.add(place)
            item = None
        else:
            item = token
    return themes


def _counts_on(item, token):
    """Whether `token` is the next item of the list that `item` is in."""
    if item is None:
        return False
    before, label = item.element.label, token.element.label
    return not (before.isdecimal() and label.isdecimal()) or int(label) == int(before) + 1


def _is_theme(token, below):
    words = token.element.text.removesuffix(":")
    if not below or shapes.heading(words) is None:
        return False
    if below[0].look is Look.NUMBER:
        return below[0].element.label in ("1", "a", "i")
    return below[0].look in PROSE or below[0].look is Look.COLON
