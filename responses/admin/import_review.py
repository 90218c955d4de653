"""The review of a document that is imported: each piece, where it can go, and what is chosen."""

from dataclasses import dataclass, field, replace

from django.core import signing
from django.utils import timezone
from django.utils.safestring import mark_safe

from forces.admin.faults import Fault
from recommendations.models import Assessment
from recommendations.partial_dates import UNKNOWN
from recommendations.rag import NEEDS_REASON, Rag
from recommendations.rich_text import clean

from ..importing.accepting import Ticked
from ..importing.carrying import from_facts, to_facts
from ..importing.outcome import rating_words
from ..importing.pieces import To, What
from ..kinds import FieldKind, Voice
from ..publishing.layouts.findings import short_label
from ..publishing.layouts.words import in_a_row
from .import_notes import with_rows

# What a browser may send back, and what one page can show.
MOST_SIGNED = 2_000_000
MOST_PIECES = 400
TOO_LONG = (
    "This document is too long to be looked at on one page. Import it in parts, or have it "
    "imported by the command that the guide to importing names."
)
REPLACE, ADD = "replace", "add"
CHOOSE = "Choose whether the document takes the place of the draft’s text or follows it."
NOWHERE = "Choose where it goes."
NO_REASON = "Give the reason: “{rag}” needs one."
MOST_WORDS = 60


@dataclass
class Row:
    """A piece on the page: `to` is where it goes now, `groups` where it can."""

    name: str
    piece: object
    to: str
    groups: list
    fault: str = ""

    @property
    def text(self):
        return mark_safe(clean(self.piece.body))  # Cleaned just now.

    @property
    def is_moved(self):
        return self.to != self.piece.to

    @property
    def heading(self):
        label = self.piece.label
        return f"Number {label}" if label[:1].isdigit() and len(label) < 6 else label

    @property
    def further(self):
        return ", ".join(filter(None, (self.piece.role, self.piece.website)))


@dataclass
class RatingRow:
    """A rating that the document gives: nothing is recorded of it unless it is ticked."""

    name: str
    piece: object
    now: str
    is_ticked: bool = False
    reason: str = ""
    fault: str = ""

    @property
    def says(self):
        return rating_words(self.piece.rating)

    @property
    def needs_reason(self):
        return self.piece.rating.rag in NEEDS_REASON


@dataclass
class Review:
    """The review of a Proposal for `response`; `data` is what was sent, None at the first look."""

    proposal: object
    response: object
    has_text: bool
    data: dict | None = None
    rows: list = field(default_factory=list)
    _places: object = None

    def __post_init__(self):
        places = self._places = Places(self.response)
        now = _ratings_now(self.response)
        for number, piece in enumerate(self.proposal.pieces):
            make = self._rating if piece.what == What.RATING else self._row
            self.rows.append(make(f"piece-{number}", piece, places, now))

    def _sent(self, name, default=""):
        return default if self.data is None else self.data.get(name, default)

    def _row(self, name, piece, places, now):
        groups = places.of(piece)
        to = self._sent(name, piece.to)
        known = any(to == value for _, options in groups for value, _ in options)
        return Row(name, piece, to, groups, "" if known else NOWHERE)

    def _rating(self, name, piece, places, now):
        rating = piece.rating
        row = RatingRow(name, piece, now.get(rating.finding_id, "Not yet assessed"))
        row.is_ticked = bool(self._sent(name))
        row.reason = self._sent(f"{name}-reason").strip()
        if row.is_ticked and row.needs_reason and not row.reason:
            row.fault = NO_REASON.format(rag=Rag(rating.rag).label)
        return row

    @property
    def notes(self):
        """The Notes on what to check, each with the rows that it is about."""
        rows = [row for row in self.rows if isinstance(row, Row)]
        return with_rows(self.proposal.to_check, rows, self._places.names)

    @property
    def how(self):
        """How it goes into a draft that has text, "" where that is not chosen yet."""
        how = self._sent("how")
        return how if how in (REPLACE, ADD) else ""

    @property
    def is_day_to_come(self):
        """Whether the document is dated to a day on which nothing was published yet."""
        return self.proposal.day.is_to_come(on=timezone.localdate())

    @property
    def takes_day(self):
        return self.data is None or bool(self.data.get("day"))

    def faults(self):
        """Return the Faults of what was sent, each at its control."""
        found = []
        if self.has_text and not self.how:
            found.append(Fault(CHOOSE, "#how-replace"))
        for row in self.rows:
            if row.fault:
                label = row.piece.label or row.piece.what
                end = "-reason" if isinstance(row, RatingRow) else ""
                found.append(Fault(f"{label}: {row.fault}", f"#{row.name}{end}"))
        return found

    def wanted(self):
        """Return the Proposal with each piece where it was sent, and the ratings ticked.

        A rating that is not ticked stays among the pieces, to be told.
        """
        pieces, ticked = [], []
        for row in self.rows:
            if isinstance(row, Row):
                pieces.append(row.piece.sent(row.to))
            elif row.is_ticked:
                ticked.append(Ticked(row.piece.rating, row.reason))
            else:
                pieces.append(row.piece)
        day = self.proposal.day if self.takes_day else UNKNOWN
        return replace(self.proposal, pieces=tuple(pieces), day=day), tuple(ticked)


