"""Loads the demonstration's report with its recommendations."""

from recommendations.models import Addressee, Addressing, InspectionReport, Recommendation
from recommendations.partial_dates import PartialDate

from .data_files import read


def load_report():
    """Add the demonstration's report and its findings; return the report."""
    data = read("report")
    facts = data["report"]
    facts["published_on"] = PartialDate.from_stored(facts["published_on"])
    report = InspectionReport(is_listed=True, is_demonstration=True, **facts)
    report.full_clean()
    report.save()
    addressees = {
        key: Addressee.objects.get_or_create(name=facts["name"], defaults=facts)[0]
        for key, facts in data["addressees"].items()
    }
    for order, facts in enumerate(data["findings"]):
        _load_finding(report, order, facts, addressees)
    return report


def _load_finding(report, order, facts, addressees):
    finding = Recommendation(
        report=report,
        order=order,
        label=facts["label"],
        subject=facts["subject"],
        text=f"<p>{facts['text']}</p>",
    )
    finding.full_clean()
    finding.save()
    for key in facts["addressed_to"]:
        Addressing.objects.create(
            recommendation=finding, addressee=addressees[key], is_inferred=True
        )
