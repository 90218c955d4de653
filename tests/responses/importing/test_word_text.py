"""The text of a Word document: headings, lists, changes, notes, links and signs."""

import pytest

from responses.importing.elements import Bullet, Heading, Numbered
from responses.importing.reading import understand
from responses.importing.rich import to_html
from responses.importing.word import read_word

from .word_files import bold, check_box, control, p, run, table, word


def lines(*body, **parts):
    """The text of each line of a document with that body."""
    return [line.text for line in read_word(word(*body, **parts)).lines]


def given(*body, **parts):
    return [line.given for line in read_word(word(*body, **parts)).lines]


def told(*body, **parts):
    return list(read_word(word(*body, **parts)).told)


def sections(*body, **parts):
    """(heading, level, text as HTML) of each section."""
    document = understand(read_word(word(*body, **parts)))
    return [(s.heading, int(s.level), to_html(s.elements)) for s in document.sections]


@pytest.mark.parametrize("style", ["H1", "Outline", "Ub1"])
def test_a_heading_is_known_by_its_style(style):
    body = [p("Farms", style=style), p("we agree with it."), p("Vans", style=style), p("so too.")]
    assert sections(*body) == [
        ("Farms", 1, "<p>we agree with it.</p>"),
        ("Vans", 1, "<p>so too.</p>"),
    ]


def test_a_style_of_the_office_is_what_it_is_based_on():
    assert given(p("Farms", style="Own")) == [Heading("Farms", 2)]


def test_an_outline_level_of_the_paragraph_makes_a_heading():
    assert given(p("Farms", more='<w:outlineLvl w:val="2"/>')) == [Heading("Farms", 3)]


def test_the_title_is_the_title_and_the_third_level_stands_in_the_text():
    level = '<w:outlineLvl w:val="4"/>'
    body = [
        p("Our answer", style="Title"), p("Farms", style="H1"), p("Vans", style="H2"),
        p("Red vans", more=level), p("There are two."),
    ]  # fmt: skip
    document = understand(read_word(word(*body)))
    assert document.title == "Our answer"
    assert [(s.heading, int(s.level)) for s in document.sections] == [("Farms", 1), ("Vans", 2)]
    assert to_html(document.sections[1].elements) == "<h4>Red vans</h4><p>There are two.</p>"


def test_a_short_bold_paragraph_is_a_heading_and_no_other_line_is_guessed():
    body = [p(bold("Farms")), p("We agree."), p("No comment"), p("There are two vans on the road.")]
    assert sections(*body) == [
        ("Farms", 1, "<p>We agree.</p><p>No comment</p><p>There are two vans on the road.</p>")
    ]


def test_bullets_nest_as_in_the_document():
    body = [
        p("We will:", style="Own"),
        p("One", item=(1, 0)),
        p("Two", item=(1, 1)),
        p("Three", style="Bullets"),
    ]
    assert given(*body)[1:] == [Bullet("One"), Bullet("Two", 1), Bullet("Three")]
    assert sections(*body)[0][2] == "<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>"


def test_the_styles_of_inner_lists_nest():
    style = (
        '<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{more}'
        '<w:pPr><w:numPr><w:numId w:val="{list}"/></w:numPr></w:pPr></w:style>'
    ).format
    own = '<w:basedOn w:val="B2"/>'
    styles = (
        style(id="B1", name="List Bullet", list=1, more="")
        + style(id="B2", name="List Bullet 2", list=1, more='<w:basedOn w:val="B1"/>')
        + style(id="N3", name="List Number 3", list=2, more="")
        + style(id="Own", name="Office bullet", list=1, more=own)
    )
    names = ["B1", "B2", "Own", "N3", "B1"]
    assert given(*(p("It", style=name) for name in names), styles=styles) == [
        *(Bullet("It"), Bullet("It", 1), Bullet("It", 1), Numbered("1.", "It", 2), Bullet("It")),
    ]


def test_numbers_are_counted_as_word_counts_them():
    items = [(2, 0), (2, 1), (2, 1), (2, 2), (2, 0), (2, 1), (3, 0), (2, 0)]
    found = given(*(p("It", item=item) for item in items))
    marks = ["1.", "(a)", "(b)", "1.b.i", "2.", "(a)", "1.", "2."]
    assert [item.mark for item in found] == marks
    assert all(isinstance(item, Numbered) for item in found)


def test_a_list_that_is_switched_off_is_a_paragraph():
    assert given(p("One", style="Bullets", item=(0, 0))) == [None]


def test_insertions_are_kept_deletions_dropped_and_told_and_what_moved_stands_once():
    change = (
        f"<w:ins>{run('new')}</w:ins>", f"<w:del>{run('old', tag='delText')}</w:del>",
        f"<w:moveFrom>{run(' moved')}</w:moveFrom>", f"<w:moveTo>{run(' moved')}</w:moveTo>",
    )  # fmt: skip
    assert lines(p(*change)) == ["new moved"]
    assert told(p(*change)) == ["1 passage that a tracked change deletes: “old”"]


