"""The section 55 checklist on a page of the office: each gap with the place that mends it. Pure."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from ..duty import Item

ANCHORS = {
    "sections": "sections-new",
    "written_sections": "sections-heading",
    "comments": "comments-step",
}


@dataclass(frozen=True)
class Mend:
    """A gap in words, and the address of the field that closes it, for those who may."""

    words: str
    address: str


@dataclass(frozen=True)
class Point:
    item: Item
    mends: tuple[Mend, ...]


def points(checklist, response_pk, *, answers, may_mend):
    """Return each Item of `checklist` with its gaps, for those who `may_mend` them as links.

    A link leads into the page of the response. `answers` is how many answers it has: a new
    one is the row after these.
    """
    return [
        Point(item, tuple(mends(item.gaps, response_pk, answers=answers, may_mend=may_mend)))
        for item in checklist.items
    ]


def mends(gaps, response_pk, *, answers, may_mend):
    """Return `gaps` of a response, each a Mend; `answers` is how many answers it has."""
    page = reverse("admin:responses_response_change", args=[response_pk]) if may_mend else ""
    return [Mend(gap.words, _address(page, gap, answers)) for gap in gaps]


def _address(page, gap, answers):
    """Return where `gap` is closed: at a field, or in a new answer; "" where there is no page."""
    if not page:
        return ""
    if gap.finding is not None:
        asked = urlencode({"answer": f"{gap.finding.report_slug}/{gap.finding.ref}"})
        return f"{page}?{asked}#answers-{answers}"
    return f"{page}#{ANCHORS.get(gap.field, f'id_{gap.field}')}"
