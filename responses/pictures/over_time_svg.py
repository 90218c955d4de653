"""RAG over time as SVG: a column for each day, a pattern for each state, its words beside it."""

from .looks import INK, LINE, fill, patterns
from .svg import element, picture

TITLE = "How many ratings stood in each state at the end of each month"
FONT_SIZE = 13


def draw_over_time(chart, *, name="over-time", title=TITLE):
    """Return the OverTime `chart` as an SVG that needs nothing else, as safe text.

    `name` is its own in a page or document; `title` says what is counted, of which days.
    """
    return picture(
        patterns(name),
        *(_line(line, chart) for line in chart.lines),
        *(_bar(bar, name) for bar in chart.bars),
        *(_text(day, text_anchor="middle") for day in chart.days),
        *(_text(end, class_="end", font_weight=600) for end in chart.ends),
        name=name,
        size=chart.size,
        title=title,
        words=chart.words,
        font_size=FONT_SIZE,
        class_="picture",
    )


def _line(line, chart):
    path = f"M{chart.left} {line.y:g}H{chart.right}"
    return element(
        "g",
        element("path", d=path, stroke=LINE, class_="grid"),
        _text(line, dy=4.5, text_anchor="end"),
    )


def _bar(bar, name):
    place = {"x": bar.x, "y": bar.y, "width": bar.width, "height": bar.height}
    look = fill(bar.rag, name)
    return element("rect", **place, **look, stroke_width=0.75, class_=f"bar bar-{bar.rag.value}")


def _text(label, **attributes):
    return element("text", label.words, x=label.x, y=label.y, fill=INK, **attributes)
