"""SVG, element by element, with all text escaped. Pure."""

import re

from django.utils.html import format_html, format_html_join

FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Source Sans Pro', sans-serif"
# What XML has no place for, escaped or not.
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name, *content, **attributes):
    """Return the element `name` as safe text: `content` is elements, or text to be escaped.

    An attribute that ends with "_" is written without it, other "_" are written "-", numbers
    without zeros at their end; one that is None is left out.
    """
    written = format_html_join(
        "",
        ' {}="{}"',
        ((_name(key), _value(value)) for key, value in attributes.items() if value is not None),
    )
    if not content:
        return format_html("<{}{}/>", name, written)
    return format_html("<{}{}>{}</{}>", name, written, joined(content), name)


def joined(parts):
    """Return `parts`, elements or text to be escaped, one after the other as safe text."""
    return format_html_join("", "{}", ((_legal(part),) for part in parts))


def picture(*content, name, size, title, words, **attributes):
    """Return a drawing `size` (width, height) large, called `title` and told in `words`.

    `name` begins each of its ids, which are then its own in any page.
    """
    width, height = size
    return element(
        "svg",
        element("title", title, id=f"{name}--title"),
        element("desc", words, id=f"{name}--words"),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{name}--title",
        aria_describedby=f"{name}--words",
        font_family=FONT,
        **attributes,
    )


def _name(key):
    return key.rstrip("_").replace("_", "-")


def _value(value):
    return f"{value:.10g}" if isinstance(value, float) else _legal(value)


def _legal(value):
    """Return `value`; where it is text that XML cannot hold, without what it cannot."""
    return ILLEGAL.sub("", value) if isinstance(value, str) and ILLEGAL.search(value) else value
