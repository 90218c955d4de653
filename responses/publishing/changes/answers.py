"""What became of the answers, each known by the findings that it covers. Pure."""

from functools import partial

from recommendations.kinds import FindingKind

from .details import details, reads_the_same, text_difference
from .findings import sources
from .items import Listing, item_changes
from .matching import match
from .model import Detail


def answer_changes(before, after):
    """Yield a Change for each answer that was added, removed, moved or changed."""
    held = {f"{one.report_slug}/{one.ref}": one for one in (*before.findings, *after.findings)}
    covered = partial(_covered, held=held, of_reports=sources(before, after))
    listing = Listing(
        name=lambda answer: f"Answer to {covered(answer)}",
        anchor=lambda answer: next((held[ref].anchor for ref in answer.refs if ref in held), ""),
        shown=("position", "action_html", "why_none_html", "section_heading"),
        compare=lambda old, new: (*_refs(old, new, covered), *details(old, new, skip=["refs"])),
    )
    return item_changes(match(before.answers, after.answers, _same_findings, _share), listing)


def _same_findings(old, new):
    return set(old.refs) == set(new.refs)


def _share(old, new):
    return not set(old.refs).isdisjoint(new.refs)


def _refs(old, new, covered):
    if old.refs != new.refs:
        found = text_difference(covered(old), covered(new))
        yield Detail("Answers", found) if found else reads_the_same("Answers")


def _covered(answer, held, of_reports):
    """Return what `answer` covers: "recommendations 1, 2 and 8", "cause of concern 1"."""
    findings = [held.get(ref) for ref in answer.refs]
    if len(findings) > 1 and _are_in_a_row(findings):
        *labels, last = (finding.label for finding in findings)
        of_report = of_reports.get(findings[0].report_slug, "")
        return f"recommendations {', '.join(labels)} and {last}{of_report}"
    pairs = zip(findings, answer.refs, strict=True)
    return ", ".join(_name(one, ref, of_reports) for one, ref in pairs) or "nothing"


def _are_in_a_row(findings):
    """Whether all are recommendations with a number, and of one report."""
    return all(map(_is_numbered, findings)) and len({one.report_slug for one in findings}) == 1


def _is_numbered(finding):
    return finding and finding.label and finding.kind.key == FindingKind.RECOMMENDATION


def _name(finding, ref, of_reports):
    if not finding:
        return ref
    return f"{finding.name[:1].lower()}{finding.name[1:]}{of_reports.get(finding.report_slug, '')}"
