"""Tables of a PDF without borders: rows begin at one height below headings that say of what."""

from .pdf_files import LEFT, at, lines
from .test_pdf import LEFT_ONE, RIGHT_ONE, TEXT
from .test_pdf_ruled import READ, ROWS, document, said


def unruled(rows, places, top=700, step=14):
    found = []
    for row in rows:
        for x, cell in zip(places, row, strict=True):
            found += lines(*cell, top=top, x=x)
        top -= step * max(map(len, row))
    return found


def test_two_wide_columns_are_rows_and_no_newspaper():
    made = document([*lines(*TEXT), *unruled(ROWS, (LEFT, 320))])
    assert said(made) == READ


def test_four_columns_are_read_by_their_numbers():
    rows = [(("No.",), ("Recommendation",), ("Response",), ("Status",))]
    rows += [((n,), ("Mark each", "trailer."), ("We did it.",), ("Amber",)) for n in "123"]
    made = document(unruled(rows, (LEFT, 120, 260, 460)))
    assert [(row.label, row.status) for row in made.answered] == [(n, "Amber") for n in "123"]
    assert said(made)[0] == ("Mark each trailer.", "We did it.")


def test_two_offices_side_by_side_keep_their_words():
    heads = (("Chief Constable's response",), ("Commissioner's response",))
    made = document(unruled((heads, (LEFT_ONE, RIGHT_ONE)), (LEFT, 320)))
    assert [(s.heading, s.elements[0].text) for s in made.sections] == [
        (heads[0][0], " ".join(LEFT_ONE)),
        (heads[1][0], " ".join(RIGHT_ONE)),
    ]


def test_what_goes_over_the_columns_ends_the_table():
    over = "The Commissioner has read the report of the inspectorate on farms with great care."
    made = document([*unruled(ROWS, (LEFT, 320)), at(LEFT, 500, over)])
    assert said(made) == READ
    assert [e.text for s in made.sections for e in s.elements] == [over]
