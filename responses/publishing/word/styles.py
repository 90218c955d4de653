"""The styles of the Word documents: the one place of their look. Pure."""

from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from .markup import element

FONT = "Arial"
INK, MUTED, LINK = "14191F", "4A5560", "0B4F9E"
LINE, WASH = "C9D1D9", "F4F6F8"
# In twentieths of a point: where the values of key facts stand.
VALUES_AT = 3600


@dataclass(frozen=True)
class Look:
    """The look of a style; sizes and spaces in points, None for what it has from its parent.

    `edge` is the colour of a line along its left, `fill` of what lies behind it; `outdent` and
    `indent` are in twentieths of a point, and a tab leads to the indent.
    """

    name: str
    size: float | None = None
    is_bold: bool | None = None
    colour: str | None = None
    before: float | None = None
    after: float | None = None
    lines: float | None = None
    is_kept: bool | None = None
    edge: str = ""
    fill: str = ""
    indent: int = 0
    outdent: int = 0


PARAGRAPHS = (
    Look("Normal", 10.5, False, INK, 0, 7, 1.15),
    Look("Title", 21, True, INK, 10, 4, 1.05),
    Look("Subtitle", 12, False, MUTED, 0, 12),
    Look("Heading 1", 15, True, INK, 20, 7, is_kept=True),
    Look("Heading 2", 12, True, INK, 14, 5, is_kept=True),
    Look("Heading 3", 10.5, True, INK, 11, 4, is_kept=True),
    Look("List Bullet", after=4),
    Look("List Number", after=4),
    Look("List Continue", after=4),
    Look("Caption", 9, False, MUTED, 0, 5, is_kept=True),
    Look("Header", 8.5, False, MUTED, 0, 0),
    Look("Footer", 8.5, False, MUTED, 0, 0),
    Look("Letterhead Name", 14, True, INK, 0, 2),
    Look("Letterhead", 9, False, MUTED, 0, 0),
    Look(
        "Fact",
        9.5,
        after=2,
        is_kept=True,
        edge=MUTED,
        fill=WASH,
        indent=VALUES_AT + 120,
        outdent=VALUES_AT,
    ),
    Look("Form Label", None, True, before=6, after=1, is_kept=True),
    Look("Notice", after=9, edge=MUTED, indent=200),
    Look("Byline", 9.5, colour=MUTED, after=6, is_kept=True, edge=MUTED, indent=160),
    Look("Lead", 12, after=6),
    Look("Contents", after=3),
    Look("Table Text", 9, before=0, after=3, lines=1.1),
    Look("Table Heading", 9, True, MUTED, before=0, after=3, is_kept=True),
    Look("Signature Name", is_bold=True, before=18, after=0, is_kept=True),
    Look("Signature Line", after=0),
)
# The looks of a letter that are others than those of a document, or that it alone has.
OF_LETTERS = (
    Look("Normal", 11, False, INK, 0, 9, 1.15),
    Look("Title", 11, True, INK, 4, 10, 1.15),
    Look("Letter To", before=32, after=0),
    Look("Letter Address", after=0),
    Look("Letter Date", before=24, after=24),
    Look("Salutation", after=9),
    Look("Closing", before=16, after=0, is_kept=True),
    Look("Signature", is_bold=True, before=52, after=0, is_kept=True),
)
CHARACTERS = (
    Look("Hyperlink", colour=LINK),
    Look("Muted", colour=MUTED),
    Look("Small", 8),
    Look("Draft Mark", is_bold=True, colour="FFFFFF", fill=INK),
    Look("Rating Red", is_bold=True, colour="8B1A10", fill="FBE4E1"),
    Look("Rating Amber", is_bold=True, colour="6B4300", fill="FFF1D1"),
    Look("Rating Green", is_bold=True, colour="0B5132", fill="DFF3E8"),
    Look("Rating Other", is_bold=True, colour="3D4650", fill="EEF1F4"),
)
RATINGS = {"red": "RatingRed", "amber": "RatingAmber", "green": "RatingGreen"}
OTHER_RATING = "RatingOther"


def set_style(style, look):
    """Give `style`, of python-docx, its `look`, and no typeface but the document's own."""
    style.quick_style = True
    style.hidden = style.unhide_when_used = False
    font = style.font
    properties = style.element.get_or_add_rPr()
    for fonts in properties.findall(qn("w:rFonts")):
        properties.remove(fonts)
    font.italic = False if look.size else font.italic
    font.size = Pt(look.size) if look.size else font.size
    font.bold = look.is_bold if look.is_bold is not None else font.bold
    font.color.rgb = RGBColor.from_string(look.colour) if look.colour else None
    for spacing in properties.findall(qn("w:spacing")):
        properties.remove(spacing)
    if look.name == "Hyperlink":
        font.underline = True
    if hasattr(style, "paragraph_format"):
        _set_paragraph(style, look)
    elif look.fill:
        properties.append(element("shd", val="clear", color="auto", fill=look.fill))


def _set_paragraph(style, look):
    form, properties = style.paragraph_format, style.element.get_or_add_pPr()
    for name in ("pBdr", "numPr", "contextualSpacing", "ind", "tabs"):
        for one in properties.findall(qn(f"w:{name}")):
            properties.remove(one)
    form.space_before = Pt(look.before) if look.before is not None else None
    form.space_after = Pt(look.after) if look.after is not None else None
    form.line_spacing, form.keep_with_next = look.lines, look.is_kept
    if look.indent:
        form.left_indent, form.first_line_indent = Pt(look.indent / 20), Pt(-look.outdent / 20)
    if look.outdent:
        form.tab_stops.add_tab_stop(Pt(look.indent / 20))
    if look.edge:
        properties.insert_element_before(_edge(look.edge), *AFTER_BORDER)
    if look.fill:
        shade = element("shd", val="clear", color="auto", fill=look.fill)
        properties.insert_element_before(shade, *AFTER_SHADE)


def _edge(colour):
    return element("pBdr", element("left", val="single", sz=24, space=8, color=colour))


# What the schema has after a border and after a shade.
AFTER_SHADE = ("w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")
AFTER_BORDER = ("w:shd", *AFTER_SHADE)
