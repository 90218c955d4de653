"""The heat map as SVG: a tile for each state, with its shape, and what the shapes mean."""

from .heat_map import GAP, LEGEND_ROW, MANY_ROWS, ROW, shortened
from .looks import INK, LINE, tiles
from .svg import element, picture

TITLE = "How each force stood on each recommendation"
FONT_SIZE = 13


def draw_heat_map(chart, *, name="heat-map", title=TITLE):
    """Return the HeatMap `chart` as an SVG that needs nothing else, as safe text.

    `name` is its own in a page or document; `title` says what stands in it.
    """
    is_long = len(chart.rows) > MANY_ROWS
    legend_top = chart.foot + (chart.head_height if is_long else 0) + 12
    size = {"width": chart.column_width - GAP, "height": ROW - GAP}
    return picture(
        *_rows(chart),
        *(tiles(rag, places, **size) for rag, places in chart.places.items()),
        *_heads(chart, chart.head_height - 7, is_below=False),
        *(_heads(chart, chart.foot + 17, is_below=True) if is_long else ()),
        *(_key(*one, top=legend_top) for one in chart.legend),
        name=name,
        size=(chart.width, legend_top + (chart.legend[-1][-1] + 1) * LEGEND_ROW),
        title=title,
        words=chart.words,
        font_size=FONT_SIZE,
        class_="picture",
    )


def _rows(chart):
    """Yield the name of each row, and a fine line under it."""
    right = chart.name_width + len(chart.columns) * chart.column_width - GAP
    for down, (name, _) in enumerate(chart.rows):
        foot = chart.head_height + (down + 1) * ROW
        line = f"M0 {foot - 1}H{right}"
        yield element("path", d=line, stroke=LINE, stroke_width=0.5, class_="grid")
        yield _text(shortened(name), 0, foot - 8)


def _heads(chart, y, *, is_below):
    for across, head in enumerate(chart.columns):
        middle = chart.left(across) + (chart.column_width - GAP) / 2
        if not chart.is_turned:
            yield _text(head, middle, y, text_anchor="middle")
        else:
            x, top = middle + 4.5, y - 10 if is_below else y
            turn = f"rotate(-90 {x:g} {top:g})"
            anchor = "end" if is_below else None
            yield _text(shortened(head), x, top, transform=turn, text_anchor=anchor)


def _key(rag, words, x, line, *, top):
    y = top + line * LEGEND_ROW
    if rag is None:
        return _text(words, x + 1, y + 15)
    tile = tiles(rag, [(x + 1, y)], width=ROW - GAP, height=ROW - GAP)
    return element("g", tile, _text(words, x + ROW + 5, y + 15))


def _text(words, x, y, **attributes):
    return element("text", words, x=x, y=y, fill=INK, **attributes)
