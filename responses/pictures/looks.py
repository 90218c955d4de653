"""How a state is drawn: a pattern or a shape that holds in greyscale, before a colour. Pure."""

from dataclasses import dataclass

from recommendations.rag import Rag

from .svg import element

INK, MUTED, LINE, PAPER = "#14191f", "#4a5560", "#c9d1d9", "#ffffff"
# The darkest and fullest is what wants most attention.
FULL_RED, PALE_AMBER, DARK_AMBER = "#8b1a10", "#fff1d1", "#6b4300"
PALE_GREEN, DARK_GREEN = "#dff3e8", "#0b5132"


def patterns(name):
    """Return the patterns that the fills of `fill` are made of, for the drawing `name`."""
    return element("defs", _hatched(name), _dotted(name))


def fill(rag, name):
    """Return the attributes of an area that stands for `rag` in the drawing `name`."""
    fills = {
        Rag.RED: FULL_RED,
        Rag.AMBER: f"url(#{name}--amber)",
        Rag.GREEN: f"url(#{name}--green)",
    }
    dashes = "2 2" if rag == Rag.NOT_ASSESSED else None
    return {"fill": fills.get(rag, PAPER), "stroke": INK, "stroke_dasharray": dashes}


def _hatched(name):
    return _pattern(
        f"{name}--amber",
        6,
        element("rect", width=6, height=6, fill=PALE_AMBER, class_="under-amber"),
        element("path", d="M0 0v6", stroke=DARK_AMBER, stroke_width=2.4, class_="hatch-amber"),
        patternTransform="rotate(45)",
    )


def _dotted(name):
    return _pattern(
        f"{name}--green",
        7,
        element("rect", width=7, height=7, fill=PALE_GREEN, class_="under-green"),
        element("circle", cx=3.5, cy=3.5, r=1.1, fill=DARK_GREEN, class_="dot-green"),
    )


def _pattern(key, size, *content, **attributes):
    own = {"id": key, "width": size, "height": size, "patternUnits": "userSpaceOnUse"}
    return element("pattern", *content, **own, **attributes)


@dataclass(frozen=True)
class Shape:
    """A shape 16 wide and high: closed lines that are filled, and lines that are drawn.

    Each is where it begins and its course from there, as in the path of an SVG.
    """

    filled: tuple[tuple[float, float, str], ...] = ()
    drawn: tuple[tuple[float, float, str], ...] = ()
    thick: float = 2


RING = (2, 8, "a6 6 0 1 0 12 0a6 6 0 1 0-12 0")
SHAPES = {
    Rag.RED: Shape(filled=((8, 0.5, "l7.5 7.5-7.5 7.5-7.5-7.5z"),)),
    Rag.AMBER: Shape(filled=((8, 2, "a6 6 0 0 0 0 12z"),), drawn=(RING,)),
    Rag.GREEN: Shape(drawn=((2.5, 8.8, "l3.6 3.7 7.4-8.5"),), thick=2.6),
    Rag.NOT_FOR_THIS_FORCE: Shape(drawn=((3, 8, "h10"),), thick=2.6),
    Rag.NOT_ASSESSED: Shape(drawn=(RING,), thick=1.8),
}
# Of a tile its own colour, its edge, and that of the shape on it.
TILES = {
    Rag.RED: (FULL_RED, FULL_RED, PAPER),
    Rag.AMBER: ("#f3c069", "#8a5a00", "#3d2600"),
    Rag.GREEN: (PALE_GREEN, "#157347", DARK_GREEN),
    Rag.NOT_FOR_THIS_FORCE: (PAPER, LINE, "#6b7683"),
    Rag.NOT_ASSESSED: (PAPER, MUTED, MUTED),
}


def tiles(rag, places, *, width, height):
    """Return tiles that stand for `rag`, each with its top left corner at one of `places`."""
    paper, edge, ink = TILES[rag]
    shape = SHAPES[rag]
    right, down = (width - 16) / 2, (height - 16) / 2
    inner = [(x + right, y + down) for x, y in places]
    tile = _path(places, [(0, 0, f"h{width:g}v{height:g}h{-width:g}z")])
    dashes = "2 2" if rag == Rag.NOT_ASSESSED else None
    parts = [
        element("path", d=tile, fill=paper, stroke=edge, stroke_dasharray=dashes, class_="tile")
    ]
    if shape.filled:
        parts.append(element("path", d=_path(inner, shape.filled), fill=ink, class_="filled"))
    if shape.drawn:
        line = {"stroke": ink, "stroke_width": shape.thick, "fill": "none"}
        ends = {"stroke_linecap": "round", "stroke_linejoin": "round"}
        path = _path(inner, shape.drawn)
        parts.append(element("path", d=path, **line, **ends, class_="drawn-line"))
    return element("g", *parts, class_=f"tiles tiles-{rag.value}")


def _path(places, lines):
    return "".join(
        f"M{x + right:g} {y + down:g}{course}" for x, y in places for right, down, course in lines
    )
