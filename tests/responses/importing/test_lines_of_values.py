"""A value of a form that is broken into lines is one text again, with the items that are in it."""

import pytest

from responses.importing.elements import Bullet, Numbered, Paragraph
from responses.importing.reading import parse

END = "\n\nReply\n\nWe agree to it."


def value(*lines):
    document = parse("Answer form\n\nForce\tBorsetshire\n" + "\n".join(lines) + END)
    assert [field.label for field in document.fields] == ["Force", "Recommendations"]
    return document.fields[1].value


def test_items_that_run_on_over_lines_are_taken_apart_as_those_of_one_line():
    lines = ("1. Mark vans", "and trailers. 2. Name officers for", "farms. 3. Feed ducks.")
    items = [
        ("1.", "Mark vans and trailers."),
        ("2.", "Name officers for farms."),
        ("3.", "Feed ducks."),
    ]
    found = value(f"Recommendations\t{lines[0]}", *lines[1:])
    assert found == tuple(Numbered(*item) for item in items)
    assert value(f"Recommendations\t{' '.join(lines)}") == found


@pytest.mark.parametrize(
    ("below", "elements"),
    [
        ("and trailers that are there.", [Paragraph("All vans and trailers that are there.")]),
        ("- trailers", [Paragraph("All vans"), Bullet("trailers")]),
        ("- trailers\nand tools.", [Paragraph("All vans"), Bullet("trailers and tools.")]),
        ("Trailers are not meant.", [Paragraph("All vans"), Paragraph("Trailers are not meant.")]),
    ],
)  # fmt: skip
def test_only_what_goes_on_in_a_sentence_is_joined(below, elements):
    assert value("Recommendations\tAll vans", below) == tuple(elements)
