"""The empty Word document in the look of the house: page, language, styles, kinds of list. Pure."""

import functools
import io

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm

from .markup import element
from .styles import CHARACTERS, FONT, OF_LETTERS, PARAGRAPHS, set_style

BULLETS, NUMBERS = 100, 101
DEEPEST = 8
INDENT = 400
OF_EXAMPLE = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")
TABLES = ("TableNormal", "TableGrid")
DASH, BULLET = "–", "•"


def base(language, look):
    """Return a new document of python-docx with the styles of the house for that `look`."""
    return Document(io.BytesIO(_bytes(language, look)))


@functools.cache
def _bytes(language, look):
    word = Document()
    _take_example_away(word)
    _set_page(word.sections[0], Cm(2.5) if look == "letter" else Cm(2.1))
    _set_language(word, language)
    _set_typeface(word)
    _set_age(word.settings.element)
    for style in (*PARAGRAPHS, *(OF_LETTERS if look == "letter" else ())):
        set_style(_style(word, style.name, WD_STYLE_TYPE.PARAGRAPH), style)
    for style in CHARACTERS:
        set_style(_style(word, style.name, WD_STYLE_TYPE.CHARACTER), style)
    _set_lists(word.part.numbering_part.element)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def _take_example_away(word):
    """Take away what the library's own empty document carries of the one that it was made of.

    A picture, whose program and how many words it had, sources of citations, a hundred styles of
    tables of which we use none, and all styles a second time for a Word of 2007.
    """
    for relations in (word.part.package.rels, word.part.rels):
        for key in [key for key, one in relations.items() if one.reltype.endswith(OF_EXAMPLE)]:
            del relations[key]
    styles = word.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in TABLES:
            styles.remove(style)


def turn(section_properties):
    """Turn the pages of a section, given as its element, on their sides."""
    size = section_properties.find(qn("w:pgSz"))
    width, height = size.get(qn("w:w")), size.get(qn("w:h"))
    size.set(qn("w:w"), height)
    size.set(qn("w:h"), width)
    size.set(qn("w:orient"), "landscape")


def _set_page(section, margin):
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = margin
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.1)
    section.different_first_page_header_footer = True


def _set_language(word, language):
    for lang in word.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    for lang in word.settings.element.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), language)


def _set_age(settings):
    """Have Word open the document as one of its own day, and not in the ways of an older Word."""
    for one in settings.iter(qn("w:compatSetting")):
        if one.get(qn("w:name")) == "compatibilityMode":
            one.set(qn("w:val"), "15")


def _set_typeface(word):
    """Let each style have the same typeface, headings too, and not those of a theme."""
    for defaults in word.styles.element.iter(qn("w:rPrDefault")):
        for fonts in list(defaults.iter(qn("w:rFonts"))):
            alike = dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), FONT)
            fonts.getparent().replace(fonts, element("rFonts", **alike))


def _style(word, name, kind):
    if name in word.styles:
        return word.styles[name]
    style = word.styles.add_style(name, kind)
    if kind == WD_STYLE_TYPE.PARAGRAPH:
        style.base_style = word.styles["Normal"]
    return style


def _set_lists(numbering):
    """Put the two kinds of list before the instances, as the order of the schema has it."""
    for one in list(numbering):
        numbering.remove(one)
    numbering.append(_kind(BULLETS, lambda level: ("bullet", DASH if level % 2 else BULLET)))
    numbering.append(_kind(NUMBERS, lambda level: ("decimal", f"%{level + 1}.")))
    numbering.append(element("num", element("abstractNumId", val=BULLETS), numId=1))


def _kind(key, sign):
    kind = element("abstractNum", element("multiLevelType", val="multilevel"), abstractNumId=key)
    for level in range(DEEPEST + 1):
        form, text = sign(level)
        kind.append(
            element(
                "lvl",
                element("start", val=1),
                element("numFmt", val=form),
                element("lvlText", val=text),
                element("lvlJc", val="left"),
                element("pPr", element("ind", left=INDENT * (level + 1), hanging=INDENT - 60)),
                ilvl=level,
            )
        )
    return kind
