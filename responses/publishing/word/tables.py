"""The tables of a Word document: header rows that are marked, short rows that stay whole. Pure."""

from docx.oxml.ns import qn

from recommendations.rich_tree import Cell

from .markup import element, paragraph
from .styles import INK, LINE

# The width between the margins, in twentieths of a point.
WIDTH = 9525
# The same of a page that is turned on its side.
TURNED_WIDTH = WIDTH + 4932
PADDING = 85
# About the width of a letter of a table, and half of the lines of a page.
LETTER = 100
MOST_LINES_WHOLE = 25


def inside(width):
    """Return the width of the text in a cell of `width`: a table in it has no more."""
    return width - 2 * PADDING


def table(caption, widths, head, body):
    """Return a table; `head` and `body` are rows of cells, `widths` of its columns.

    A cell is a (Cell, elements): what it reaches over, and what stands in it. `caption` tells
    those who do not see the table what it holds. A row that is long, or has a table in it, may
    be divided between pages.
    """
    made = element("tbl", _properties(caption, sum(widths)), _grid(widths))
    over = {}
    for number, row in enumerate((*head, *body)):
        is_head = number < len(head)
        edge = _edge(is_last_head=number == len(head) - 1)
        made.append(_row(row, widths, over, is_head=is_head, edge=edge))
    return made


def _properties(caption, width):
    margins = [element(side, w=PADDING, type="dxa") for side in ("top", "left", "bottom", "right")]
    return element(
        "tblPr",
        element("tblW", w=width, type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *margins),
        element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, noHBand=1, noVBand=1),
        element("tblCaption", val=caption) if caption else None,
    )


def _grid(widths):
    return element("tblGrid", *(element("gridCol", w=width) for width in widths))


def _row(row, widths, over, *, is_head, edge):
    """Return a row; `over` holds, by column, what cells of rows before reach over this one."""
    made = element("tr")
    cells, column, is_whole = list(row), 0, True
    while column < len(widths):
        if column in over:
            cell, left, elements = over.pop(column)
        elif cells:
            cell, elements = cells.pop(0)
            left = cell.down
        else:
            cell, left, elements = Cell(()), 1, []
        merge = _merge(cell, is_first=left == cell.down)
        if left > 1:
            over[column] = (cell, left - 1, [])
        width = sum(widths[column : column + cell.across])
        made.append(_cell(cell, elements, width, merge, edge))
        is_whole = is_whole and _is_short(elements, inside(width))
        column += cell.across
    whole = element("cantSplit") if is_whole else None
    made.insert(0, element("trPr", whole, element("tblHeader") if is_head else None))
    return made


def _is_short(elements, width):
    """Whether the `elements` of a cell are no table, and few lines of a text of that width."""
    if any(one.tag == qn("w:tbl") for one in elements):
        return False
    in_line = max(1, width // LETTER)
    letters = (sum(len(words.text or "") for words in one.iter(qn("w:t"))) for one in elements)
    return sum(1 + number // in_line for number in letters) <= MOST_LINES_WHOLE


def _merge(cell, *, is_first):
    if cell.down == 1:
        return None
    return element("vMerge", val="restart") if is_first else element("vMerge")


def _cell(cell, elements, width, merge, edge):
    span = element("gridSpan", val=cell.across) if cell.across > 1 else None
    properties = element("tcPr", element("tcW", w=width, type="dxa"), span, merge, edge())
    made = element("tc", properties, *elements)
    # A cell ends with a paragraph.
    if not elements or not elements[-1].tag.endswith("}p"):
        made.append(paragraph("TableText"))
    return made


def _edge(*, is_last_head):
    size, colour = (8, INK) if is_last_head else (4, LINE)
    return lambda: element("tcBorders", element("bottom", val="single", sz=size, color=colour))
