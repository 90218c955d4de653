"""What became of the report's findings as a response gives them, apart from ratings. Pure."""

from functools import partial

from .details import details
from .items import Listing, item_changes
from .matching import match, same


def finding_changes(before, after):
    """Yield a Change for each finding that was added, removed, moved or worded anew."""
    return item_changes(matched_findings(before, after), FINDINGS)


def matched_findings(before, after):
    """Return the Match of the findings of two Records, by their address in their report."""
    return match(before.findings, after.findings, same("report_slug", "ref"))


def finding_name(finding):
    """Return how a finding is called where it stands alone: "Recommendation 3a: bail"."""
    return f"{finding.name}: {finding.subject}" if finding.subject else finding.name


FINDINGS = Listing(
    name=finding_name,
    anchor=lambda finding: finding.anchor,
    shown=("html", "printed_html", "addressed_to", "due_on", "rating"),
    compare=partial(details, skip=["rating"]),
)
