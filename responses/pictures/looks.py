"""How a state is drawn: a pattern or a shape that holds in greyscale, before a colour. Pure."""

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
