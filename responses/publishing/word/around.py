"""What stands around the text on each page of a Word document: its head and its foot. Pure."""

from docx.shared import Pt

from .markup import element, field, paragraph, run

RIGHT = Pt(9525 / 20)
DRAFT = "Draft: not published"


def set_around(word, document):
    """Put the running title, the version, the number of the page, and "Draft" on each page."""
    section, is_draft = word.sections[0], document.edition.is_draft
    running = run(document.running_title)
    _fill(section.header, paragraph("Header", running, *_mark(is_draft), more=[_tabs()]))
    _fill(section.first_page_header, paragraph("Header", *_mark(is_draft), more=[_tabs()]))
    _fill(section.footer, _foot(document.edition))
    # The first page of a letter has no number.
    first = paragraph("Footer") if document.look == "letter" else _foot(document.edition)
    _fill(section.first_page_footer, first)


def _mark(is_draft):
    if is_draft:
        yield run("\t")
        yield run(f" {DRAFT} ", "DraftMark")


def _foot(edition):
    pages = [run("\tPage "), *field("PAGE"), run(" of "), *field("NUMPAGES")]
    return paragraph("Footer", run(edition.words), *pages, more=[_tabs()])


def _tabs():
    """Return one stop, at the right margin; those of the style are taken away."""
    gone = [element("tab", val="clear", pos=place) for place in (4320, 8640)]
    return element("tabs", *gone, element("tab", val="right", pos=int(RIGHT.twips)))


def _fill(place, made):
    place.is_linked_to_previous = False
    for one in list(place._element):
        place._element.remove(one)
    place._element.append(made)
