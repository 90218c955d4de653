"""All that a document says, text by text, whatever it was taken for. Pure."""

from itertools import chain

from .elements import Table


def texts_of(document):
    """Yield the text of each heading, label, element and cell of a table in `document`."""
    for section in document.sections:
        yield section.heading
        yield from _texts(section.elements)
    for field in document.fields:
        yield field.label
        yield from _texts(field.value)
    for row in chain.from_iterable(answered.apart() for answered in document.answered):
        yield " ".join(element.text for element in row.asked)
        yield from _texts((*row.said, *(e for field in row.rest for e in field.value)))


def _texts(elements):
    for element in elements:
        if isinstance(element, Table):
            for cell in chain.from_iterable(element.rows):
                yield " ".join(each.text for each in cell.elements)
        else:
            yield element.text
