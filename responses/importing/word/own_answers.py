"""The table of answers of a document that this product wrote, without what is the register's."""

from collections import defaultdict
from xml.etree.ElementTree import SubElement

from recommendations.rag import Rag

from .runs import plain
from .told import Left
from .trees import value

COLUMNS = 5
NUMBER, ADDRESSED, RATED, ANSWERED = 0, 2, 3, 4
RATING, MUTED = "Rating", "Muted"
POINTER, TOGETHER = "Explained in section ", "Answered together with "


def without_register(table, told):
    """Take out of `table` to whom a recommendation is addressed, and what stands for no answer.

    Of a rating its word stays. A table that was edited to other columns stays as it is. In the
    place of the addressees stand the numbers of those that are answered together with each.
    """
    rows, grid = table.findall("tr"), table.find("tblGrid")
    if grid is None or any(len(row.findall("tc")) != COLUMNS for row in rows):
        return
    also = _together([row.findall("tc") for row in rows], told)
    if not also:
        grid.remove(grid.findall("gridCol")[ADDRESSED])
    for number, row in enumerate(rows):
        cells = row.findall("tc")
        if number:
            told.leave(Left.OWN, plain(cells[ADDRESSED]))
            _keep(cells[RATED], _is_rating, told)
            _keep(cells[ANSWERED], _is_answer, told)
        if also:
            _say(cells[ADDRESSED], "; ".join(also[number]) if number else TOGETHER.strip())
        else:
            row.remove(cells[ADDRESSED])


def _together(rows, told):
    """Return {place of a row: [numbers of the rows that refer to its answer]} of `rows` of cells.

    What refers to it is taken out, with the position that is printed again over it.
    """
    place_of = {
        mark.get("name"): place
        for place, cells in enumerate(rows)
        for mark in cells[NUMBER].iter("bookmarkStart")
    }
    found = defaultdict(list)
    for cells in rows:
        paragraphs = cells[ANSWERED].findall("p")
        for before, one in zip([None, *paragraphs], paragraphs, strict=False):
            link = one.find("hyperlink") if plain(one).startswith(TOGETHER) else None
            first = place_of.get(link.get("anchor")) if link is not None else None
            if first is None:
                continue
            found[first].append(plain(cells[NUMBER]))
            again = [before] if _is_in(before, rows[first][ANSWERED]) else []
            for each in (*again, one):
                told.leave(Left.OWN, plain(each))
                cells[ANSWERED].remove(each)
    told.together += len(found)
    return found


def _is_in(paragraph, cell):
    """Whether what a `paragraph` says in bold stands in `cell` too."""
    if paragraph is None:
        return False
    is_bold = all(run.find("rPr/b") is not None for run in paragraph.iter("r"))
    return is_bold and plain(paragraph) in map(plain, cell.findall("p"))


def _say(cell, words):
    """Put `words` in the place of what `cell` says."""
    for paragraph in cell.findall("p"):
        cell.remove(paragraph)
    SubElement(SubElement(SubElement(cell, "p"), "r"), "t").text = words


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