def _ratings_now(response):
    found = Assessment.objects.filter(
        force=response.force_id, recommendation__report__in=response.reports()
    )
    return {one.recommendation_id: one.get_rag_display() for one in found}


class Places:
    """Where pieces can go in a response: its own sections, findings, rows of a form.

    What tells two places apart stands first, so that it can be read where a choice is cut off.
    `names` is what people call each finding, by its key.
    """

    def __init__(self, response):
        findings = [f for report in response.reports() for f in report.findings.order_by("order")]
        self._numbers = {f.pk: short_label(f.kind, f.label, f.ref) for f in findings}
        self.names = {f.pk: f.name for f in findings}
        self._answers = [(f"{To.ANSWER}{f.pk}", f"Answer to {_short(f)}") for f in findings]
        self._wordings = [(f"{To.WORDING}{f.pk}", f"{f.name}, as printed") for f in findings]
        self._into = [
            (f"{To.INTO}{section.pk}", f"At the end of “{section}”")
            for section in response.sections.order_by("order")
        ]
        self._fields = [(f"{To.FIELD}{kind}", f"Row: {kind.label}") for kind in FieldKind]
        self._text = [
            *((f"{To.SECTION}{v}", f"{v.label}: a section of its own") for v in Voice),
            (To.PART, "A part of the section before it"),
            *((f"{To.PART_BY}{v}", f"{v.label}: a part of the section before it") for v in Voice),
            (To.ABOVE, "At the end of the section before it"),
        ]
        self._rest = [(To.UNPLACED, "Kept in a section for later"), (To.OUT, "Leave it out")]

    def of(self, piece):
        """Return [(heading, [(value, label), …]), …] of where `piece` can go."""
        own = {What.TITLE: [(To.TITLE, "The title of the response")],
               What.SIGNER: [(To.SIGNER, "Who signs")],
               What.ANSWER: self._joint(piece)}  # fmt: skip
        groups = [
            ("What it is", own.get(piece.what, [])),
            ("Text", self._text),
            ("Sections that are there", self._into),
            ("Answers to recommendations", self._answers),
            ("Recommendations as printed", self._wordings if _may_be_wording(piece) else []),
            ("Rows of the form", self._fields),
            ("Nowhere yet", self._rest),
        ]
        return [(heading, options) for heading, options in groups if options]

    def _joint(self, piece):
        """Return the choice of one answer to the several findings that the document names."""
        keys = piece.keys if piece.goes(To.ANSWER) else ()
        if len(keys) < 2 or not self.names.keys() >= set(keys):
            return []
        return [(piece.to, f"One answer to {in_a_row([self._numbers[key] for key in keys])}")]


def _may_be_wording(piece):
    return piece.what in (What.WORDING, What.ANSWER, What.FIELD)


def _short(finding):
    words = f"{short_label(finding.kind, finding.label, finding.ref)}: {finding.subject}"
    return words if len(words) <= MOST_WORDS else f"{words[: MOST_WORDS - 1].rstrip()}…"


def sign(proposal, name, request, response):
    """Return `proposal` of a file called `name`, signed for the person and for `response`."""
    facts = {"proposal": to_facts(proposal), "name": name}
    return signing.dumps(facts, salt=_salt(request, response), compress=True)


def unsign(signed, request, response):
    """Return (Proposal, name of the file) that `sign` signed; raises BadSignature."""
    facts = signing.loads(signed, salt=_salt(request, response))
    return from_facts(facts["proposal"]), facts["name"]


def _salt(request, response):
    return f"document for response {response.pk} by {request.user.pk}"
