"""What stands in the out-of-the-way parts of a Word document is kept, or told."""

import pytest

from responses.importing.word import read_word

from .word_files import PACKED, RELATIONS, STYLES, bold, cell, p, run, table, word

REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SHOWS, END = (MARK.format(kind) for kind in ("begin", "separate", "end"))


def command(text):
    return run(text, tag="instrText")


def lines(*body, **parts):
    return [line.text for line in read_word(word(*body, **parts)).lines]


def told(*body, **parts):
    return list(read_word(word(*body, **parts)).told)


def note(*content):
    return f'<w:footnote w:id="2">{"".join(content)}</w:footnote>'


def test_deleted_and_hidden_words_of_a_note_are_left_out_and_told():
    notes = note(
        p(" See page 12", f"<w:del>{run(' of the secret file', tag='delText')}</w:del>",
          run(" and Mrs Smith", "<w:vanish/>"), ".")
    )  # fmt: skip
    body = p("We agree", REFERENCE, ".")
    assert lines(body, footnotes=notes) == ["We agree (See page 12.)."]
    assert told(body, footnotes=notes) == [
        "1 passage that a tracked change deletes: “of the secret file”",
        "1 passage of hidden text: “and Mrs Smith”",
    ]


def test_a_note_that_is_deleted_in_whole_leaves_no_brackets():
    notes = note(p(f"<w:del>{run('Gone.', tag='delText')}</w:del>"))
    assert lines(p("We agree", REFERENCE, "."), footnotes=notes) == ["We agree."]


def test_a_note_keeps_its_links_its_bold_and_all_its_paragraphs():
    link = f'<w:hyperlink r:id="n">{run("page 12")}</w:hyperlink>'
    notes = note(p("See ", link, "\nor"), p(bold("ask")), table(["Vans", "2"]))
    relation = (
        f'<Relationship Id="n" Type="{RELATIONS}/hyperlink" Target="https://a.example/" '
        'TargetMode="External"/>'
    )
    parts = {"word/_rels/footnotes.xml.rels": PACKED.format(relation)}
    assert lines(p("We agree", REFERENCE, "."), footnotes=notes, parts=parts) == [
        "We agree (See [page 12](https://a.example/) or **ask** Vans 2)."
    ]


def test_a_field_that_never_ends_hides_nothing():
    body = [p("See ", BEGIN, command("REF a"), "page 12."), p("We agree."), p(SHOWS, "Now.", END)]
    assert lines(*body) == ["See page 12.", "We agree.", "Now."]
    assert told(*body) == []


def test_a_link_that_never_ends_ends_with_its_paragraph():
    link = command('HYPERLINK "https://a.example"')
    body = [p("See ", BEGIN, link, SHOWS, "here"), p("We agree.")]
    assert lines(*body) == ["See [here](https://a.example)", "We agree."]


def test_text_in_a_field_that_shows_nothing_is_told_and_hides_no_other():
    body = [p("We", BEGIN, command("XE "), "farms, see vans", END, " agree."), p("So too.")]
    assert lines(*body) == ["We agree.", "So too."]
    assert told(*body) == ["1 passage of hidden text: “farms, see vans”"]


def test_a_field_over_several_paragraphs_is_shown():
    body = [p(BEGIN, command("QUOTE"), SHOWS, "One."), p("Two."), p("Three.", END), p("Four.")]
    assert lines(*body) == ["One.", "Two.", "Three.", "Four."]


def test_what_a_field_says_inside_the_command_of_another_is_no_text():
    inner = (BEGIN, command("PAGE"), SHOWS, "7", END)
    body = p(BEGIN, command("IF "), *inner, command(" = 7"), SHOWS, "Last page", END, ".")
    assert lines(body) == ["Last page."]
    assert told(body) == []


def test_a_deleted_cell_is_told_and_those_after_it_keep_their_columns():
    def gone(text):
        return cell(text, more='<w:cellDel w:id="1"/>')

    rows = (
        ["No", gone("Draft"), "Recommendation", "Response", "RAG"],
        ["1", gone("We refuse."), "Buy a van.", "Bought.", "Green"],
    )
    source = read_word(word(table(*rows)))
    [one] = [line.given for line in source.lines]
    assert (one.label, one.asked[0].text) == ("1", "Buy a van.")
    assert (one.said[0].text, one.status) == ("Bought.", "Green")
    assert source.told == ("2 passages that tracked changes delete: “Draft” “We refuse.”",)


@pytest.mark.parametrize("mark", ["strike", "dstrike"])
def test_words_that_are_struck_through_are_left_out_and_told(mark):
    style = f'<w:style w:styleId="Gone"><w:rPr><w:{mark}/></w:rPr></w:style>'
    body = [
        p("We ", run("refuse", f"<w:{mark}/>"), run("agree", f'<w:{mark} w:val="0"/>'), "."),
        p(run("Not this.", '<w:rStyle w:val="Gone"/>')),
        table(["Force", cell(p(run("Old", f"<w:{mark}/>"), "New"))], ["Grade", "Good"]),
    ]
    assert lines(*body, styles=STYLES + style) == ["We agree.", "Force: New", "Grade: Good"]
    assert told(*body, styles=STYLES + style) == [
        "3 passages that are struck through: “refuse” “Not this.” “Old”"
    ]


@pytest.mark.parametrize(
    "drawn",
    [
        '<w:drawing><w:inline><w:docPr w:descr="A map of farms"/></w:inline></w:drawing>',
        '<w:pict><w:shape w:alt="A map of farms"/></w:pict>',
        '<w:drawing><w:docPr w:descr="A map of farms"/><w:txbxContent/></w:drawing>',
    ],
)
def test_what_stands_for_a_picture_is_told(drawn):
    assert told(p("We agree.", f"<w:r>{drawn}</w:r>")) == [
        "1 picture, or other drawing: “A map of farms”"
    ]


def test_the_words_of_a_diagram_are_told():
    diagram = f"{p('Plan')}{p('Act')}"
    assert told(p("See below."), diagramData=diagram) == ["1 diagram made of words: “Plan Act”"]


@pytest.mark.parametrize("inside", [True, False])
def test_a_document_within_the_document_is_told(inside):
    body = p("See:", '<w:subDoc r:id="one"/>') if inside else p("See:") + '<w:altChunk r:id="one"/>'
    assert told(body) == ["1 embedded document."]
