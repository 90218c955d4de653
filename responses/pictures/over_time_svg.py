"""RAG over time as SVG: a column for each day, a pattern for each state, its words beside it."""

from .looks import INK, LINE, PAPER, fill, patterns
from .over_time import LINE_HEIGHT, WIDTH
from .svg import element, picture

FONT_SIZE = 13


def draw_over_time(chart, *, name="over-time", is_alone=False):
    """Return the OverTime `chart` as an SVG that needs nothing else, as safe text.

    `name` is its own in a page or document. Where it `is_alone`, a file that no page's colours
    reach, it has white paper under it.
    """
    return picture(
        patterns(name),
        *([_paper(chart)] if is_alone else []),
        *(_bar(key.sample, name) for key in chart.keys),
        *(_text(key.label) for key in chart.keys),
        *(_line(line, chart) for line in chart.lines),
        *(_bar(bar, name) for bar in chart.bars),
        *(_text(day, text_anchor="middle") for day in chart.days),
        *(_text(end, class_="end", font_weight=600) for end in chart.ends),
        name=name,
        size=chart.size,
        title=chart.title,
        words=chart.words,
        font_size=FONT_SIZE,
        class_="picture",
    )


def draw_words(words):
    """Return a file with `words` in place of a drawing, where there is nothing to draw."""
    return picture(
        element("rect", width=WIDTH, height=LINE_HEIGHT * 2, fill=PAPER),
        element("text", words, x=0, y=LINE_HEIGHT, fill=INK),
        name="words",
        size=(WIDTH, LINE_HEIGHT * 2),
        title=words,
        words=words,
        font_size=FONT_SIZE,
    )


def _paper(chart):
    width, height = chart.size
    return element("rect", width=width, height=height, fill=PAPER)


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