def test_a_paragraph_whose_end_is_deleted_joins_the_next():
    body = [p("One ", more="<w:rPr><w:del/></w:rPr>"), p("sentence.")]
    assert lines(*body) == ["One sentence."]


def test_a_paragraph_that_has_nothing_to_join_stands_alone():
    joins = p("One.", more="<w:rPr><w:del/></w:rPr>")
    assert lines(joins, table(["Force", "Borset"], ["Grade", "Good"]))[0] == "One."
    assert lines(p("Before."), joins) == ["Before.", "One."]


def test_a_note_that_nothing_refers_to_and_a_line_without_words_are_told():
    notes = f'<w:endnote w:id="2">{p("See page 12.")}</w:endnote>'
    source = read_word(word(p("We agree."), p("-----"), endnotes=notes))
    assert source.told == ("1 note that no text refers to: “See page 12.”",)
    assert source.ruled == ("-----",)


def test_notes_stand_in_brackets_and_comments_are_told():
    notes = '<w:footnote w:id="2"><w:p><w:r><w:t>See page 12.</w:t></w:r></w:p></w:footnote>'
    comments = '<w:comment w:id="0"><w:p><w:r><w:t>Check this.</w:t></w:r></w:p></w:comment>'
    body = p("We agree", '<w:r><w:footnoteReference w:id="2"/></w:r>', ".")
    source = read_word(word(body, footnotes=notes, comments=comments))
    assert [line.text for line in source.lines] == ["We agree (See page 12.)."]
    assert source.told == ("1 comment in the margin: “Check this.”",)
    assert source.notes == ("In brackets where it was referred to: 1 footnote or endnote.",)


def test_running_heads_and_feet_are_left_out_and_told():
    found = told(p("We agree."), header=p("Office of Borsetshire"), footer=p("Page 1"))
    assert found == ["1 running head: “Office of Borsetshire”", "1 running foot: “Page 1”"]


def test_hidden_text_pictures_and_contents_are_left_out_and_told():
    body = [
        p("Farms 3", style="Toc"), p("We", run(" secretly", "<w:vanish/>"), " agree."),
        p("<w:r><w:drawing/></w:r>"),
    ]  # fmt: skip
    assert lines(*body) == ["We agree."]
    assert told(*body) == [
        "1 line of the table of contents: “Farms 3”",
        "1 passage of hidden text: “secretly”",
        "1 picture, or other drawing.",
    ]


def test_a_text_box_stands_after_its_paragraph_once():
    box = f"<w:txbxContent>{p('In a box.')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(p("Above.", both), p("Below.")) == ["Above.", "In a box.", "Below."]


def test_links_old_and_new_keep_their_words_and_their_address():
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    old = (
        mark("begin")
        + '<w:r><w:instrText>HYPERLINK "https://b.example/(1)"</w:instrText></w:r>'
        + mark("separate")
        + run("there")
        + mark("end")
    )
    new = f'<w:hyperlink r:id="x">{run("here")}</w:hyperlink>'
    body = p("See ", new, " and ", old, ".")
    assert lines(body, links=[("x", "https://a.example")]) == [
        "See [here](https://a.example) and [there](https://b.example/%281%29)."
    ]


def test_bold_breaks_signs_and_hyphens_are_kept():
    body = p("We ", bold("do"), " agree\nwith it ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/>'
             "<w:noBreakHyphen/><w:softHyphen/></w:r>")  # fmt: skip
    assert lines(body) == ["We **do** agree", "with it ✓-"]


def test_a_tab_after_a_label_makes_a_labelled_value():
    document = understand(read_word(word(p("Force\tBorsetshire"), p("Grade\tGood"))))
    assert [(field.label, field.words) for field in document.fields] == [
        ("Force", "Borsetshire"),
        ("Grade", "Good"),
    ]


def test_a_control_says_its_text_and_its_prompt_says_nothing():
    body = [
        p("Answer: ", control(run("Accepted"), "<w:dropDownList/>")),
        p("Name: ", control(run("Choose an item."), "<w:showingPlcHdr/>")),
        control(p("A whole paragraph.")),
    ]
    assert lines(*body) == ["Answer: Accepted", "Name:", "A whole paragraph."]
    assert told(*body) == ["1 control that nobody filled in: “Choose an item.”"]


def test_of_boxes_the_ticked_words_are_kept_and_the_others_told():
    boxes = p(check_box(True), " Accepted ", check_box(False), " Refused")
    source = read_word(word(table(["Position", f"<w:tc>{boxes}</w:tc>"], ["Force", "Borset"])))
    assert source.lines[0].given.words == "Accepted"
    assert source.told == ("1 box without a tick: “Refused”",)


def test_an_old_box_of_a_form_is_ticked_or_not():
    box = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>'
        "<w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX"
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert lines(p(box, " Accepted")) == ["☒ Accepted"]
