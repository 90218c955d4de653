"""The table of answers of a document that this product wrote, without what is the register's."""

from recommendations.rag import Rag

from .runs import plain
from .told import Left
from .trees import value

COLUMNS = 5
ADDRESSED, RATED, ANSWERED = 2, 3, 4
RATING, MUTED = "Rating", "Muted"
POINTER = "Explained in section "


def without_register(table, told):
    """Take out of `table` to whom a recommendation is addressed, and what stands for no answer.

    Of a rating its word stays. A table that was edited to other columns stays as it is.
    """
    rows, grid = table.findall("tr"), table.find("tblGrid")
    if grid is None or any(len(row.findall("tc")) != COLUMNS for row in rows):
        return
    grid.remove(grid.findall("gridCol")[ADDRESSED])
    for number, row in enumerate(rows):
        cells = row.findall("tc")
        if number:
            told.leave(Left.OWN, plain(cells[ADDRESSED]))
            _keep(cells[RATED], _is_rating, told)
            _keep(cells[ANSWERED], _is_answer, told)
        row.remove(cells[ADDRESSED])


def _keep(cell, is_kept, told):
    for paragraph in cell.findall("p"):
        if not is_kept(paragraph):
            told.leave(Left.OWN, plain(paragraph))
            cell.remove(paragraph)


def _is_rating(paragraph):
    is_word = any(style.startswith(RATING) for style in _styles(paragraph))
    return is_word and plain(paragraph) != Rag.NOT_ASSESSED.label


def _is_answer(paragraph):
    return not is_muted(paragraph) and not plain(paragraph).startswith(POINTER)


def is_muted(paragraph):
    """Whether a paragraph stands for something that the office did not write."""
    return set(_styles(paragraph)) == {MUTED}


def _styles(paragraph):
    """Return the style of the letters of each run with words, "" for none."""
    return [value(run.find("rPr"), "rStyle", "") for run in paragraph.iter("r") if plain(run)]
