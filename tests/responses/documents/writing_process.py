"""Writes a document in a process of its own, and prints the hashes of both files."""

import hashlib

from responses.publishing.pdf import write_pdf
from responses.publishing.word import write_word

from .making import make_document


def hashes():
    """Return the SHA-256 of the document as PDF and as Word."""
    document = make_document()
    return [hashlib.sha256(write(document)).hexdigest() for write in (write_pdf, write_word)]


if __name__ == "__main__":
    print(*hashes())  # noqa: T201 it answers by its output
