"""A box of many choices that is drawn at once, not option by option."""

import functools

from django import forms
from django.forms.utils import flatatt
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import mark_safe


class PlainSelect(forms.Select):
    """A Select of one value from pairs of value and label, without groups.

    Django's own makes each option from a template: of a search, that is most of its time where
    all reports can be chosen.
    """

    def render(self, name, value, attrs=None, renderer=None):
        """Return the box as HTML, with the option selected whose value is `value`."""
        chosen = f'value="{escape(value or "")}"'
        options = options_of(tuple(self.choices)).replace(chosen, f"{chosen} selected", 1)
        given = flatatt(self.build_attrs(self.attrs, {"name": name, **(attrs or {})}))
        return format_html("<select{}>\n{}\n</select>", given, mark_safe(options))


@functools.lru_cache(maxsize=32)
def options_of(choices):
    """Return the options of `choices`, pairs of value and label, as HTML; none is selected."""
    return format_html_join("\n", '<option value="{}">{}</option>', choices)
