"""From a document to pieces, each with where it would go. Pure: the register's facts come in."""

from collections import Counter
from dataclasses import dataclass, replace

from recommendations.partial_dates import UNKNOWN, PartialDate

from ..kinds import FieldKind, LayoutName, SectionKind
from . import answering, differing, others, passages, shapes, vocabulary, whose
from .elements import Numbered
from .left_out import left_out
from .matching import ReportFinding, is_alike, match
from .narrative import narrate
from .pieces import Piece, Proposal, To, What
from .rich import inline, to_html
from .texts import texts_of

LINES_AT_END = 4
FEWEST_WORDS_OF_NARRATIVE, MOST_WORDS_OF_NAME = 40, 15
NARRATIVE = frozenset(SectionKind) - {SectionKind.OTHER, SectionKind.THEME}
SHORT_KINDS = frozenset(
    {
        *(FieldKind.SUMMARY, FieldKind.REPORT_TITLE, FieldKind.REPORT_DATE),
        *(FieldKind.RESPONSE_DATE, FieldKind.RECOMMENDATIONS, FieldKind.GRADE),
    }
)


@dataclass(frozen=True)
class Register:
    """What the register knows of the force and the report that a document is imported for."""

    force: str
    report_title: str
    report_date: PartialDate = UNKNOWN
    findings: tuple[ReportFinding, ...] = ()
    chief_is_commissioner: bool = False

    @property
    def names(self):
        """Return what people call each finding, by its key."""
        return {finding.pk: finding.name for finding in self.findings}


def propose(document, register):
    """Return the Proposal that `document` makes for the force and report of `register`."""
    fields = [(_kind(field, register), field) for field in document.fields]
    printed = [item for kind, field in fields for item in _printed(kind, field)]
    placed, unplaced = match(printed, register.findings)
    found = {id(item): finding for item, finding in placed}
    why_not = {id(item): why for item, why in unplaced}
    rows = [
        answering.row(answered, register.findings, register.chief_is_commissioner)
        for answered in document.answered
    ]
    replies = _replies(fields)
    narrative = narrate(document, register, rows, replies)
    rows = [narrative.keep(row, register.names) for row in rows]
    placed = (*placed, *(pair for row in rows for pair in row.placed))
    pieces = [
        *([(0, Piece(What.TITLE, To.TITLE, document.title))] if document.title else []),
        *(
            (field.at, piece)
            for kind, field in fields
            for piece in _of_field(kind, field, found, why_not, narrative.replies.get(id(field)))
        ),
        *(
            (row.at, piece)
            for row in rows
            for piece in row.pieces
            if not _is_printed(piece, narrative)
        ),
        *narrative.pieces,
    ]
    pieces.sort(key=lambda pair: pair[0])
    told_of = _about(placed, pieces)
    signers = (Piece(What.SIGNER, To.SIGNER, s.name, "", "", s.title, s.website)
               for s in document.signers)  # fmt: skip
    return Proposal(
        pieces=(*(piece for _, piece in pieces), *signers),
        layout=LayoutName.RECORD if document.is_form else LayoutName.STATEMENT,
        day=_response_date(fields, document),
        told=tuple(left_out(document)),
        to_check=(
            *document.notes,
            *narrative.notes,
            *whose.to_check(narrative, rows, register.names),
            *passages.to_check(
                [piece for _, piece in pieces],
                register.names,
                register.chief_is_commissioner,
                whose.keys_alone(narrative, rows),
            ),
            *others.to_check([piece for _, piece in pieces], register.findings),
            *differing.to_check(fields, register, told_of, [*texts_of(document)]),
        ),
    )


def _is_printed(piece, narrative):
    """Whether a heading over a table prints the wording that a `piece` of it has from there."""
    printed = ((one.to, one.body) for _, one in narrative.pieces if one.what == What.WORDING)
    return piece.what == What.WORDING and (piece.to, piece.body) in printed


def _about(placed, pieces):
    """Return the keys of the findings that the document prints or answers, if it lists any."""
    if not placed:
        return set()
    answered = {key for _, piece in pieces for key in piece.about}
    return answered | {finding.pk for _, finding in placed}


def _kind(field, register):
    if field.label:
        return vocabulary.field_kind(field.label, shapes.date(field.words).is_known)
    is_title = is_alike(field.words, register.report_title)
    return FieldKind.REPORT_TITLE if is_title else FieldKind.OTHER


def _printed(kind, field):
    if kind == FieldKind.RECOMMENDATIONS:
        return [element for element in field.value if isinstance(element, Numbered)]
    return []


def _of_field(kind, field, found, why_not, voice):
    """Yield the row, and the recommendations that are printed in it, which are kept apart.

    Of a reply, which is a section, there is a `voice`.
    """
    printed = _printed(kind, field)
    is_list = bool(printed)
    value = [e for e in field.value if not (is_list and isinstance(e, Numbered))]
    if voice:
        yield Piece(What.SECTION, f"{To.SECTION}{voice}", field.label, to_html(value))
        return
    yield Piece(What.FIELD, f"{To.FIELD}{kind}", field.label, to_html(value))
    for item in printed:
        finding = found.get(id(item))
        if finding:
            to, why, body = f"{To.WORDING}{finding.pk}", "by its number", item.text
            yield Piece(What.WORDING, to, item.label, f"<p>{inline(body)}</p>", why)
        else:
            why, body = why_not[id(item)], f"{item.mark} {item.text}"
            yield Piece(What.WORDING, To.UNPLACED, "", f"<p>{inline(body)}</p>", why)


def _replies(fields):
    """Return the rows of forms that hold a reply or comments in full, not a short value.

    What somebody says who is named is such, however short, but not a row of each of several
    tables.
    """
    times = Counter(field.label for _, field in fields)
    return [
        field
        for kind, field in fields
        if field.words
        and kind not in SHORT_KINDS
        and (
            _is_in_full(field)
            or (times[field.label] == 1 and _is_of_somebody(field.label))
            or _is_no_name(kind, field)
        )
    ]


def _is_in_full(field):
    is_reply = vocabulary.section_kind(field.label) in NARRATIVE
    return is_reply and len(field.words.split()) > FEWEST_WORDS_OF_NARRATIVE


def _is_no_name(kind, field):
    """Whether beside "Chief Constable" stands more than a name, such as what they say."""
    is_name = kind in vocabulary.NAMES and vocabulary.speaker(field.label)
    return is_name and len(field.words.split()) > MOST_WORDS_OF_NAME


def _is_of_somebody(label):
    return vocabulary.says(label) and bool(vocabulary.speaker(label))


def _response_date(fields, document):
    """The labelled date of the response, at the head or the end, or that of a letter.

    A month keeps the words that tell it.
    """
    dated = [field.words for kind, field in fields if kind == FieldKind.RESPONSE_DATE]
    for words in (*dated, document.day, *_dates_at_end(document.sections[-1:])):
        date = shapes.date(words)
        if date.is_known:
            return date if date.is_day else replace(date, phrase=words)
    return UNKNOWN


def _dates_at_end(last_sections):
    elements = [element for section in last_sections for element in section.elements]
    labelled = [shapes.colon_labelled(element.text) for element in elements[-LINES_AT_END:]]
    return [
        value
        for label, value in filter(None, labelled)
        if vocabulary.field_kind(label, shapes.date(value).is_known) == FieldKind.RESPONSE_DATE
    ]
