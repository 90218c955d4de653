"""The PDF writer: tagged PDF that holds to PDF/UA-1. Pure: equal documents, equal bytes.

What is written reaches templates/documents/document.typ as data, so no text is read as markup.
"""

import functools
import json
import shutil
import tempfile
from dataclasses import is_dataclass
from pathlib import Path

import font_source_sans_pro
import typst

from .letters import shown
from .paper import above_title, paper_of

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "documents"
FACES = ("Regular", "It", "Bold", "BoldIt")
STANDARD = "ua-1"


def write_pdf(document) -> bytes:
    """Return `document`, a Document, as PDF.

    Raises typst.TypstError where it cannot be made to keep the rules of PDF/UA-1.
    """
    moment = document.edition.moment
    # One compiler refuses a second thread.
    compiler = typst.Compiler(str(FOLDER / "document.typ"), root=str(FOLDER), font_paths=fonts())
    return compiler.compile(
        sys_inputs={"document": json.dumps(_data(_facts(document)))},
        format="pdf",
        pdf_standards=[STANDARD],
        timestamp=int(moment.timestamp()) if moment else 0,
    )


@functools.cache
def fonts():
    """Return the typefaces, which are read once."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[_typeface().name],
    )


@functools.cache
def _typeface():
    """Return a folder with one file for each face, which stays as long as the process.

    Its package has each face in two formats. Of these the file system decides which is
    taken, and equal documents would not be equal bytes on two machines.
    """
    folder = tempfile.TemporaryDirectory(prefix="typeface-")
    for face in FACES:
        name = f"SourceSansPro-{face}.otf"
        shutil.copy(Path(font_source_sans_pro.font_directory) / name, folder.name)
    return folder


def _facts(document):
    language, _, region = document.language.partition("-")
    edition, letterhead = document.edition, document.letterhead
    return {
        "title": document.name,
        "running": document.running_title,
        "subject": document.subject,
        "subtitle": document.subtitle,
        "language": language,
        "region": region,
        "letterhead": {**vars(letterhead), "colour": letterhead.rule_colour},
        "is_draft": edition.is_draft,
        "edition": edition.words,
        "look": document.look,
        "opening": above_title(document),
        "nodes": paper_of(document),
    }


def _data(value):
    """Return `value` as JSON can have it, a node as its fields and what it is."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, (tuple, list)):
        return [_data(one) for one in value]
    if isinstance(value, dict):
        return {name: _data(one) for name, one in value.items()}
    if is_dataclass(value):
        return {"is": type(value).__name__, **_data(vars(value))}
    return value
