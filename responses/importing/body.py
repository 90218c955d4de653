"""The narrative: which lines are headings and themes, and what stands under each. Pure."""

from dataclasses import dataclass, replace
from itertools import pairwise

from ..kinds import Level
from . import labels, shapes, standing, vocabulary
from .elements import Answered, Field, Heading, Section
from .tokens import PROSE, Look

MOST_WORDS_BEFORE_COLON = 5
LONGEST_CHAIN = 2
THEME_MARKS = "###"


@dataclass(frozen=True)
class Rows:
    """What stands in the tables of the narrative: labelled values, and answers."""

    fields: tuple[Field, ...] = ()
    answered: tuple[Answered, ...] = ()


def split_rows(tokens):
    """Return the tokens that are no row of a table, and the Rows."""
    rest = [token for token in tokens if not _is_row(token)]
    fields = tuple(token.given for token in tokens if isinstance(token.given, Field))
    answered = tuple(token.given for token in tokens if isinstance(token.given, Answered))
    return tuple(rest), Rows(fields, answered)


def _is_row(token):
    return isinstance(token.given, (Field, Answered))


def read_body(tokens, is_styled=False):
    """Return the Sections of the narrative; what is before the first heading has none.

    Where `is_styled`, and some heading is marked as one, no other is guessed.
    """
    sections, now, elements = [], Section("", Level.SECTION, ()), []
    for token, found in zip(tokens, _levels(tokens, is_styled), strict=True):
        if token.look is Look.BYLINE:
            if elements:
                sections += _closed(now, elements)
                now, elements = Section("", Level.SECTION, (), token.line.number), []
            now = replace(now, byline=token.text)
        elif found is None:
            elements.append(_in_text(token, now.level))
            now = now if now.at else replace(now, at=token.line.number)
        else:
            sections += _closed(now, elements)
            heading = shapes.without_marks(token.text)
            now = Section(heading, found, (), token.line.number, byline=now.byline)
            elements = []
    return (*sections, *_closed(now, elements))


def _closed(section, elements):
    """Return [the section with its elements], [] where it has neither heading nor elements."""
    is_needed = section.heading or elements
    return [replace(section, elements=tuple(elements))] if is_needed else []


def _in_text(token, level):
    """A heading below the levels of sections stands in the text, one step under its own."""
    element = token.element
    return replace(element, level=int(level)) if isinstance(element, Heading) else element


def _levels(tokens, is_styled):
    """Return for each token its level as a heading, or None where it is text."""
    styled, marked = _styled(tokens), _marked(tokens)
    if is_styled and (styled or marked):
        under = Level.SUBSECTION if styled else Level.SECTION
        levels = dict.fromkeys(marked, under) | styled
    else:
        headings = _headings(tokens) | marked | _before_colon(tokens)
        themes = _themes(tokens)
        themes |= {place for place in headings if tokens[place].text.startswith(THEME_MARKS)}
        levels = dict.fromkeys(headings, Level.SECTION) | dict.fromkeys(themes, Level.SUBSECTION)
    within = _sentences_of_answers(tokens, levels, marked)
    return [None if place in within else levels.get(place) for place in range(len(tokens))]


def _sentences_of_answers(tokens, levels, marked):
    """Return the places of the `marked` lines that are sentences in an answer, and no headings.

    An answer goes from the heading of a recommendation to the next heading that is no deeper.
    """
    found, answered = set(), None
    for place in sorted(levels):
        words = shapes.without_marks(tokens[place].text)
        if labels.ABOUT.fullmatch(words):
            answered = levels[place]
        elif answered and place in marked and (shapes.is_sentence(words) or _is_state(words)):
            found.add(place)
        elif answered and levels[place] <= answered and not vocabulary.heads_answer(words):
            answered = None
    return found


def _is_state(words):
    """Whether `words` say where a recommendation stands: "Status: in progress"."""
    label, value = shapes.colon_labelled(words) or ("", "")
    return bool(value and standing.labelled(label))


def _styled(tokens):
    """Return the level of each heading by its style: the two highest that are used count."""
    headings = {p: t.given.level for p, t in enumerate(tokens) if t.look is Look.HEADING}
    ranks = sorted(set(headings.values()))
    levels = dict(zip(ranks, Level, strict=False))
    raised = dict.fromkeys(
        (*_speaking(tokens, headings, levels), *_answering(tokens, headings, levels)),
        Level.SUBSECTION,
    )
    return {place: levels[rank] for place, rank in headings.items() if rank in levels} | raised


def _speaking(tokens, headings, levels):
    """Yield the places of deeper headings that give the word to somebody, or take it back.

    A text has one voice, so a heading in it that names another has to be one of a part. What
    is in the answer to a recommendation is in nobody's own voice.
    """
    answered = spoken = 0
    for place, rank in headings.items():
        if rank <= answered or not answered:
            answered = rank if labels.ABOUT.fullmatch(tokens[place].text) else 0
        if rank in levels or answered:
            spoken = 0
        elif vocabulary.speaker(tokens[place].text):
            yield place
            spoken = rank
        elif rank <= spoken:
            yield place
            spoken = 0


def _answering(tokens, headings, levels):
    """Yield the places of deeper headings that name a recommendation, or end the answer to one.

    What is deeper than such a heading is of the answer.
    """
    answered = 0
    for place, rank in headings.items():
        if rank in levels:
            answered = 0
        elif labels.ABOUT.fullmatch(tokens[place].text):
            answered = rank
            yield place
        elif rank <= answered:
            yield place


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
    marked = enumerate(_is_marked(token) for token in tokens)
    return {place for place, is_marked in marked if is_marked and _is_brief(tokens[place])}


def _is_marked(token):
    """An item of a list that a file gives as one is no heading, bold or not."""
    return token.given is None and shapes.is_marked_heading(token.text)


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
        if token.look is not Look.NUMBER or token.given is not None:
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
