"""A small builder of Word documents: each part is written as Word itself writes it."""

import io
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMES = (
    f'{W} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
)
PACKED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)
PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Office heading"/>'
    '<w:basedOn w:val="H2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Outline"><w:name w:val="Chapter"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ub1"><w:name w:val="Überschrift 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="List Bullet"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)
LEVEL = (
    '<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>'
    '<w:lvlText w:val="{text}"/></w:lvl>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + "".join(LEVEL.format(n=n, how="bullet", text="•") for n in range(3))
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + LEVEL.format(n=0, how="decimal", text="%1.")
    + LEVEL.format(n=1, how="lowerLetter", text="(%2)")
    + LEVEL.format(n=2, how="lowerRoman", text="%1.%2.%3")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def run(text, marks="", tag="t"):
    """A run: `marks` are what stands in its properties."""
    pieces = f'<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}>'
    pieces = pieces.replace("\n", f"</w:{tag}><w:br/><w:{tag} xml:space='preserve'>")
    pieces = pieces.replace("\t", f"</w:{tag}><w:tab/><w:{tag} xml:space='preserve'>")
    return f"<w:r><w:rPr>{marks}</w:rPr>{pieces}</w:r>"


def bold(text):
    return run(text, "<w:b/>")


def p(*content, style="", item=None, more=""):
    """A paragraph of texts and of XML; `item` is (number of the list, level)."""
    listed = (
        f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>'
        if item
        else ""
    )
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(one if one.startswith("<w:") else run(one) for one in content)
    return f"<w:p><w:pPr>{styled}{listed}{more}</w:pPr>{inside}</w:p>"


def cell(*content, across=1, down="", more=""):
    """A cell of paragraphs; `down` is "restart" or "continue" in one that goes over rows.

    `more` is XML that stands in its properties.
    """
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    merged = f'<w:vMerge w:val="{down}"/>' if down else ""
    inside = "".join(
        one if one.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else p(one) for one in content
    )
    return f"<w:tc><w:tcPr>{span}{merged}{more}</w:tcPr>{inside or p()}</w:tc>"


def row(*cells, head=False):
    inside = "".join(one if one.startswith(("<w:tc>", "<w:sdt>")) else cell(one) for one in cells)
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{properties}{inside}</w:tr>"


def table(*rows, widths=()):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    inside = "".join(one if isinstance(one, str) else row(*one) for one in rows)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"


def control(content, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def check_box(is_ticked):
    state = f'<w14:checkbox><w14:checked w14:val="{int(is_ticked)}"/></w14:checkbox>'
    return control(run("☒" if is_ticked else "☐"), state)


def part(name, content):
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMES}>{content}</w:{name}>'


def word(*body, parts=None, links=(), kind=PLAIN, styles=STYLES, numbering=NUMBERING, **others):
    """Return the bytes of a document with that body.

    `parts` adds files by their names; `others` are XML by the kind of the part: `footnotes`,
    `endnotes`, `comments`, `header`, `footer`; `links` are (id, address).
    """
    made = {"styles": styles, "numbering": numbering} | others
    relations = [
        f'<Relationship Id="part-{name}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
        for name in made
    ]
    relations += [
        f'<Relationship Id="{key}" Type="{RELATIONS}/hyperlink" Target="{escape(address)}" '
        'TargetMode="External"/>'
        for key, address in links
    ]
    files = {
        "[Content_Types].xml": TYPES.format(kind=kind),
        "_rels/.rels": PACKED.format(
            f'<Relationship Id="text" Type="{RELATIONS}/officeDocument" '
            'Target="word/document.xml"/>'
        ),
        "word/document.xml": part("document", f"<w:body>{''.join(body)}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": PACKED.format("".join(relations)),
        **{f"word/{name}.xml": part(name, content) for name, content in made.items()},
        **(parts or {}),
    }
    return zipped(files)


def zipped(files):
    """Return the bytes of an archive of `files`, {name: content}."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()
