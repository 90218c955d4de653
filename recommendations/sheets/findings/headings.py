"""Which column of a spreadsheet of findings is which, found by its headings. Pure."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from ..faults import Fault
from .columns import COLUMNS, OF_RATINGS, plain

# Offices write a title, a date and the like above their headings.
MOST_ABOVE = 10

HEADING_TWICE = "Two columns are called “{heading}”. Take one of them out, or call it otherwise."
NO_TEXT = (
    "No column here holds the recommendations: its heading is “Recommendation”. The template has "
    "all the headings that are known. Of a workbook, the first sheet is read."
)
ABOVE = "What stands above the headings is left out: {rows}."
OF_RATING = (
    "Column {letter}, “{heading}”, is left out: where a force stands is said in its ratings."
)
NOT_TAKEN = "Column {letter}, “{heading}”, is left out: nothing in a finding is called so."
INSTEAD = "Column {letter}, “{heading}”, is left out: the same is taken from “{taken}”."


@dataclass(frozen=True)
class Headings:
    """Where each column stands, from 0, and what its heading is; what is left out, in sentences.

    `headed` are the places of all columns with a heading, those too that are left out.
    """

    places: dict[str, int]
    words: dict[str, str]
    headed: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def find(rows):
    """Return (Headings, the rows under them) of `rows` as `reading.read` gives them."""
    above = _number_above(rows)
    number, cells = rows[above]
    called = {place: cell.strip() for place, cell in enumerate(cells) if _is_words(cell)}
    places, faults = {}, []
    for column in COLUMNS:
        found = _best(column, called)
        if len(found) > 1:
            message = HEADING_TWICE.format(heading=called[found[1]])
            faults.append(Fault(number, found[1], called[found[1]], message))
        if found:
            places[column.name] = found[0]
    if "text" not in places:
        faults.append(Fault(number, None, "", NO_TEXT))
    words = {name: called[place] for name, place in places.items()}
    notes = [*_above(rows[:above]), *_left_out(called, places)]
    found = Headings(places, words, frozenset(called), tuple(notes), tuple(faults))
    return found, rows[above + 1 :]


def _number_above(rows):
    """Return how many rows stand above the headings: the first row that has two of them."""
    for above, (_, cells) in enumerate(rows[:MOST_ABOVE]):
        known = [_column_of(cell) for cell in cells if _is_words(cell)]
        if len({one for one in known if one}) > 1:
            return above
    return 0


def _is_words(cell):
    return isinstance(cell, str) and bool(cell.strip())


def _column_of(heading):
    return next((one.name for one in COLUMNS if plain(heading) in one.headings), None)


def _best(column, called):
    """Return the places that are called what `column` is surest to be called; mostly one."""
    ranks = {
        place: column.headings.index(plain(heading))
        for place, heading in called.items()
        if plain(heading) in column.headings
    }
    return [place for place, rank in ranks.items() if rank == min(ranks.values())]


def _above(rows):
    if rows:
        numbers = [f"row {number}" for number, _ in rows]
        yield ABOVE.format(rows=", ".join(numbers))


def _left_out(called, places):
    for place, heading in called.items():
        if place in places.values():
            continue
        about = {"letter": get_column_letter(place + 1), "heading": heading[:60]}
        name = _column_of(heading)
        if name:
            yield INSTEAD.format(taken=called[places[name]], **about)
        else:
            yield (OF_RATING if plain(heading) in OF_RATINGS else NOT_TAKEN).format(**about)
