"""What was left out of a document, in sentences, whatever its format. Pure."""

from collections import Counter

from ..publishing.layouts.words import count
from .rich import dead_links


def left_out(document):
    """Yield a sentence for each thing of `document` that goes nowhere, with its words."""
    for furniture in document.furniture:
        where = ", ".join(map(str, furniture.at))
        yield f"Repeats on pages, from line {where}: {' / '.join(furniture.lines)}"
    for tag, times in Counter(document.leaked).items():
        yield f"Leaked mark-up: {tag} ({count(times, 'time')})"
    if document.ruled:
        yield f"Lines without a word: {count(len(document.ruled), 'line')}"
    elements = [e for section in document.sections for e in section.elements]
    elements += [e for row in document.fields for e in row.value]
    rows = [row for answered in document.answered for row in answered.apart()]
    elements += [e for row in rows for e in (*row.asked, *row.said)]
    if dead := dead_links(element.text for element in elements):
        yield f"The address of {count(dead, 'link')} that leads nowhere; its words are kept"
    yield from document.told
