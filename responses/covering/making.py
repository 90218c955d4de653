"""Makes the covering letter of a publication: to a recipient, of a day, as PDF or as Word."""

from forces.models import CopyAddressee

from ..documents.making import WRITERS, edition_of
from ..models import CoveringLetter
from ..publishing.record import Record
from .letter import letter_of


def make_letter(publication, recipient, document_format, *, on):
    """Return the bytes of the letter that goes with a copy of `publication` on the day `on`.

    It has the letterhead and the office-holder of the day of the publication, and the addressee
    of `on`, a London date.
    """
    addressee = CopyAddressee.objects.of_the_day(recipient, on)
    wording = CoveringLetter.objects.wording_for(recipient, publication.response.body_id)
    record = Record.from_json(publication.payload)
    letter = letter_of(record, edition_of(publication), addressee, wording, on)
    return WRITERS[document_format](letter)
