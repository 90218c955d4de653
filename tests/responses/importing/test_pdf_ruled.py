"""Tables of a PDF whose borders are drawn: each row stays one, whoever speaks in it."""

import pytest

from responses.importing.files import read
from responses.importing.reading import understand

from .pdf_files import at, lines, pdf
from .test_pdf import LEFT_ONE, RIGHT_ONE, TEXT

HEADS = ("Recommendation", "Response")


def ruled(rows, edges, *, top=700, step=14, filled=False):
    """Return the pieces of a table with borders: each cell is a tuple of its lines."""
    found, heights = [], [top]
    for row in rows:
        for x, cell in zip(edges, row, strict=False):
            found += lines(*cell, top=heights[-1] - step, x=x + 4)
        heights.append(heights[-1] - step * (max(map(len, row)) + 1))
    drawn = [(edges[0], y, edges[-1], y) for y in heights]
    drawn += [(x, heights[-1], x, top) for x in edges]
    return [*found, *(_thin(*ends) if filled else _line(*ends) for ends in drawn)]


def _line(x, y, to_x, to_y):
    return f"{x} {y} m {to_x} {to_y} l S"


def _thin(x, y, to_x, to_y):
    return f"{x} {y} {max(to_x - x, 0.5)} {max(to_y - y, 0.5)} re f"


def document(*pages):
    return understand(read(pdf(*pages)))


def said(made):
    words = [" ".join(e.text for e in row.said) for row in made.answered]
    return [(" ".join(e.text for e in row.asked), one)
            for row, one in zip(made.answered, words, strict=True)]  # fmt: skip


ROWS = (
    ((HEADS[0],), (HEADS[1],)),
    (("Recommendation 1: mark each trailer", "of each farm"), LEFT_ONE),
    (("Recommendation 2: look at vans",), RIGHT_ONE),
)
READ = [
    ("Recommendation 1: mark each trailer of each farm", " ".join(LEFT_ONE)),
    ("Recommendation 2: look at vans", " ".join(RIGHT_ONE)),
]


@pytest.mark.parametrize("filled", [False, True])
def test_a_row_within_borders_is_a_recommendation_and_its_answer(filled):
    page = [*lines(*TEXT), *ruled(ROWS, (72, 310, 540), filled=filled), *lines(*TEXT, top=300)]
    made = document(page)
    assert said(made) == READ
    assert [len(section.elements) for section in made.sections] == [2]


def test_four_columns_are_read_as_what_they_are():
    rows = [(("No.",), ("Recommendati", "on"), ("Response",), ("Status",))]
    rows += [((str(n),), ("Mark each", "trailer"), ("We did that in", "May."), ("Amber",))
             for n in (1, 2, 3)]  # fmt: skip
    made = document(lines(*TEXT), ruled(rows, (72, 110, 220, 400, 500)))
    assert [(row.label, row.status) for row in made.answered] == [
        *(("1", "Amber"), ("2", "Amber"), ("3", "Amber")),
    ]
    assert said(made)[0] == ("Mark each trailer", "We did that in May.")


def test_a_table_goes_on_over_the_page_with_its_last_row():
    whole, first = LEFT_ONE + RIGHT_ONE, ROWS[:1]
    upper = (*first, (("Recommendation 1: mark",), LEFT_ONE))
    lower = (*first, (("each trailer",), RIGHT_ONE), ROWS[2])
    edges = (72, 310, 540)
    made = document(ruled(upper, edges, top=200), ruled(lower, edges, top=800))
    asked, answer = said(made)[0]
    assert (asked.split(), answer.split()) == (
        ["Recommendation", "1:", "mark", "each", "trailer"],
        " ".join(whole).split(),
    )
    assert said(made)[1:] == READ[1:]


def test_the_replies_of_two_offices_side_by_side_keep_their_voices():
    offices = ("Chief Constable's response",), ("Commissioner's response",)
    made = document(ruled((offices, (LEFT_ONE, RIGHT_ONE)), (72, 310, 540)))
    assert [(s.heading, s.elements[0].text) for s in made.sections] == [
        (offices[0][0], " ".join(LEFT_ONE)),
        (offices[1][0], " ".join(RIGHT_ONE)),
    ]


def test_a_line_below_words_and_a_frame_around_them_are_no_table():
    page = [*lines(*TEXT), _line(72, 778, 300, 778), "60 700 480 120 re S"]
    assert [line.text for line in read(pdf(page)).lines] == [" ".join(TEXT)]


def test_nothing_beside_a_table_is_lost():
    page = [*ruled(ROWS, (72, 310, 540)), at(20, 640, "Aside"), at(550, 600, "Also")]
    words = " ".join(line.text for line in read(pdf(page)).lines)
    assert "Aside" in words
    assert "Also" in words
