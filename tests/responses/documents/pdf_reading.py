"""Reads PDFs as a screen reader would: their tags; and their text, page by page."""

import io
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.generic import DictionaryObject


@dataclass(frozen=True)
class Tag:
    """A tag with those within it; `alt` is the text that stands for what it shows."""

    name: str
    alt: str
    within: tuple

    def all(self, name):
        """Return this tag, and those within it, that have `name`."""
        found = [self] if self.name == name else []
        return found + [tag for one in self.within for tag in one.all(name)]

    def walk(self):
        yield self
        for one in self.within:
            yield from one.walk()


def read(pdf):
    return PdfReader(io.BytesIO(pdf))


def tags_of(pdf):
    """Return the tag at the root of a PDF."""
    return _tag(read(pdf).trailer["/Root"]["/StructTreeRoot"])


def pages_of(pdf):
    """Return the text of each page in one line."""
    return [" ".join(page.extract_text().split()) for page in read(pdf).pages]


def edges_of(pdf):
    """Yield of each page the least and greatest place of its text (left, low, right, high), and
    its size.
    """
    for page in read(pdf).pages:
        places = []

        def note(text, matrix, text_matrix, *_, places=places):
            if text.strip():
                x, y = text_matrix[4:]
                places.append(
                    (
                        matrix[0] * x + matrix[2] * y + matrix[4],
                        matrix[1] * x + matrix[3] * y + matrix[5],
                    )
                )

        page.extract_text(visitor_text=note)
        across, up = zip(*places, strict=True)
        yield (min(across), min(up), max(across), max(up)), page.mediabox[2:]


def _tag(entry):
    kids = entry.get("/K", [])
    kids = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    within = tuple(_tag(kid) for kid in kids if isinstance(kid, DictionaryObject) and "/S" in kid)
    return Tag(str(entry.get("/S", "")).lstrip("/"), str(entry.get("/Alt", "")), within)
