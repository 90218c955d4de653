"""Tables that are stacked on a phone, where each cell stands under the heading of its column."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import capfirst

register = template.Library()


@register.filter
def labelled(cells, headers):
    """Yield the `cells` of a row of a list, each with its heading as `data-label`.

    Both are as Django's change list makes them: cells are safe HTML that begins with "<td" or
    "<th", headers dictionaries. The boxes that choose rows have no heading in words.
    """
    for cell, header in zip(cells, headers, strict=True):
        if "action-checkbox-column" in header.get("class_attrib", ""):
            yield cell
        else:
            label = format_html(' data-label="{}"', capfirst(header["text"]))
            yield mark_safe(cell[:3] + label + cell[3:])
