"""Letters to write: of a record, to an addressee, in other words than the site's. No database."""

import datetime
from dataclasses import replace

from forces.models import CopyAddressee
from responses.covering.letter import letter_of
from responses.covering.wording import DEFAULTS
from responses.publishing.record import Letterhead, Person
from tests.responses.documents.making import PUBLISHED
from tests.responses.records import BODY, make_record

DAY = datetime.date(2026, 6, 8)
HEAD = Letterhead("Office of the Commissioner", "1 Hill Street\nBorchester\nBO1 1AA", "#6b1f5f")
RECORD = make_record(
    body=replace(BODY, letterhead=HEAD),
    commissioner=Person("Clara Chandler", "Police and Crime Commissioner"),
)
ADDRESSEE = CopyAddressee(
    recipient="home_secretary", name="Ann Archer MP", address="2 Any Street\nFelpersham\nFE1 1AA"
)


def make_letter(record=RECORD, addressee=ADDRESSEE, edition=PUBLISHED, **words):
    wording = replace(DEFAULTS[addressee.recipient], **words)
    return letter_of(record, edition, addressee, wording, DAY)


def text_of(letter):
    """Return the paragraphs of `letter` as text."""
    return ["".join(run.text for run in paragraph) for paragraph in letter.paragraphs]
