"""A text PDF: its lines become paragraphs again, and what pages repeat is left out and told."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from responses.importing.elements import Heading
from responses.importing.files import read
from responses.importing.pdf import reader
from responses.importing.pdf.reader import COLUMNS
from responses.importing.reading import understand
from responses.importing.refusal import ImportRefusedError
from responses.importing.rich import to_html

from .pdf_files import LEFT, TOP, at, lines, pdf

TEXT = (
    "The Commissioner has read the report of the inspectorate on farms with",
    "care and agrees with all that it says of trailers, of vans and of the",
    "people who drive them. There is much to do.",
)


def texts(*pages):
    return [line.text for line in read(pdf(*pages)).lines]


def sections(*pages):
    document = understand(read(pdf(*pages)))
    return [(s.heading, int(s.level), to_html(s.elements)) for s in document.sections]


def refusal(data):
    with pytest.raises(ImportRefusedError) as refused:
        read(data, "answer.pdf")
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_lines_of_a_paragraph_are_joined_and_a_gap_parts_two():
    assert texts(lines(*TEXT, "", *TEXT)) == [" ".join(TEXT)] * 2


def test_a_line_with_room_for_more_ends_its_paragraph():
    assert texts(lines(*TEXT, *TEXT)) == [" ".join(TEXT)] * 2


def test_a_paragraph_goes_on_over_the_page():
    assert texts(lines(*TEXT[:2]), lines(*TEXT[2:], "", *TEXT)) == [" ".join(TEXT)] * 2


def test_larger_letters_make_headings_by_rank_and_bold_ones_too():
    page = [
        at(LEFT, 800, "Our answer", size=20),
        *lines("Farms", top=770, size=14),
        *lines(*TEXT, top=750),
        *lines("Vans", top=690, bold=True),
        *lines(*TEXT, top=670),
    ]
    assert [line.given for line in read(pdf(page)).lines[:2]] == [
        Heading("Our answer", 1),
        Heading("Farms", 2),
    ]
    document = understand(read(pdf(page)))
    assert document.title == "Our answer"
    assert [(s.heading, int(s.level)) for s in document.sections] == [("Farms", 1), ("Vans", 2)]


def test_bullets_are_items_whose_further_lines_are_indented():
    page = [
        *lines("We will do two things about it:", top=700),
        *(
            at(LEFT, 686, "•"),
            at(LEFT + 12, 686, "buy a van that is large enough for the trailers"),
        ),
        at(LEFT + 12, 672, "of all of the farms"),
        *(at(LEFT, 658, "•"), at(LEFT + 12, 658, "thank the volunteers")),
    ]
    [(_, _, body)] = sections(page)
    assert body == (
        "<p>We will do two things about it:</p><ul><li>buy a van that is large enough for the "
        "trailers of all of the farms</li><li>thank the volunteers</li></ul>"
    )


def test_a_word_broken_at_the_end_of_a_line_is_made_whole_and_a_compound_stays():
    page = lines(
        "The Commissioner has read the report and agrees with its recommen-",
        "dation on the long-",
        "term care of the farms, which is a long piece of work and one that takes",
        "its time, and on the vans of the county.",
        "",
        "It takes long. The term ends, and the next term begins.",
    )
    joined = " ".join(texts(page))
    assert "its recommendation on" in joined
    assert "the long-term care" in joined


def test_running_heads_and_page_numbers_are_left_out_and_told():
    pages = [
        [
            at(LEFT, 820, "Office of Borsetshire"),
            *lines(f"{word} says more.", "", *TEXT, "", f"Page {n} is about {word}."),
            at(290, 30, f"Page {n} of 3"),
        ]
        for n, word in enumerate(("Farms", "Vans", "Dogs"), start=1)
    ]
    source = read(pdf(*pages))
    found = [line.text for line in source.lines]
    assert found[:3] == ["Farms says more.", " ".join(TEXT), "Page 1 is about Farms."]
    assert source.told == (
        "On 3 pages, at the edge: “Office of Borsetshire”",
        "On 3 pages, at the edge: “(number)”",
    )


@pytest.mark.parametrize(
    ("feet", "told"),
    [
        (("Reply 1", "Reply 2", "Reply 3"), "On 3 pages, at the edge: “Reply 1” to “Reply 3”"),
        (("1",), "On 1 page, at the edge: “(number)”"),
    ],
)
def test_numbered_feet_of_one_shape_are_told_once(feet, told):
    words = ("farms", "vans", "dogs")
    pages = [
        [*lines(f"Of {word} we say that there is much to do."), at(LEFT, 30, foot)]
        for word, foot in zip(words, feet, strict=False)
    ]
    assert read(pdf(*pages)).told == (told,)


def test_words_side_by_side_are_a_label_and_its_value():
    rows = (("Force", "Borsetshire"), ("Grade", "Good"), ("Summary", "The report is about"))
    page = [at(LEFT, TOP, "Answer form", size=18)]
    for place, (label, value) in enumerate(rows):
        page += [at(LEFT, 700 - 20 * place, label), at(220, 700 - 20 * place, value)]
    page += [at(220, 646, "farms and vans.")]
    source = read(pdf(page))
    document = understand(source)
    assert [(field.label, field.words) for field in document.fields] == [
        ("Force", "Borsetshire"),
        ("Grade", "Good"),
        ("Summary", "The report is about farms and vans."),
    ]
    assert "look at their order" in source.notes[0]


def test_a_row_of_a_form_that_no_more_than_a_space_parts_keeps_its_label():
    """As where a typed form was made a PDF: a tab is as wide as what is left to its stop."""
    rows = ("Force Borsetshire", "Police and Crime Commissioner Jo Fenwick", "Published Date",
            "Farm vans", "Grade")  # fmt: skip
    page = [at(LEFT, TOP, "Answer form", size=18), *lines(*rows, top=700)]
    for place, (label, value) in enumerate((("Chief Constable", "Pat Marlowe"), ("Due", "June"))):
        page += [at(LEFT, 620 - 14 * place, label), at(220, 620 - 14 * place, value)]
    document = understand(read(pdf([*page, *lines("Reply", "", *TEXT, top=560)])))
    assert [(field.label, field.words) for field in document.fields] == [
        ("Force", "Borsetshire"),
        ("Police and Crime Commissioner", "Jo Fenwick"),
        ("Published Date", ""),
        ("", "Farm vans"),
        ("Grade", ""),
        ("Chief Constable", "Pat Marlowe"),
        ("Due", "June"),
    ]


def test_a_scan_is_refused():
    assert refusal(pdf([], [])).startswith("The PDF holds pictures of pages and no text")


def test_a_pdf_with_a_password_is_refused():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(lines(*TEXT)))))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    assert "protected with a password" in refusal(made.getvalue())


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\nWe agree with all of it.\n%%EOF",
        pdf(lines(*TEXT))[:400],
        pdf(lines(*TEXT)).replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]"),
        pdf(lines(*TEXT)).replace(b"/Contents 6 0 R", b"/Contents 1 0 R"),
    ],
)
def test_a_damaged_pdf_is_refused(data):
    assert refusal(data).startswith(("The PDF is damaged", "The PDF holds pictures"))


def test_too_many_pages_and_too_much_text_are_refused(monkeypatch):
    assert "more than 200 pages" in refusal(pdf(*[[]] * (reader.MOST_PAGES + 1)))
    monkeypatch.setattr(reader, "MOST_CHUNKS", 2)
    assert "more than a response can" in refusal(pdf(lines(*TEXT)))


def test_a_stream_that_unpacks_to_very_much_is_refused():
    data = pdf(["%" + " " * 30_000_000, *lines(*TEXT)])
    assert len(data) < 100_000
    assert refusal(data).startswith("The PDF")


def test_a_letterhead_that_is_repeated_within_pages_is_left_out_and_told():
    """As where a text was made a PDF: its pages are not those of the text."""
    head, gap = ("Jo Fenwick", "Commissioner for Felpersham", ""), ("",) * 5
    first = (*head, "Our answer", "", "Farms", "", *TEXT, *gap, *head, *TEXT, "", "Vans", "")
    second = (
        *TEXT,
        *gap,
        *head,
        "Dogs",
        "",
        *TEXT,
        "",
        "Jo Fenwick",
        "Commissioner for Felpersham",
    )
    document = understand(read(pdf(lines(*first), lines(*second))))
    assert document.title == "Our answer"
    assert [(s.heading, len(s.elements)) for s in document.sections] == [
        ("Farms", 2),
        ("Vans", 1),
        ("Dogs", 1),
    ]
    [furniture] = document.furniture
    assert (furniture.lines, len(furniture.at)) == (head[:2], 3)
    assert [signer.name for signer in document.signers] == ["Jo Fenwick"]


LEFT_ONE = ("The Commissioner has read the report", "of the inspectorate with great care",
            "and agrees with it. There is much", "to do on farms, and it will be done",
            "by the force, in good time and with", "the help of all who live there.")  # fmt: skip
RIGHT_ONE = ("The Chief Constable thanks all those", "who helped. The force has marked the",
             "trailers of three hundred farms, and", "will mark more. Vans are stopped each",
             "night on the roads that lead out of", "the county, and plates are read.")  # fmt: skip


def beside(one, other):
    heights = range(740, 0, -14)
    rows = zip(heights, one, other, strict=False)
    return [piece for y, a, b in rows for piece in (at(LEFT, y, a), at(320, y, b))]


def test_two_columns_of_text_are_read_one_after_the_other():
    last = "That is all that there is to say of it."
    page = [*beside(LEFT_ONE, RIGHT_ONE), *lines(last, top=560)]
    assert texts(page) == [" ".join(LEFT_ONE), " ".join(RIGHT_ONE), last]
    assert read(pdf(lines("One."), page)).notes == (COLUMNS.format(where="page 2"),)


def test_labels_and_their_values_are_no_two_columns_of_text():
    labels = ("Force of the county", "Commissioner now", "Chief Constable", "Summary of it",
              "Grade of the force", "Published date")  # fmt: skip
    assert texts(beside(labels, RIGHT_ONE))[0].startswith("Force of the county\t")


def test_two_columns_whose_lines_stand_at_their_own_heights_are_read_one_after_the_other():
    left = lines("Recommendation 1", "", *LEFT_ONE, "", "Recommendation 2", "", *LEFT_ONE)
    right = lines("Recommendation 3", "", *RIGHT_ONE, "", *RIGHT_ONE, top=775, x=320)
    page = [at(LEFT, 810, "The response of the Commissioner to the report on theft from farms")]
    assert texts([*page, *left, *right])[1:] == [
        *("Recommendation 1", " ".join(LEFT_ONE), "Recommendation 2", " ".join(LEFT_ONE)),
        *("Recommendation 3", " ".join(RIGHT_ONE), " ".join(RIGHT_ONE)),
    ]
    both = [*left, *right]
    assert read(pdf(both, both)).notes == (COLUMNS.format(where="pages 1 and 2"),)


def test_columns_of_text_with_headings_in_them_are_parted_between_lines_over_both():
    over = "The response of the Commissioner to the report on theft from farms, in all its parts"
    rows = [*LEFT_ONE[:3], "", *LEFT_ONE[3:], "", *LEFT_ONE]
    last = ("All is well on each of the farms, and", "the sheep are counted.")
    heights = dict(zip(range(728, 0, -14), rows, strict=False))
    left = [at(LEFT, y, text or "Dogs", bold=not text) for y, text in heights.items()]
    right = [at(320, y, text) for y, text in zip(heights, 2 * RIGHT_ONE + last, strict=True)]
    page = [*lines(over, top=780), *left, *right, *lines(over, top=460)]
    on_the_right = (" ".join(RIGHT_ONE), " ".join(RIGHT_ONE), " ".join(last))
    assert texts(page) == [
        *(over, " ".join(LEFT_ONE[:3]), "**Dogs**", " ".join(LEFT_ONE[3:])),
        *("**Dogs**", " ".join(LEFT_ONE), *on_the_right, over),
    ]


def test_a_heading_below_two_columns_is_of_the_lines_over_both_below_it():
    over = "The response of the Commissioner to the report on theft from farms, in all its parts"
    page = [*beside(LEFT_ONE, RIGHT_ONE), *lines("Conclusion", top=650, size=14),
            *lines(over, top=630)]  # fmt: skip
    assert texts(page) == [" ".join(LEFT_ONE), " ".join(RIGHT_ONE), "Conclusion", over]


def test_a_paragraph_goes_on_from_the_left_column_to_the_right():
    six = [*LEFT_ONE[:5], "by the force in good time and with"]
    page = beside(six, ["the help of all", *RIGHT_ONE])
    assert texts(page)[0] == " ".join((*six, "the help of all"))


def test_a_form_that_fills_a_page_keeps_its_labels_beside_their_values():
    labels = ("Force", "Commissioner", "Chief Constable", "Commissioner's response",
              "Chief Constable's response", "Grade")  # fmt: skip
    values = (("Borsetshire",), ("Jo Fenwick",), ("Pat Archer",), LEFT_ONE, RIGHT_ONE, ("Good",))
    page, y = [], 780
    for label, value in zip(labels, values, strict=True):
        page += [at(LEFT, y, label), *lines(*value, top=y, x=250)]
        y -= 14 * len(value) + 10
    rows = [f"{label}\t{' '.join(value)}" for label, value in zip(labels, values, strict=True)]
    assert texts(page) == rows


def test_the_foot_of_pages_in_two_columns_is_left_out():
    foot = at(LEFT, 40, "Office of the Commissioner")
    pages = []
    for word in ("sheep", "dogs", "vans"):
        left, right = ([f"{word} {text}" for text in one] for one in (LEFT_ONE, RIGHT_ONE))
        pages.append([*lines(*left), *lines(*right, top=775, x=320), foot])
    source = read(pdf(*pages))
    assert not [line for line in source.lines if "Office" in line.text]
    assert source.told[0].startswith("On 3 pages, at the edge: “Office of the Commissioner")


def test_bullets_before_their_words_are_no_left_column():
    rows = [*LEFT_ONE, *("of the farms",) * 5, *RIGHT_ONE]
    page = []
    for y, text in zip(range(780, 0, -14), rows, strict=False):
        is_item = text == "of the farms"
        page += [at(LEFT, y, "•"), at(LEFT + 9, y, text)] if is_item else [at(LEFT, y, text)]
    source = read(pdf(page))
    assert source.notes == ()
    assert [line.text for line in source.lines][1:6] == ["• of the farms"] * 5
