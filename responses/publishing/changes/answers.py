"""What became of the answers, each known by the findings that it covers. Pure."""

from recommendations.kinds import FindingKind

from .details import details, reads_the_same, text_difference
from .items import Listing, item_changes
from .matching import match
from .model import Detail


def answer_changes(before, after):
    """Yield a Change for each answer that was added, removed, moved or changed."""
    held = {f"{one.report_slug}/{one.ref}": one for one in (*before.findings, *after.findings)}
    listing = Listing(
        name=lambda answer: f"Answer to {_covered(answer, held)}",
        anchor=lambda answer: next((held[ref].anchor for ref in answer.refs if ref in held), ""),
        shown=("position", "action_html", "why_none_html", "section_heading"),
        compare=lambda old, new: (*_refs(old, new, held), *details(old, new, skip=["refs"])),
    )
    return item_changes(match(before.answers, after.answers, _same_findings, _share), listing)


def _same_findings(old, new):
    return set(old.refs) == set(new.refs)


def _share(old, new):
    return not set(old.refs).isdisjoint(new.refs)


def _refs(old, new, held):
    if old.refs != new.refs:
        covered = text_difference(_covered(old, held), _covered(new, held))
        yield Detail("Answers", covered) if covered else reads_the_same("Answers")


def _covered(answer, held):
    """Return what `answer` covers: "recommendations 1, 2 and 8", "cause of concern 1"."""
    findings = [held.get(ref) for ref in answer.refs]
    if len(findings) > 1 and all(map(_is_numbered, findings)):
        *labels, last = (finding.label for finding in findings)
        return f"recommendations {', '.join(labels)} and {last}"
    names = (_name(one, ref) for one, ref in zip(findings, answer.refs, strict=True))
    return ", ".join(names) or "nothing"


def _is_numbered(finding):
    return finding and finding.label and finding.kind.key == FindingKind.RECOMMENDATION


def _name(finding, ref):
    return finding.name[:1].lower() + finding.name[1:] if finding else ref
