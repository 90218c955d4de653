"""The Record: everything that a published response says, frozen, with the names of its day.

Pure dataclasses. Canonical JSON of a Record is what a publication stores and hashes;
layouts read a Record and nothing else. Rich text in it is already cleaned HTML.
"""

from dataclasses import dataclass

from recommendations.kinds import is_of_section_55
from recommendations.partial_dates import UNKNOWN, PartialDate
from recommendations.rag import Rag

from . import canonical

SCHEMA_VERSION = 5
# Schema 1 knew nothing of the chief officer's part, of the rule of a deadline or of a reason
# for publishing with gaps; schema 2 nothing of what else was missing, nor of bodies to which
# section 55 does not apply; schema 3 nothing of a deadline but that of the lead report, nor of
# a letterhead; schema 4 nothing of the deadlines that do not bind. Read as blank, and as applying.
READABLE = (1, 2, 3, 4, SCHEMA_VERSION)


@dataclass(frozen=True)
class Named:
    """One of a fixed set: its key for programs, and its words of the day for readers."""

    key: str
    words: str


@dataclass(frozen=True)
class Force:
    name: str
    short_name: str
    slug: str


@dataclass(frozen=True)
class Letterhead:
    """The office of a body, the lines of its address, and its colour, such as "#1f3a5f"."""

    office: str = ""
    address: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Body:
    """The local policing body; `title` is its local title, such as "Mayor"."""

    name: str
    title: str
    is_under_section_55: bool = True
    letterhead: Letterhead = Letterhead()


@dataclass(frozen=True)
class Person:
    name: str
    title: str
    website: str = ""


@dataclass(frozen=True)
class Report:
    title: str
    short_title: str
    slug: str
    kind: Named
    inspectorate: str
    published_on: PartialDate = UNKNOWN
    url: str = ""
    source_note: str = ""

    @property
    def source(self):
        """What says of one of several reports that something is of it: " of “Hens, 2026”"."""
        return f" of “{self.short_title}”"


@dataclass(frozen=True)
class Earlier:
    """An earlier response of the same force, to the report of that title."""

    report_title: str
    report_slug: str
    published_on: PartialDate = UNKNOWN


@dataclass(frozen=True)
class Deadline:
    """What the dates say of the 56 days; `outcome` is of deadlines.Outcome, `rule` of Rule.

    Where several reports are answered, it is the strictest of theirs: `report_slug` is
    whose it is, blank for the lead report.
    """

    outcome: str
    last_day: PartialDate = UNKNOWN
    first_possible: int | None = None
    last_possible: int | None = None
    why: str = ""
    rule: str = ""
    report_slug: str = ""


@dataclass(frozen=True)
class Comments:
    """The chief officer's part: invited, asked for comments by a day, and what came of it.

    `state` is one of CommentsState, blank where nothing came. `settled_on` is the day on which
    they came or were declined. Their words are a section of the record.
    """

    invited_on: PartialDate = UNKNOWN
    reply_by_on: PartialDate = UNKNOWN
    state: str = ""
    settled_on: PartialDate = UNKNOWN
    why_none: str = ""
    makes_no_reply: bool = False


@dataclass(frozen=True)
class Labelled:
    """A labelled row of the office's own form; `kind` is one of FieldKind."""

    kind: str
    label: str
    html: str


@dataclass(frozen=True)
class Addressed:
    """An addressee; `force` is the one that the report names, blank for all it concerns."""

    name: str
    force: str = ""
    is_inferred: bool = False

    @property
    def words(self):
        """Such words as "Chief constables: Ambridge (inferred)"."""
        name = f"{self.name}: {self.force}" if self.force else self.name
        return f"{name} (inferred)" if self.is_inferred else name


@dataclass(frozen=True)
class Rating:
    """Where the force stands; `rag` is one of Rag. Who owns it is for the office and its board."""

    rag: str
    reason: str = ""
    progress: Named | None = None
    expected_on: PartialDate = UNKNOWN
    reviewed_on: PartialDate = UNKNOWN


@dataclass(frozen=True)
class Finding:
    """A finding of the report; `kind` is one of FindingKind, `depth` more than 0 where nested."""

    ref: str
    report_slug: str
    kind: Named
    label: str
    name: str
    subject: str
    html: str
    depth: int = 0
    is_due_an_answer: bool = True
    printed_label: str = ""
    printed_html: str = ""
    addressed_to: tuple[Addressed, ...] = ()
    due_on: PartialDate = UNKNOWN
    rating: Rating | None = None

    @property
    def is_not_for_this_force(self):
        """Whether the force says that it is for somebody else, which needs a reason."""
        return self.rating is not None and self.rating.rag == Rag.NOT_FOR_THIS_FORCE

    @property
    def anchor(self):
        """Its address in a document; two hyphens, so that no section's heading makes the same."""
        return f"{self.report_slug}--{self.ref}"


