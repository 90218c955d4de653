"""From the bytes of a file to its Source: what it is is told by its content, not its name. Pure."""

from dataclasses import replace
from pathlib import PurePath

from .pdf import read_pdf
from .reading import read_text
from .refusal import ImportRefusedError
from .word import read_word

KINDS = {".docx": "a Word document", ".pdf": "a PDF", ".txt": "plain text"}
MOST_BYTES = 5 * 1024 * 1024
ZIP, EMPTY_ZIP, OLD_OFFICE, RICH = b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"{\\rtf"
PDF, WITHIN = b"%PDF-", 1024
# Names of streams in the files of old Office, which has them in letters of two bytes.
LOCKED, OLD_WORD = "EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le")

TOO_LARGE = (
    "The file is larger than {most} MB. Pictures are not imported: take them out of the document, "
    "or save it as plain text, and try again."
)
PROTECTED = "The document is protected with a password: save it without one and try again."
OLD = (
    "The file is a Word document of the kind before 2007 (.doc), whatever its name says: save it "
    "as .docx and try again."
)
NOT_KNOWN = "The file is none of those that are read: save it as .docx, PDF or plain text."
OTHERWISE = "The name of the file says {name}, but it is {content}: it was read as that."


def read(data, name=""):
    """Return the Source that `data`, the bytes of a file called `name`, is.

    Raises ImportRefusedError with one sentence where it is not taken.
    """
    kind = _kind(data)
    if len(data) > MOST_BYTES and kind != ".txt":
        raise ImportRefusedError(TOO_LARGE.format(most=MOST_BYTES // 1024 // 1024))
    source = READERS[kind](data)
    said = PurePath(name).suffix.lower()
    if said in KINDS and said != kind:
        note = OTHERWISE.format(name=KINDS[said], content=KINDS[kind])
        source = replace(source, notes=(note, *source.notes))
    return source


def _kind(data):
    if data.startswith(OLD_OFFICE):
        if LOCKED in data:
            raise ImportRefusedError(PROTECTED)
        raise ImportRefusedError(OLD if OLD_WORD in data else NOT_KNOWN)
    if data.startswith(RICH):
        raise ImportRefusedError(NOT_KNOWN)
    if data.startswith((ZIP, EMPTY_ZIP)):
        return ".docx"
    return ".pdf" if PDF in data[:WITHIN] else ".txt"


READERS = {".docx": read_word, ".pdf": read_pdf, ".txt": read_text}
