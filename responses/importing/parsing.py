"""From the text of a document to its parts: the steps in their order. Pure."""

from .body import read_body
from .elements import Document, Paragraph
from .head import split_head
from .pages import to_lines, without_furniture
from .refusal import ImportRefusedError
from .signing import split_signers
from .tokens import to_tokens


def parse(text):
    """Return the Document that `text` is.

    Raises ImportRefusedError where it has no heading, no labelled value and no list.
    """
    lines, ruled = to_lines(text)
    lines, furniture = without_furniture(lines)
    tokens, leaked = to_tokens(lines)
    head, rest = split_head(tokens)
    rest, signers = split_signers(rest)
    document = Document(
        title=head.title,
        is_form=head.is_form,
        fields=head.fields,
        sections=read_body(rest),
        signers=signers,
        furniture=furniture,
        ruled=ruled,
        leaked=leaked,
    )
    if not _has_shape(document):
        raise ImportRefusedError(
            "The file has no shape that the import knows: no heading, no labelled value, no list."
        )
    return document


def _has_shape(document):
    elements = [element for section in document.sections for element in section.elements]
    has_list = any(not isinstance(element, Paragraph) for element in elements)
    return bool(document.fields or has_list or any(s.heading for s in document.sections))
