"""What became of the report's findings as a response gives them, apart from ratings. Pure."""

from functools import partial

from .details import details
from .items import Listing, item_changes
from .matching import match, same


def finding_changes(before, after):
    """Yield a Change for each finding that was added, removed, moved or worded anew."""
    listing = Listing(
        name=partial(finding_name, sources=sources(before, after)),
        anchor=lambda finding: finding.anchor,
        shown=("html", "printed_html", "addressed_to", "due_on", "rating"),
        compare=partial(details, skip=["rating"]),
    )
    return item_changes(matched_findings(before, after), listing)


def matched_findings(before, after):
    """Return the Match of the findings of two Records, by their address in their report."""
    return match(before.findings, after.findings, same("report_slug", "ref"))


def sources(before, after):
    """Return " of “Hens, 2026”" by the slug of each report that either of two Records answers.

    Where both answer one and the same report, that goes without saying, and nothing is returned.
    """
    found = {one.slug: one.source for record in (before, after) for one in record.reports}
    return found if len(found) > 1 else {}


def finding_name(finding, sources):
    """Return how a finding is called where it stands alone: "Recommendation 3a: bail".

    `sources` are those of the two Records that are compared.
    """
    name = f"{finding.name}{sources.get(finding.report_slug, '')}"
    return f"{name}: {finding.subject}" if finding.subject else name