@dataclass(frozen=True)
class Answer:
    """An answer to the findings `refs` (each "<report slug>/<ref>")."""

    refs: tuple[str, ...]
    position: Named | None = None
    action_html: str = ""
    why_none_html: str = ""
    section_anchor: str = ""
    section_heading: str = ""


@dataclass(frozen=True)
class Section:
    """Narrative in one voice, one of section.Voice; level 2 is part of the section before."""

    anchor: str
    level: int
    kind: str
    voice: str
    heading: str
    html: str


@dataclass(frozen=True)
class Record:
    """A response of one day.

    Where it answers several reports, `deadline` is the one that binds and `other_deadlines` are
    those of the others. `other_gaps` says in words, beside the recommendations without an
    explanation, which gaps of its checklist the `override_reason` covers.
    """

    title: str
    layout: str
    force: Force
    body: Body
    report: Report
    deadline: Deadline
    other_deadlines: tuple[Deadline, ...] = ()
    published_on: PartialDate = UNKNOWN
    late_reason: str = ""
    override_reason: str = ""
    other_gaps: tuple[str, ...] = ()
    comments: Comments = Comments()
    commissioner: Person | None = None
    chief_officer: Person | None = None
    further_reports: tuple[Report, ...] = ()
    follows: Earlier | None = None
    fields: tuple[Labelled, ...] = ()
    findings: tuple[Finding, ...] = ()
    answers: tuple[Answer, ...] = ()
    sections: tuple[Section, ...] = ()
    signatories: tuple[Person, ...] = ()
    is_demonstration: bool = False
    schema_version: int = SCHEMA_VERSION

    def answers_to(self, finding):
        """The answers that cover `finding`, in order."""
        ref = f"{finding.report_slug}/{finding.ref}"
        return tuple(answer for answer in self.answers if ref in answer.refs)

    @property
    def reports(self):
        """The reports that are answered, the lead report first."""
        return (self.report, *self.further_reports)

    @property
    def deadline_report(self):
        """The report whose deadline binds this response."""
        slug = self.deadline.report_slug
        return next((one for one in self.reports if one.slug == slug), self.report)

    @property
    def deadlines(self):
        """Each report that is answered with its Deadline, as far as known, the lead first."""
        bound = self.deadline_report
        others = {one.report_slug: one for one in self.other_deadlines}
        known = (
            (one, self.deadline if one is bound else others.get(self.slug_of_deadline(one)))
            for one in self.reports
        )
        return tuple((report, deadline) for report, deadline in known if deadline)

    def slug_of_deadline(self, report):
        """Return what a Deadline calls `report`: its slug, or "" where it is the lead report."""
        return "" if report is self.report else report.slug

    def name_of(self, finding):
        """Return "Recommendation 3a", with its report where several reports are answered."""
        return f"{finding.name}{self.source_of(finding)}"

    def source_of(self, finding):
        """Return " of “Hens, 2026”" where several reports are answered, else nothing."""
        return self.report_of(finding).source if self.further_reports else ""

    def report_of(self, finding):
        """Return the Report, of those that are answered, to which `finding` belongs."""
        return next(one for one in self.reports if one.slug == finding.report_slug)

    @property
    def due_findings(self):
        """The findings that section 55(5B) asks an explanation for: the recommendations.

        Those of a report whose kind has another duty, such as a super-complaint, are not.
        """
        covered = {one.slug for one in self.reports if is_of_section_55(one.kind.key)}
        return tuple(f for f in self.findings if f.is_due_an_answer and f.report_slug in covered)

    @property
    def open_findings(self):
        """The findings that are due an explanation and have none.

        That one is not for this force, with the reason why, is the explanation.
        """
        return tuple(
            f for f in self.due_findings if not self.answers_to(f) and not f.is_not_for_this_force
        )

    @property
    def answers_as_a_whole(self):
        """Whether no answer has words of its own, but at most points to a section."""
        return not any(answer.action_html or answer.why_none_html for answer in self.answers)

    def to_json(self):
        """Return canonical JSON, so that equal records are equal text."""
        return canonical.to_json(self)

    @classmethod
    def from_json(cls, text):
        """Read what `to_json` wrote; raises ValueError for a schema that is not known."""
        return canonical.from_json(cls, text, readable=READABLE)
