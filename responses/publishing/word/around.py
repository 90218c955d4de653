"""What stands around the text on each page of a Word document: its head and its foot. Pure."""

from docx.enum.section import WD_ORIENT

from .markup import element, field, paragraph, run
from .tables import TURNED_WIDTH, WIDTH

DRAFT = "Draft: not published"


def set_around(word, document):
    """Put the running title, the version, the number of the page, and "Draft" on each page."""
    edition = document.edition
    for section in word.sections:
        right = TURNED_WIDTH if section.orientation == WD_ORIENT.LANDSCAPE else WIDTH
        _fill(section.header, _head(run(document.running_title), edition=edition, right=right))
        _fill(section.footer, _foot(edition, right))
    first = word.sections[0]
    _fill(first.first_page_header, _head(edition=edition, right=WIDTH))
    # The first page of a letter has no number.
    foot = paragraph("Footer") if document.look == "letter" else _foot(edition, WIDTH)
    _fill(first.first_page_footer, foot)


def _head(*words, edition, right):
    return paragraph("Header", *words, *_mark(edition.is_draft), more=[_tabs(right)])


def _mark(is_draft):
    if is_draft:
        yield run("\t")
        yield run(f" {DRAFT} ", "DraftMark")


def _foot(edition, right):
    pages = [run("\tPage "), *field("PAGE"), run(" of "), *field("NUMPAGES")]
    return paragraph("Footer", run(edition.words), *pages, more=[_tabs(right)])


def _tabs(right):
    """Return one stop, at the `right` margin; those of the style are taken away."""
    gone = [element("tab", val="clear", pos=place) for place in (4320, 8640)]
    return element("tabs", *gone, element("tab", val="right", pos=right))


def _fill(place, made):
    place.is_linked_to_previous = False
    for one in list(place._element):
        place._element.remove(one)
    place._element.append(made)
