"""The copies that section 55(6) of the Police Act 1996 asks for, and that are still to be sent."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from forces import section_55
from forces.recipients import Recipient
from recommendations.models import InspectionReport

from .duty import runs_for_report
from .models import Dispatch, Publication, PublishedReport


@dataclass(frozen=True)
class ToSend:
    """A publication, and those to whom no copy of it is recorded, as Recipients."""

    publication: Publication
    recipients: tuple[Recipient, ...]


def lacking_copies(publications):
    """Return those of `publications` that readers are shown and that lack a copy to somebody.

    Section 55 has to run for their body and report.
    """
    lacks = Q()
    for recipient in Recipient:
        lacks |= ~Exists(_sent().filter(recipient=recipient))
    runs_for = [one.pk for one in InspectionReport.objects.all() if runs_for_report(one)]
    answering = PublishedReport.objects.filter(report__in=runs_for)
    return publications.current().filter(
        lacks,
        response__body__in=section_55.bodies_under(),
        pk__in=answering.values("publication"),
    )


def to_send(publications):
    """Return a ToSend of each of `publications` that lacks a copy, in their order."""
    lacking = list(lacking_copies(publications))
    sent = set(
        Dispatch.objects.filter(publication__in=lacking).values_list("publication", "recipient")
    )
    return [
        ToSend(one, tuple(who for who in Recipient if (one.pk, who) not in sent)) for one in lacking
    ]


def _sent():
    return Dispatch.objects.filter(publication=OuterRef("pk"))
