"""What stands one below the other in a Word document: paragraphs and tables, in order. Pure."""

from dataclasses import dataclass, field

from .. import labels
from ..elements import Bullet, Byline, Heading, Numbered
from ..marks import as_typed
from ..voices import gives_word
from .formulas import FORMULAS
from .grids import Grid, GridCell, cells_of, columns_said, edges_of, rows_of
from .runs import is_prompt, plain
from .shades import shade_of
from .spans import marked_up, words_of
from .told import Left
from .trees import alternative, is_on, value, whole

LEFT_OUT = frozenset({"del", "moveFrom", "altChunk"})
ENDS = frozenset({"body", "tc", "txbxContent", "document", "footnote", "endnote"})
LONGEST_HEADING = 200
NO_LIST = "0"


@dataclass(frozen=True)
class Para:
    """A paragraph: its lines, what it is by its style or list, and whether a page ends in it.

    `spans` are what its lines were made of, `mark` its number where it has no words.
    """

    lines: tuple[str, ...]
    given: object = None
    breaks_page: bool = False
    spans: tuple = ()
    mark: str = ""


@dataclass
class Blocks:
    """Reads the blocks of a document with what its other parts say."""

    styles: object
    numbering: object
    runs: object
    told: object
    _joined: list = field(default_factory=list)

    def read(self, parent):
        """Yield the blocks in `parent`, an element of the document."""
        for child in parent:
            yield from self._blocks(child)
        if parent.tag in ENDS:
            yield from self._alone()

    def _blocks(self, child):
        if child.tag == "p":
            yield from self._paragraph(child)
        elif child.tag == "tbl":
            yield from self._alone()
            yield from _within(self._grid(child))
        elif child.tag == "sdt":
            yield from self._control(child)
        elif child.tag in FORMULAS:
            self._joined += self.runs.spans((child,), self.styles.default)
            yield from self._alone()
        elif child.tag == "AlternateContent":
            for one in alternative(child):
                yield from self._blocks(one)
        elif child.tag in LEFT_OUT:
            self._leave(child)
        else:
            yield from self.read(child)

    def _alone(self):
        """Yield what was to join the next paragraph, where there is none."""
        spans, self._joined = self._joined, []
        if spans:
            yield from self._as_para(None, self.styles.default, spans)

    def _leave(self, child):
        if child.tag == "del":
            self.told.leave(Left.DELETED, plain(child))
        elif child.tag == "altChunk":
            self.told.leave(Left.EMBEDDED)

    def _control(self, control):
        content = control.find("sdtContent")
        if content is None:
            return
        if is_prompt(control.find("sdtPr")):
            self.told.leave(Left.PROMPT, plain(content))
        else:
            yield from self.read(content)

    def _paragraph(self, paragraph):
        properties = paragraph.find("pPr")
        style = value(properties, "pStyle", self.styles.default)
        self._joined += self.runs.spans(paragraph, style)
        if not (self._ends_in_nothing(properties) and self._joined):
            spans, self._joined = self._joined, []
            known = self._known(paragraph, spans)
            yield from known or self._as_para(properties, style, spans)
        yield from self._boxes()

    @staticmethod
    def _known(paragraph, spans):
        """Return what own.py says that a paragraph is: a title, or whose words follow."""
        words = as_typed(words_of(spans))
        kinds = (("title", Heading(words, 0)), ("byline", Byline(words)))
        return [Para((words,), given) for mark, given in kinds if paragraph.get(mark) and words]

    @staticmethod
    def _ends_in_nothing(properties):
        """Whether a tracked change deletes the end of the paragraph, which joins it to the next."""
        marks = None if properties is None else properties.find("rPr")
        return marks is not None and marks.find("del") is not None

    def _as_para(self, properties, style, spans):
        text = marked_up(spans)
        if self.styles.is_contents(style):
            self.told.leave(Left.CONTENTS, words_of(spans))
            return
        lines = tuple(line.strip(" ") for line in text.split("\n"))
        is_page = self.runs.breaks_page or bool(is_on(properties, "pageBreakBefore"))
        if not any(line.strip() for line in lines):
            yield from self._of_mark(self._given(properties, style, spans), is_page)
            return
        yield Para(lines, self._given(properties, style, spans), is_page, tuple(spans))

    @staticmethod
    def _of_mark(given, is_page):
        """Yield a paragraph without words, or with those of its number alone: "Recommendation 3".

        A number without such words is kept in `mark`, for a cell that says no more.
        """
        words = given.text if isinstance(given, Heading) else getattr(given, "mark", "")
        if isinstance(given, Heading) and words:
            yield Para((words,), given, is_page)
        elif labels.bare(words):
            yield Para((words,), None, is_page)
        else:
            yield Para((), breaks_page=is_page, mark=words)

    def _given(self, properties, style, spans):
        """Return the Heading, Bullet or Numbered that the paragraph is, or None."""
        plain_words = words_of(spans)
        words = " ".join(marked_up(spans).split())
        item = self._item(properties, style)
        level = self._heading(properties, style)
        if level is not None and len(plain_words) <= LONGEST_HEADING:
            mark = item[1] if item else ""
            return Heading(as_typed(f"{mark} {plain_words}".strip()), level)
        if item is None:
            return None
        is_bullet, mark, level = item
        return Bullet(words, level) if is_bullet else Numbered(mark, words, level)

    def _heading(self, properties, style):
        outline = value(properties, "outlineLvl")
        if outline is not None:
            level = whole(outline, 9)
            return level + 1 if level < 9 else None
        return self.styles.heading(style)

    def _item(self, properties, style):
        """Return (is bullet, mark, level) of an item of a list, or None."""
        listed = None if properties is None else properties.find("numPr")
        number, level = self.styles.numbering(style)
        number, level = value(listed, "numId", number), value(listed, "ilvl", level)
        if number in (None, NO_LIST):
            return None
        item = self.numbering.item(number, level)
        return item and (*item[:2], max(item[2], self.styles.depth(style)))

    def _boxes(self):
        boxes, self.runs.boxes = self.runs.boxes, []
        for box in boxes:
            blocks = tuple(self.read(box))
            if any(map(_gives_word, blocks)):  # The word ends with the box, as with a table of one.
                yield Grid(((GridCell(blocks),),))
            else:
                yield from blocks

    def _grid(self, table):
        rows, heads = [], 0
        for row in rows_of(table):
            properties = row.find("trPr")
            if properties is not None and properties.find("del") is not None:
                self.told.leave(Left.DELETED, plain(row))
                continue
            if is_on(properties, "tblHeader") and heads == len(rows):
                heads += 1
            rows.append(tuple(self._row(row, columns_said(properties, "gridBefore", 0))))
        return Grid(tuple(rows), heads, edges_of(table))

    def _row(self, row, column):
        """Yield the cells of `row`, which begins in that column of the grid.

        One that a tracked change deletes is told; those after it keep their columns.
        """
        for cell in cells_of(row):
            properties = cell.find("tcPr")
            across = columns_said(properties, "gridSpan", 1)
            if properties is not None and properties.find("cellDel") is not None:
                self.told.leave(Left.DELETED, plain(cell))
            else:
                yield self._cell(cell, properties, column, across)
            column += across

    def _cell(self, cell, properties, column, across):
        merged = None if properties is None else properties.find("vMerge")
        goes_on = merged is not None and merged.get("val", "continue") != "restart"
        blocks = tuple(self.read(cell))
        return GridCell(blocks, column, across, goes_on, shade_of(properties))


def _within(grid):
    """Yield the `grid`, or what stands in it where it is a frame around other tables alone.

    A frame in which somebody gets the word stays, since the word ends with it.
    """
    blocks = [block for row in grid.rows for cell in row for block in cell.blocks]
    is_frame = all(len(row) == 1 for row in grid.rows)
    if (
        is_frame
        and any(isinstance(one, Grid) for one in blocks)
        and not any(map(_gives_word, blocks))
    ):
        yield from blocks
    else:
        yield grid


def _gives_word(block):
    return not isinstance(block, Grid) and any(map(gives_word, block.lines))
