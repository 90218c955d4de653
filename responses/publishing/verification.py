"""Whether what is stored is what was published: its hashes, links and addresses. Pure."""

import datetime
from dataclasses import dataclass

from ..kinds import DocumentFormat
from . import chain
from .addresses_of_today import Moves, readdressed
from .board.record import BoardRecord
from .canonical import sha256
from .layouts import LAYOUTS
from .layouts.words import count
from .record import Record

# The schema of the Record since which documents are stored with each version.
HAS_DOCUMENTS = 5
NOTHING_MOVED = Moves()
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError)


@dataclass(frozen=True)
class StoredWithdrawal:
    reason: str
    sha256: str
    withdrawn_at: datetime.datetime


@dataclass(frozen=True)
class StoredDocument:
    """A document of a version: what it is called, whether its bytes have the hash kept of them."""

    name: str
    is_as_stored: bool


@dataclass(frozen=True)
class StoredVersion:
    """A version as it is stored. Force and reports are slugs; `reports` holds the lead one too."""

    number: int
    force: str
    report: str
    reports: frozenset[str]
    payload: str
    sha256: str
    chain_sha256: str
    published_at: datetime.datetime
    withdrawal: StoredWithdrawal | None = None
    documents: tuple[StoredDocument, ...] = ()


@dataclass(frozen=True)
class StoredResponse:
    """A response of which versions are stored, in their order, and what its audit counts.

    Publications from before there was an audit come on top of these.
    """

    force: str
    report: str
    versions: tuple[StoredVersion, ...]
    times_published: int
    times_withdrawn: int


@dataclass(frozen=True)
class Fault:
    """What is wrong, in words, and with which version; None where the last are missing."""

    number: int | None
    words: str


def first_fault(response, moved=NOTHING_MOVED):
    """Return the first Fault of the versions of `response`, a StoredResponse, or None.

    `moved` are the Moves of addresses until now: a payload keeps the slugs of its day.
    """
    previous = chain.START
    for number, version in enumerate(response.versions, start=1):
        if version.number != number:
            return Fault(number, f"is missing; the next that is there is {version.number}")
        words = _fault(version, previous, moved) or _misplaced(version, response)
        if words:
            return Fault(number, words)
        previous = version.chain_sha256
    words = _missing(response)
    return Fault(None, words) if words else None


def _fault(version, previous, moved):
    """Return what is wrong with `version`, or ""; `previous` is the link before it."""
    if not isinstance(version.payload, str):
        return "is not what was published: its payload is no text"
    if sha256(version.payload) != version.sha256:
        return "is not what was published: its payload has another hash"
    expected = chain.link(
        previous=previous,
        number=version.number,
        published_at=version.published_at,
        payload_sha256=version.sha256,
    )
    if expected != version.chain_sha256:
        return (
            "is not tied to the version before it: its moment of publication, its hash or "
            "its link was changed"
        )
    return (
        _unlike_its_record(version, moved) or _withdrawal_fault(version) or _document_fault(version)
    )


def _unlike_its_record(version, moved):
    """Return how the addresses of `version` differ from those in its payload, or ""."""
    try:
        record = readdressed(Record.from_json(version.payload), moved)
        reports = {report.slug for report in record.reports}
        force, lead = record.force.slug, record.report.slug
    except UNREADABLE as error:
        return f"cannot be read as a record: {error!r}"
    if force != version.force:
        return f"stands under the force “{version.force}”, and its payload says “{force}”"
    if lead != version.report:
        return f"stands under the report “{version.report}”, and its payload says “{lead}”"
    if reports != version.reports:
        return (
            f"is listed for the reports {_listed(version.reports)}, and its payload says "
            f"{_listed(reports)}"
        )
    return ""


def _misplaced(version, response):
    if (version.force, version.report) == (response.force, response.report):
        return ""
    return f"stands with a response of “{response.force}” to “{response.report}”"


def _missing(response):
    """Return what the audit knows of and the rows no longer hold, or ""."""
    there = len(response.versions)
    if there < response.times_published:
        times = count(response.times_published, "time")
        return f"was published {times}, and {_are(there, 'version')} there"
    gone = sum(version.withdrawal is not None for version in response.versions)
    if gone < response.times_withdrawn:
        times = count(response.times_withdrawn, "time")
        return f"was withdrawn {times}, and {_are(gone, 'withdrawal')} there"
    return ""


def _are(number, noun):
    return f"{count(number, noun)} {'is' if number == 1 else 'are'}"


def _withdrawal_fault(version):
    withdrawal = version.withdrawal
    if withdrawal is None:
        return ""
    expected = chain.withdrawal_link(
        version=version.chain_sha256,
        reason=withdrawal.reason,
        withdrawn_at=withdrawal.withdrawn_at,
    )
    if expected == withdrawal.sha256:
        return ""
    return "has a withdrawal that was changed: its reason or its moment is not what it was"


def _document_fault(version):
    altered = next((one.name for one in version.documents if not one.is_as_stored), "")
    if altered:
        return f"has a document that is not what was stored: {altered}"
    if not version.documents and Record.from_json(version.payload).schema_version < HAS_DOCUMENTS:
        return ""
    there = {one.name for one in version.documents}
    wanted = (document_name(layout, kind) for layout in LAYOUTS for kind in DocumentFormat)
    gone = next((name for name in wanted if name not in there), "")
    return f"lacks a document that was stored with it: {gone}" if gone else ""


@dataclass(frozen=True)
class StoredBoard:
    """A frozen page of a board as it is stored: `force` and `on` are those of its meeting."""

    force: str
    on: datetime.date
    payload: str
    sha256: str


def fault_of_board(board, moved=NOTHING_MOVED):
    """Return what is wrong with a StoredBoard, as the rest of a sentence, or ""."""
    if sha256(board.payload) != board.sha256:
        return "does not have the hash that is kept of it"
    try:
        record = BoardRecord.from_json(board.payload)
    except UNREADABLE:
        return "holds a record that cannot be read"
    if (moved.force(record.force.slug), record.on.earliest) != (board.force, board.on):
        return "is not of the force and the day of its meeting"
    return ""


def document_name(layout, kind):
    """Return what a document is called here, such as "record, PDF"; `kind` is a DocumentFormat."""
    return f"{layout}, {DocumentFormat(kind).label}"


def _listed(slugs):
    return ", ".join(f"“{slug}”" for slug in sorted(slugs)) or "none"
