"""Every paragraph of a Word document stands in the draft or is told, whatever it is made of."""

import re
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from recommendations.rich_text import to_plain
from responses.importing.files import read
from responses.importing.matching import ReportFinding
from responses.importing.outcome import rating_words
from responses.importing.placing import assemble
from responses.importing.proposing import Register, propose
from responses.importing.reading import understand
from responses.importing.settling import settled

from .word_files import bold, cell, check_box, control, p, row, run, table, word

REGISTER = Register(
    "Borsetshire",
    "Farms and vans",
    findings=tuple(ReportFinding(n, str(n), f"Finding of farms {n}") for n in range(1, 4)),
)
MARK = re.compile(r"mark\d+")
HEADS = ["Rec No", "Recommendation", "Response", "RAG", "Owner", "Due", "Comment", "Cost"]
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def text_of(mark):
    return f"<w:t>{mark}</w:t>"


# Each shape is made of words of its own, which it takes from `w`.
SHAPES = {
    "paragraph": lambda w: p(f"The {w()} is a sentence that says something of it."),
    "short line": lambda w: p(f"Short {w()}"),
    "two lines": lambda w: p(f"First {w()}\nSecond {w()}"),
    "heading": lambda w: p(f"Heading {w()}", style="H1"),
    "part": lambda w: p(f"Part {w()}", style="H2"),
    "third heading": lambda w: p(f"Third {w()}", more='<w:outlineLvl w:val="4"/>'),
    "long heading": lambda w: p(f"Long {w()} " * 30, style="H1"),
    "title": lambda w: p(f"Title {w()}", style="Title"),
    "bold": lambda w: p(bold(f"Bold {w()}")),
    "part bold": lambda w: p("Some ", bold(w()), f" and {w()}."),
    "bullet": lambda w: p(f"Item {w()}", item=(1, 0)),
    "nested": lambda w: p(f"Inner {w()}", item=(1, 2)),
    "number": lambda w: p(f"Counted {w()}", item=(2, 0)),
    "letter": lambda w: p(f"Lettered {w()}", item=(2, 1)),
    "typed item": lambda w: p(f"3. Typed {w()}."),
    "label": lambda w: p(f"Label {w()}: value {w()}"),
    "tab": lambda w: p(f"Label {w()}\tvalue {w()}"),
    "answer": lambda w: p(f"Recommendation 1: about {w()} and more", style="H2"),
    "no finding": lambda w: p(f"Recommendation 77: about {w()}", style="H1"),
    "status": lambda w: p(f"Status: {w()}"),
    "blank": lambda w: p(),
    "page": lambda w: p(f"Before {w()}", '<w:r><w:br w:type="page"/></w:r>', w()),
    "inserted": lambda w: p(f"<w:ins>{run(w())}</w:ins>", " stays."),
    "deleted": lambda w: p("Kept", f"<w:del>{run(w(), tag='delText')}</w:del>"),
    "joined": lambda w: p(w(), " ", more="<w:rPr><w:del/></w:rPr>"),
    "hidden": lambda w: p(f"Seen {w()}", run(w(), "<w:vanish/>")),
    "field": lambda w: p(f"Begun {w()}", FIELD.format("begin"), w()),
    "ended": lambda w: p(FIELD.format("begin"), w(), FIELD.format("end"), w()),
    "formula": lambda w: p(
        f"<w:ins><m:oMath><m:func><m:fName>{text_of(w())}</m:fName><m:sSubSup>{text_of(w())}"
        "</m:sSubSup></m:func></m:oMath></w:ins>"
    ),
    "gloss": lambda w: p(
        f"<w:r><w:ruby><w:rt>{run(w())}</w:rt><w:rubyBase>{run(w())}</w:rubyBase></w:ruby></w:r>"
    ),
    "older": lambda w: p(
        f"<w:r><mc:AlternateContent><mc:Fallback>{text_of(w())}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    ),
    "control": lambda w: control(p(f"Controlled {w()}")),
    "prompt": lambda w: control(p(f"Choose {w()}"), "<w:showingPlcHdr/>"),
    "contents": lambda w: p(f"Contents {w()}", style="Toc"),
    "box": lambda w: p(f"<w:r><w:pict><w:txbxContent>{p(w())}</w:txbxContent></w:pict></w:r>"),
    "ticks": lambda w: table(
        [w(), cell(p(check_box(True), f" {w()} ", check_box(False), f" {w()}"))], ["Grade", w()]
    ),
    "form": lambda w: table([w(), w()], [f"Summary {w()}", cell(w(), p(w(), item=(1, 0)))]),
    "odd row": lambda w: table(
        ["Force:", w(), "Grade:", w()], ["Mayor:", w(), cell(w(), across=2)]
    ),
    "wide row": lambda w: table([cell(w(), across=2)], [w(), w()], [w(), ""]),
    "reply": lambda w: table(["Commissioner's response", f"{w()} says so. " * 20], [w(), w()]),
    "grid": lambda w: table(row(w(), w(), w(), head=True), [w(), w(), w()]),
    "one cell": lambda w: table([cell(w(), table([w(), w()]))]),
    "answers": lambda w: table(
        HEADS,
        ["1", w(), w(), f"Met {w()}", w(), w(), w(), w()],
        ["9", w(), w(), w(), w(), w(), w(), w()],
        ["", w(), "", "Green", w(), "", "", ""],
        [cell(w(), across=8)],
        ["2", "", "", w(), "", "", "", ""],
        ["3", "", w(), f"Amber {w()}", w(), "", "", ""],
        [w(), "", "", "", "", "", "", ""],
    ),
    "no answers": lambda w: table(
        HEADS, ["9", w(), w(), w(), w(), w(), w(), w()], [cell(w(), across=8)], [w(), w(), w()]
    ),
    "joint": lambda w: table(HEADS, ["2 and 3", w(), w(), f"Amber {w()}", w(), w(), "", ""]),
    "merged": lambda w: table(
        HEADS[:4],
        [cell("1", down="restart"), cell(w(), down="restart"), w(), w()],
        [cell(down="continue"), cell(w(), down="continue"), w(), w()],
    ),
    "joint by merging": lambda w: table(
        HEADS[:7],
        ["1", w(), cell(w(), down="restart"), w(), cell(w(), down="restart"), "", w()],
        ["2", w(), cell(down="continue"), w(), cell(down="continue"), w(), w()],
        ["9", w(), cell(w(), down="continue"), w(), cell(w(), down="continue"), w(), w()],
        ["", "", cell(down="continue"), w(), w(), w(), cell(w(), down="continue")],
    ),
    "goes on": lambda w: (
        table(HEADS[:4], ["1", w(), w(), w()])
        + p()
        + table(["", "", w(), w()], ["3", w(), w(), w()], [cell(w(), across=4)], [w(), "", "", ""])
    ),
    "split headings": lambda w: table(
        ["No", "Recommendation", cell("Response", across=2), cell(w(), across=2)],
        [cell(down="continue"), cell(down="continue"), "Action", w(), "Comment", w()],
        [cell("1", down="restart"), cell(w(), down="restart"), *(w() for _ in range(4))],
        [cell(w(), down="continue"), cell(down="continue"), *(w() for _ in range(4))],
    ),
    "spanning": lambda w: table(
        [cell("No", down="restart"), cell("Recommendation", down="restart"), cell(w(), across=2)],
        [cell(down="continue"), cell(down="continue"), "Response", cell("RAG")],
        [cell(f"1 {w()}", across=2), w(), w()],
        ["2", cell(w(), across=3)],
        ["3", w(), w(), w(), w()],
    ),
    "one each": lambda w: table(
        [w(), w()],
        ["Rec no", "2"],
        ["Response", w()],
        ["RAG", w()],
        [w(), w()],
        ["", w()],
        [cell(f"Recommendation 3 {w()}", across=2)],
        [cell(w(), across=2)],
        ["Status", w()],
    ),
    "one of none": lambda w: table(
        [cell(f"Recommendation 9 {w()}", across=4)],
        ["RAG", w(), "Owner", w()],
        ["Response", cell(w(), across=3)],
        [w(), w(), w(), w()],
    ),
    "cell deleted": lambda w: table(
        [w(), cell(w(), more="<w:cellDel/>"), w()], [w(), cell(w(), more="<w:cellDel/>"), w()]
    ),
    "labels in one": lambda w: p(
        f"Begun {w()}. Recommendation 1: about {w()}. Response: {w()} so. Chief Constable's "
        f"comments: {w()}. Status: {w()}."
    ),
    "number alone": lambda w: p(f"Recommendation 2\n{w()} follows."),
    "third answer": lambda w: p("Recommendation 2", more='<w:outlineLvl w:val="4"/>') + p(w()),
    "item answered": lambda w: p("Finding of farms 1", item=(2, 0)) + p(f"{w()} is said."),
    "left empty": lambda w: table(["Force", w()], ["Response", ""], [w(), f"{w()} has parts."]),
    "side by side": lambda w: table(
        ["PCC's response", "Chief Constable"],
        [f"{w()} we all say so.", f"{w()} they all say so."],
        [w(), ""],
    ),
    "over one": lambda w: table(
        ["Recommendation 3", cell(w(), across=2)],
        ["Force response", "PCC response", "RAG"],
        [w(), w(), f"Met {w()}"],
    ),
    "under a heading": lambda w: (
        p("Recommendation 1", style="H2") + table(["Response", "RAG", w()], [w(), w(), w()])
    ),
    "who speaks": lambda w: table(
        ["Recommendation", "Who", "Comment"],
        [cell(f"1. {w()}", down="restart"), "Chief Constable", w()],
        [cell(down="continue"), "PCC", w()],
        [f"2. {w()}", w(), w()],
        [f"3. {w()}", "PCC", ""],
    ),
    "together": lambda w: table(
        ["No", "Recommendation", "Answered together with", "Response"],
        ["1", w(), "2; 3", w()],
        ["3", w(), f"9; {w()}", w()],
    ),
    "letterhead": lambda w: table([cell(w(), w()), cell("Tel: 01632 960 001", w())]),
    "frame": lambda w: table(
        [cell(w(), table(["No", "Response"], ["1", w()]), table([w(), w()]))], [cell(w())]
    ),
    "box of somebody": lambda w: p(
        w(),
        "<w:r><w:pict><w:txbxContent>"
        f"{p(w())}{p(bold('Chief Constable’s comment'))}{p(w())}{table([w(), w()])}"
        "</w:txbxContent></w:pict></w:r>",
    ),
    "signed": lambda w: p("Jo Fenwick\nCommissioner for Felpersham\n4 June 2026"),
}


def made(shapes):
    """Return the bytes of a document of `shapes`, and all the words that mark them."""
    numbers, marks = count(1), []

    def w():
        marks.append(f"mark{next(numbers)}")
        return marks[-1]

    body = [SHAPES[shape](w) for shape in shapes]
    body.append(p(f"The end {w()}.", '<w:r><w:footnoteReference w:id="2"/></w:r>', item=(1, 0)))
    notes = [p(w(), f"<w:del>{run(w())}</w:del>"), p(run(w(), "<w:vanish/>"), w())]
    footnotes = "".join(
        f'<w:footnote w:id="{number}">{one}</w:footnote>' for number, one in enumerate(notes, 2)
    )
    comments = f'<w:comment w:id="0">{p(w())}</w:comment>'
    return word(*body, header=p(w()), footer=p(w()), comments=comments, footnotes=footnotes), marks


def said(draft):
    """All that a draft says, and all that is told beside it."""
    yield draft.title
    yield from (f"{field.label} {to_plain(field.value)}" for field in draft.fields)
    yield from (f"{one.label} {to_plain(one.text)}" for one in draft.wordings)
    yield from (f"{section.heading} {to_plain(section.body)}" for section in draft.sections)
    yield from (text for signer in draft.signatories for text in vars(signer).values())
    yield from map(to_plain, draft.answers.values())
    yield from map(rating_words, draft.ratings)
    yield from (f"{piece.label} {to_plain(piece.body)}" for piece in draft.left_out)
    yield from (*draft.told, *draft.to_check)


@given(st.lists(st.sampled_from(sorted(SHAPES)), max_size=12))
@settings(max_examples=150, deadline=None)
def test_every_word_is_in_the_draft_or_told(shapes):
    data, marks = made(shapes)
    draft = assemble(propose(understand(settled(read(data), REGISTER.findings)), REGISTER))
    found = set(MARK.findall(" ".join(said(draft))))
    assert set(marks) - found == set()


def test_every_shape_alone_loses_nothing():
    for shape in SHAPES:
        for shapes in ([shape], ["heading", shape, shape], [shape, "heading", "paragraph"]):
            data, marks = made(shapes)
            draft = assemble(propose(understand(settled(read(data), REGISTER.findings)), REGISTER))
            found = set(MARK.findall(" ".join(said(draft))))
            assert set(marks) - found == set(), shapes
