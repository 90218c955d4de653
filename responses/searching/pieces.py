"""Parts a Record into the passages that a reader finds, each with its place on the page. Pure."""

from dataclasses import dataclass

from recommendations.rich_text import to_plain

from ..publishing.layouts.findings import position_words, rag_of, rated


@dataclass(frozen=True)
class Piece:
    """A passage: its heading, its words, and where on the page it stands ("" is at the top).

    What is said of a finding has its `report_slug`, `ref` and `rag`; all else has none.
    """

    heading: str
    text: str
    anchor: str = ""
    report_slug: str = ""
    ref: str = ""
    rag: str = ""


def pieces_of(record):
    """Return the Pieces of `record`: the response itself, its sections, and each finding."""
    ratings = {(one.report_slug, one.ref): str(rag_of(one)) for one in rated(record.findings)}
    return [
        _response(record),
        *(Piece(one.label, to_plain(one.html)) for one in record.fields),
        *(Piece(one.heading, to_plain(one.html), one.anchor) for one in record.sections),
        *(_finding(record, one, ratings) for one in record.findings),
    ]


def _response(record):
    """The response as a whole: whose it is, to what, and what it says of its own dates."""
    people = (record.commissioner, record.chief_officer, *record.signatories)
    lines = [
        f"{record.force.name}, {record.body.name}",
        *(f"{one.title} ({one.inspectorate})" for one in record.reports),
        *(f"{one.name}, {one.title}" for one in people if one),
        record.late_reason,
        record.override_reason,
    ]
    return Piece(record.title, _joined(lines))


def _finding(record, finding, ratings):
    """What the response says of `finding`, and then how the inspectors put it."""
    said = [finding.rating.reason if finding.rating else ""]
    for answer in record.answers_to(finding):
        said += [position_words(answer), to_plain(answer.action_html)]
        said.append(to_plain(answer.why_none_html))
    return Piece(
        f"{record.name_of(finding)}: {finding.subject}",
        _joined([*said, f"The report says: {to_plain(finding.printed_html or finding.html)}"]),
        finding.anchor,
        finding.report_slug,
        finding.ref,
        ratings.get((finding.report_slug, finding.ref), ""),
    )


def _joined(lines):
    return "\n".join(line for line in lines if line)
