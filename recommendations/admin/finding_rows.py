"""New findings as the page shows them before they are added, and as they go to it and back."""

import dataclasses

from django.core import signing
from django.utils.safestring import mark_safe

from ..kinds import FindingKind
from ..models import Addressee
from ..partial_dates import PartialDate
from ..rich_text import clean
from ..services import NewFinding, standing_findings


def in_rows(findings, report):
    """Return what the page shows of each new finding of `report`: name, text and facts."""
    addressees = dict(Addressee.objects.values_list("pk", "name"))
    called = {key: finding.name for key, finding in standing_findings(report).items()}
    called |= {finding.key: name_of(finding) for finding in findings}
    return [
        {
            "name": name_of(one),
            "subject": one.subject,
            "text": mark_safe(clean(one.text)),  # Cleaned just now.
            "facts": {
                "Addressed to": "; ".join(_addressed(addressees, one)) or "Nobody yet",
                "Due": str(one.due_on) if one.due_on else "Not said",
                "Theme": one.theme,
                "Nested under": called.get(one.under, ""),
            },
        }
        for one in findings
    ]


def name_of(finding):
    """Return what people call it, such as "Recommendation 3a"."""
    return f"{FindingKind(finding.kind).label} {finding.label}".strip()


def _addressed(names, finding):
    for pk, is_inferred in finding.addressed:
        yield f"{names[pk]} (inferred)" if is_inferred else names[pk]


def sign(findings, request, report):
    """Return `findings`, signed for the person who looks at them and for `report`."""
    facts = [dataclasses.asdict(one) | {"due_on": one.due_on.stored()} for one in findings]
    return signing.dumps(facts, salt=salt_of(request, report), compress=True)


def unsign(signed, request, report):
    """Return the NewFindings that `sign` signed; raises BadSignature."""
    found = signing.loads(signed, salt=salt_of(request, report))
    return [NewFinding(**facts | _plain_again(facts)) for facts in found]


def _plain_again(facts):
    """Return what JSON made something else of."""
    return {
        "due_on": PartialDate.from_stored(facts["due_on"]),
        "addressed": tuple((pk, is_inferred) for pk, is_inferred in facts["addressed"]),
    }


def salt_of(request, report):
    return f"findings of {report.pk} for {request.user.pk}"
