"""The Word writer: true styles, so that an office can edit the document on. Pure: equal documents,
equal bytes.
"""

import datetime

from recommendations.sheets.cells import printable

from ..paper import above_title, paper_of
from .around import set_around
from .base import base
from .body import Body
from .package import bytes_of

# Files ask for the time at which they were made; a draft's is always the same.
NO_MOMENT = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def write_word(document) -> bytes:
    """Return `document`, a Document, as a Word document (.docx)."""
    word = base(document.language, document.look)
    _describe(word.core_properties, document)
    body = Body(word)
    body.letterhead(document.letterhead)
    for node in above_title(document):
        body.set(node)
    body.title(document.name, document.subtitle)
    for node in paper_of(document):
        body.set(node)
    set_around(word, document)
    return bytes_of(word)


def _describe(about, document):
    moment = (document.edition.moment or NO_MOMENT).astimezone(datetime.UTC)
    about.title, about.subject = printable(document.name)[:255], printable(document.subject)[:255]
    about.author = about.last_modified_by = printable(document.letterhead.name)[:255]
    about.language, about.comments, about.revision = document.language, "", 1
    about.version = document.edition.words
    about.created = about.modified = moment.replace(tzinfo=None)
