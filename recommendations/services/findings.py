"""The write of many findings of a report at once, and the keys by which one is known again."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from forces import policies

from ..models import Addressee, Addressing, InspectionReport, Recommendation
from ..nesting import in_reading_order
from ..partial_dates import UNKNOWN, PartialDate
from ..rich_text import to_plain
from .ratings import open_begun_ratings

MOVED_ON = (
    "Nothing was recorded: the findings of this report, or the addressees, changed since you "
    "looked. Choose the file again."
)


@dataclass(frozen=True)
class NewFinding:
    """A finding to be added. `under` is the key of its parent, "" where it is nested in none.

    `addressed` are (key of the addressee, whether that is inferred); `text` is rich text.
    """

    kind: str
    label: str
    subject: str
    text: str
    under: str = ""
    theme: str = ""
    due_on: PartialDate = UNKNOWN
    addressed: tuple[tuple[int, bool], ...] = ()

    @property
    def key(self):
        return key_of(self.kind, self.label, self.text, self.under)


def key_of(kind, label, text, under=""):
    """Return what a finding is known by in its report: its number, or where it has none its words.

    `under` is the key of its parent.
    """
    said = f"no {label.lower()}" if label else " ".join(to_plain(text).lower().split())
    return f"{under}/{kind} {said}"


def standing_findings(report):
    """Return {key: finding} of the findings of `report` as they are read, with addressings."""
    findings = report.findings.prefetch_related("addressings__addressee")
    keys, standing = {}, {}
    for one, _ in in_reading_order(list(findings)):
        keys[one.pk] = key_of(one.kind, one.label, one.text, keys.get(one.parent_id, ""))
        standing[keys[one.pk]] = one
    return standing


@transaction.atomic
def add_findings(*, report, findings, by):
    """Add `findings`, a list of NewFinding, to `report` in their order, after those it has.

    A parent stands before what is nested under it. Forces that have begun to rate the report
    get a rating for each. Raises PermissionDenied where `by`, unless None, does not keep the
    register, and ValidationError, with nothing written, where one of them is there by now, or
    a parent or an addressee is not any more.
    """
    if by is not None and not policies.Rights(by).edits_register:
        raise PermissionDenied
    report = InspectionReport.objects.select_for_update().get(pk=report.pk)
    standing = standing_findings(report)
    last = max((finding.order for finding in standing.values()), default=-1)
    addressees = Addressee.objects.in_bulk({pk for one in findings for pk, _ in one.addressed})
    for order, new in enumerate(findings, start=last + 1):
        _refuse_what_moved_on(new, standing, addressees)
        alike = [o.label for o in findings if (o.kind, o.under) == (new.kind, new.under)]
        parent = standing.get(new.under)
        standing[new.key] = _add(report, new, parent=parent, order=order, printed=alike)
        for pk, is_inferred in new.addressed:
            Addressing.objects.create(
                recommendation=standing[new.key],
                addressee=addressees[pk],
                is_inferred=is_inferred,
            )
    open_begun_ratings(report)


def _refuse_what_moved_on(new, standing, addressees):
    has_parent = not new.under or new.under in standing
    are_known = all(pk in addressees for pk, _ in new.addressed)
    if new.key in standing or not has_parent or not are_known:
        raise ValidationError(MOVED_ON)


def _add(report, new, *, parent, order, printed):
    finding = Recommendation(
        report=report,
        parent=parent,
        order=order,
        kind=new.kind,
        label=new.label,
        subject=new.subject,
        text=new.text,
        theme=new.theme,
        due_on=new.due_on,
    )
    finding.ref = finding.new_ref(printed)
    finding.full_clean()
    finding.save()
    return finding
