"""From the bytes of a file to its text. Pure."""

import re

from .refusal import ImportRefusedError

NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
NOT_PLAIN = "The file is not plain text: save the document as plain text (UTF-8) and try again."


def decode(data):
    """Return the text of `data`, bytes in UTF-8 (a mark at its start is dropped) or cp1252.

    Raises ImportRefusedError where it is empty or is not text.
    """
    if not data.strip():
        raise ImportRefusedError("The file is empty.")
    text = _decoded(data)
    if NOT_TEXT.search(text):
        raise ImportRefusedError(NOT_PLAIN)
    if not any(character.isalnum() for character in text):
        raise ImportRefusedError("The file holds no words.")
    return text


def _decoded(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _from_windows(data)


def _from_windows(data):
    """What Windows programs save as "text"; it has five bytes that mean nothing."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ImportRefusedError(NOT_PLAIN) from error
