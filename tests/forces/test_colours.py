"""The colour of a letterhead: text in it can be read on white."""

import pytest
from django.core.exceptions import ValidationError

from forces.colours import contrast_to_white
from forces.models.body import validate_colour


@pytest.mark.parametrize(
    ("colour", "contrast"),
    # As WebAIM's contrast checker has them.
    [("#000000", 21), ("#ffffff", 1), ("#777777", 4.48), ("#767676", 4.54), ("#FF0000", 4)],
)
def test_the_contrast_is_that_of_wcag(colour, contrast):
    assert contrast_to_white(colour) == pytest.approx(contrast, abs=0.005)


@pytest.mark.parametrize("colour", ["#777777", "#ffffff", "1f3a5f", "#fff", "red", "#1f3a5g"])
def test_what_is_no_colour_or_too_light_is_refused_with_a_sentence(colour):
    with pytest.raises(ValidationError, match=r"darker colour|is written like"):
        validate_colour(colour)


@pytest.mark.parametrize("colour", ["#1f3a5f", "#767676", "#000000"])
def test_a_colour_in_which_text_can_be_read_is_taken(colour):
    validate_colour(colour)
