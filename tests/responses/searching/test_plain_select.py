"""The box of choices says what Django's own says."""

import pytest
from django import forms
from django.test.html import parse_html

from responses.searching.plain_select import PlainSelect

CHOICES = [("", "All"), ("kent", "Kent & more <b>"), ('"quoted"', "Quoted")]


@pytest.mark.parametrize("value", ["", None, "kent", '"quoted"', "none of them"])
def test_it_is_equal_to_a_select_of_django(value):
    attrs = {"id": "id_force", "aria-describedby": "x", "aria-invalid": True}
    ours, theirs = (
        kind(choices=CHOICES).render("force", value, attrs) for kind in (PlainSelect, forms.Select)
    )
    assert parse_html(ours) == parse_html(theirs)
    assert ours.count(" selected") == (value != "none of them")
