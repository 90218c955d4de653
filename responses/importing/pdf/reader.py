"""A text PDF as a Source: lines, then paragraphs, without what every page repeats. Pure."""

import io
import logging

from pypdf import PdfReader, apply_configuration
from pypdf.errors import PyPdfError

from ...publishing.layouts.words import in_a_row
from ..pages import Source
from ..refusal import ImportRefusedError
from ..word.grids import Grid
from ..word.told import Told
from .chunks import Chunk, to_lines
from .joining import to_paragraphs
from .laid_out import Laid, lines_of, over_pages
from .rules import Rules
from .running import without_running
from .written import Written

MOST_PAGES = 200
MOST_CHUNKS = 200_000
MOST_CHARACTERS = 2_000_000
MOST_DRAWN = 6_000_000
FEWEST_LETTERS = 20
# What may be unpacked of any one part, and how many steps a page may be drawn in.
BOUNDS = {
    "zlib_maximum_output_length": 10_000_000,
    "lzw_maximum_output_length": 10_000_000,
    "run_length_maximum_output_length": 10_000_000,
    "array_based_stream_maximum_output_length": 10_000_000,
    "maximum_declared_stream_length": 10_000_000,
    "stream_decoding_work_maximum_length": 40_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "xform_maximum_invocations_per_extraction": 200,
    "disable_legacy_handling": True,
}
# A PDF is read with many a guess where it is faulty; each is noted, and none matters here.
logging.getLogger("pypdf").setLevel(logging.ERROR)

DAMAGED = "The PDF is damaged, or not made as others are: save it as .docx and try again."
PROTECTED = "The PDF is protected with a password: save it without one and try again."
LONG = "The PDF has more than {most} pages: no response has, so it is probably not the right file."
LARGE = "The PDF holds more than a response can: it is probably not the right file."
SCANNED = (
    "The PDF holds pictures of pages and no text, as a scanner makes them: use the document that "
    "was printed, or type it in the admin."
)
DRAWN_ELSEWHERE = (
    "The PDF is a form of the kind that only Adobe’s programs show: print it there as a PDF, and "
    "try that."
)
# What the site says of a PDF that it makes.
TYPESET, ANSWERED = "Typst", "Answered by "
MADE_HERE = (
    "This site made the PDF, and a PDF does not say what was added to the words of the office. "
    "Import the Word file of the same version, which comes back without that."
)
COLUMNS = (
    "Text stands in two columns on {where} of the PDF: the left one was read first, then the right "
    "one. Look at their order, and whose words each is."
)
TABLES = (
    "A PDF does not say what its tables are: where several columns stood side by side, look at "
    "their order."
)


def read_pdf(data):
    """Return the Source that `data`, the bytes of a PDF, is. Raises ImportRefusedError."""
    try:
        with apply_configuration(**BOUNDS):
            reader = PdfReader(io.BytesIO(data), strict=False)
            pages, rules, written = _pages(reader)
            is_made_here = _is_made_here(reader)
    except ImportRefusedError:
        raise
    # A PDF that was tampered with fails in as many ways as there are parts in it.
    except (PyPdfError, ArithmeticError, LookupError, ValueError, TypeError, AttributeError,
            RecursionError, NotImplementedError, OSError, AssertionError) as error:  # fmt: skip
        raise ImportRefusedError(DAMAGED) from error
    letters = sum(len(line.text) for page in pages for line in page)
    if letters < FEWEST_LETTERS:
        raise ImportRefusedError(SCANNED)
    pages, told = without_running(pages)
    laid_out = [Laid(page, each) for page, each in zip(pages, rules, strict=True)]
    parts = over_pages([part for page in laid_out for part in page.parts])
    paragraphs = to_paragraphs(parts)
    left_out = Told()
    lines = tuple(lines_of(paragraphs, left_out))
    worded = tuple(line for line in lines if any(map(str.isalnum, line.text)))
    ruled = tuple(line.text for line in lines if not any(map(str.isalnum, line.text)))
    is_styled = any(
        one.given is not None or one.is_bold for one in paragraphs if not isinstance(one, Grid)
    )
    notes = [MADE_HERE] if is_made_here else []
    notes += [*_notes(laid_out), *written.notes(), *left_out.notes()]
    told = (*told, *written.told(), *left_out.sentences())
    return Source(worded, ruled, told, tuple(notes), is_styled=is_styled)


def _notes(laid_out):
    """Yield what to look at on the pages that are `laid_out` in columns and tables."""
    in_two = [number for number, page in enumerate(laid_out, start=1) if page.is_in_two]
    if in_two:
        where = in_a_row([str(number) for number in in_two])
        yield COLUMNS.format(where=f"{'pages' if in_two[1:] else 'page'} {where}")
    elif any(page.has_columns for page in laid_out):
        yield TABLES


def _pages(reader):
    """Return the lines of each page, its Rules, and the Written of what is beside their text."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise ImportRefusedError(PROTECTED)
    if len(reader.pages) > MOST_PAGES:
        raise ImportRefusedError(LONG.format(most=MOST_PAGES))
    if str(reader.root_object.get("/NeedsRendering")) == "True":
        raise ImportRefusedError(DRAWN_ELSEWHERE)
    left = _Left()
    written = Written(left.take)
    pages, rules = [], []
    for page in reader.pages:
        drawn = Rules()
        pages.append(to_lines(_chunks(page, left, drawn) + written.chunks(page)))
        rules.append(drawn.found)
    return pages, rules, written


def _is_made_here(reader):
    about = reader.metadata or {}
    creator, subject = (str(about.get(key, "")) for key in ("/Creator", "/Subject"))
    return creator.startswith(TYPESET) and subject.startswith(ANSWERED)


class _Left:
    """How many pieces and letters of text may still come, and how much that draws them."""

    def __init__(self):
        self.chunks, self.characters, self.drawn = MOST_CHUNKS, MOST_CHARACTERS, MOST_DRAWN

    def begin(self, page):
        """Count what draws the page before it is gone through, which takes longest."""
        contents = page.get_contents()
        self.drawn -= len(contents.get_data()) if contents is not None else 0
        if self.drawn < 0:
            raise ImportRefusedError(LARGE)

    def take(self, text):
        self.chunks -= 1
        self.characters -= len(text)
        if self.chunks < 0 or self.characters < 0:
            raise ImportRefusedError(LARGE)


def _chunks(page, left, drawn):
    """Return the pieces of text of a page, each with its place; `drawn` takes its Rules."""
    left.begin(page)
    found = []

    def visit(text, place, matrix, font, size):
        left.take(text)
        if text.strip():
            x, y = _point(matrix, place)
            name = str((font or {}).get("/BaseFont", ""))
            scale = abs(matrix[3]) * abs(place[3]) or 1
            found.append(Chunk(text.replace("\n", " "), x, y, round(size * scale, 1), name))

    def draw(operator, operands, matrix, _):
        drawn.take(operator, operands, matrix)

    page.extract_text(visitor_text=visit, visitor_operand_before=draw)
    return found


def _point(matrix, place):
    """Return where on the page the matrix of the text says, within that of the drawing."""
    x, y = matrix[4], matrix[5]
    across = place[0] * x + place[2] * y + place[4]
    return across, place[1] * x + place[3] * y + place[5]
