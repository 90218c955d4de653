"""A letter: its subject line, its day, its text and who signs it are told from what is around."""

import pytest

from responses.importing.files import read
from responses.importing.reading import parse, understand

from .pdf_files import lines, pdf
from .placed import place
from .test_recognised import REGISTER, draft
from .word_files import bold, cell, p, table, word

ABOVE = (
    *("The Rt Hon Jo Smith MP", "Home Secretary", "2 Marsham Street,", "London SW1P 4DF", ""),
    *("Our ref: PCC/12", "15 April 2026", "", "Dear Home Secretary,", ""),
)
SUBJECT = "Theft from farms: our reply"
TEXT = ("We have read the report, and we agree.", "", "There is more to do.", "")
BELOW = ("Yours sincerely,", "", "Jo Fenwick", "", "Commissioner for Felpersham")
LETTER = (*ABOVE, SUBJECT, "", *TEXT, *BELOW)
FILES = {
    "plain text": "\n".join(LETTER).encode(),
    "Word with blank paragraphs": word(*map(p, LETTER)),
    "Word with a bold subject": word(*(p(bold(x) if x == SUBJECT else x) for x in LETTER if x)),
    "PDF": pdf(lines(*LETTER)),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_a_letter_is_a_title_a_day_a_section_and_who_signs(data):
    made = place(understand(read(data)), REGISTER)
    assert (made.title, made.published_on.iso, made.fields) == (SUBJECT, "2026-04-15", ())
    [section] = made.sections
    assert section.heading == ""
    assert section.body == f"<p>{TEXT[0]}</p><p>{TEXT[2]}</p>"
    [signer] = made.signatories
    assert (signer.name, signer.title) == (
        "Jo Fenwick",
        "Commissioner for Felpersham",
    )
    above, below = made.told
    for line in filter(None, ABOVE):
        assert line in above
    assert below == "Below the text of the letter: “Yours sincerely,”"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Re: Theft from farms", "Theft from farms"),
        ("Subject: Theft from farms", "Theft from farms"),
        ("Thank you for the report.", ""),
        ("Introduction", ""),
        ("1. Vans", ""),
    ],
)
def test_the_subject_line_is_the_title(line, title):
    document = parse("\n".join((*ABOVE, line, "", *TEXT, *BELOW)))
    assert document.title == title
    words = [word for s in document.sections for word in (s.heading, *(e.text for e in s.elements))]
    assert title or any(line.removeprefix("1. ") in one for one in words)


def test_the_first_of_several_headings_is_no_subject():
    above = [p(line) for line in ABOVE if line]
    made = draft(*above, p("Our vans", style="H1"), p("Two."), p("Our dogs", style="H1"), p("One."))
    assert (made.title, [s.heading for s in made.sections]) == ("", ["Our vans", "Our dogs"])


def test_a_table_of_answers_in_a_letter_is_taken_as_ever():
    rows = table(["Rec No", "Response", "RAG"], ["1", "Marked each of them.", "Met"])
    made = draft(*(p(line) for line in (*ABOVE, SUBJECT, *TEXT) if line), rows)
    assert made.answers == {(1,): "<p>Marked each of them.</p>"}


def test_a_salutation_after_text_makes_no_letter():
    document = parse("Reply\n\nWe wrote to the force.\n\nDear Chief Constable,\n\nPlease do.")
    assert (document.title, document.day, document.told) == ("", "", ())
    assert "Dear Chief Constable," in [e.text for s in document.sections for e in s.elements]


def test_a_letterhead_in_a_table_is_above_the_text_and_no_form():
    head = table([cell("Jo Fenwick", "Commissioner", "1 Hill Street"),
                  cell("Tel: 01632 960 001", "pcc@borset.example")])  # fmt: skip
    made = draft(head, *map(p, filter(None, LETTER)))
    assert (made.title, made.fields, made.published_on.iso) == (SUBJECT, (), "2026-04-15")
    assert "“Tel: 01632 960 001” “pcc@borset.example” “The Rt Hon Jo Smith MP”" in made.told[0]
    form = table(["Force", "Borset"], ["Website", "www.borset.example"])
    assert [field.label for field in draft(form).fields] == ["Force", "Website"]
