"""A small Word file that asks for much is read in little time, and grows little in memory."""

import pytest

from responses.importing.files import read
from responses.importing.word import runs

from .test_files import refusal
from .word_files import LEVEL, cell, p, row, run, table, word

ENDS_DELETED = "<w:rPr><w:del/></w:rPr>"
LINK = '<w:hyperlink r:id="x">{}</w:hyperlink>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def one_list(levels, more=""):
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{more}</w:num>'
    )


def in_boxes(depth):
    inside = p("In a box.")
    for _ in range(depth):
        inside = p(f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>")
    return inside


def in_formulas(depth):
    return "<m:f><m:num>" * depth + "<m:x/>" * 150_000 + "</m:num></m:f>" * depth


LEVELS = LEVEL.format(n=0, how="decimal", text="%1.") * 20_000
OVERRIDES = "".join(
    f'<w:lvlOverride w:ilvl="-{n}"><w:startOverride w:val="1"/></w:lvlOverride>'
    for n in range(20_000)
)
BIG_STYLE = f'<w:style w:styleId="Big">{"<w:tblStylePr/>" * 60_000}<w:name w:val="Big"/></w:style>'
HEADINGS, ANSWER = ["No", "Response", "RAG"], ["1", "We agree to do that.", "Met"]
MERGED = row(cell("", down="continue"), cell("", down="continue"), "Said.", "Met")
COMMAND = f"<w:r><w:instrText>{'HYPERLINK ' * 10_000}</w:instrText></w:r>"

GREEDY = {
    "spaces": lambda: word(p("a" + " " * 400_000 + "b")),
    "levels": lambda: word(*[p("It", item=(1, 0))] * 3000, numbering=one_list(LEVELS)),
    "overrides": lambda: word(
        *[p("It", item=(1, 0))] * 3000,
        numbering=one_list(LEVEL.format(n=0, how="decimal", text="%1."), OVERRIDES),
    ),
    "style": lambda: word(*[p("It", style="Big")] * 10_000, styles=BIG_STYLE),
    "joined": lambda: word(*[p("a", more=ENDS_DELETED)] * 25_000),
    "merged": lambda: word(
        table(
            ["No", "Recommendation", "Response", "RAG"],
            [cell("1", down="restart"), cell("Vans.", down="restart"), "Said.", "Met"],
            *[MERGED] * 6000,
        )
    ),
    "rows": lambda: word(table(HEADINGS, *[ANSWER] * 6000)),
    "going on": lambda: word(table(HEADINGS, ANSWER), *[p(""), table(*[ANSWER] * 5)] * 500),
    "wide": lambda: word(
        table(["No", "Response", *["Cost"] * 14_000], ["1", "Said.", *["2"] * 14_000])
    ),
    "boxes": lambda: word(in_boxes(25)),
    "formula": lambda: word(p(f"<w:ins><m:oMath>{in_formulas(55)}</m:oMath></w:ins>", "a")),
    "field": lambda: word(
        p(FIELD.format("begin"), COMMAND, FIELD.format("separate"), *["a"] * 20_000)
    ),
}


@pytest.mark.parametrize("made", GREEDY.values(), ids=GREEDY)
def test_what_asks_for_much_time_is_read(made):
    """Where a part is looked at again for each other part, this does not come to an end."""
    assert read(made()).lines


@pytest.mark.parametrize("how", ["lowerLetter", "upperRoman", "decimal", "decimalZero"])
def test_a_list_that_begins_far_away_is_marked_in_few_letters(how):
    levels = LEVEL.format(n=0, how=how, text="%1." * 500).replace(
        'start w:val="1"', 'start w:val="900000000"'
    )
    [line] = read(word(p("It", item=(1, 0)), numbering=one_list(levels))).lines
    assert 0 < len(line.given.mark) <= 100


def test_letters_count_as_far_as_word_counts_them():
    levels = LEVEL.format(n=0, how="lowerLetter", text="%1.").replace(
        'start w:val="1"', 'start w:val="780"'
    )
    found = read(word(*[p("It", item=(1, 0))] * 2, numbering=one_list(levels))).lines
    assert [line.given.mark for line in found] == ["z" * 30 + ".", "781."]


def test_a_long_address_that_stands_at_many_words_is_refused():
    words = run("a\n" * (runs.MOST_TEXT // 900))
    address = "https://a.example/" + "a" * 900
    assert "longer than any response" in refusal(
        word(p(LINK.format(words)), links=[("x", address)])
    )


def test_an_address_longer_than_any_leaves_the_words():
    body = p(LINK.format(run("here")))
    [line] = read(word(body, links=[("x", "https://a.example/" + "a" * 1000)])).lines
    assert line.text == "here"
