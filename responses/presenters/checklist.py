"""The section 55 checklist on a page of the office: each gap with the place that mends it. Pure."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from ..duty import Item

PARTS = {"sections", "answers", "comments"}


@dataclass(frozen=True)
class Mend:
    """A gap in words, and the address of the field that closes it."""

    words: str
    address: str


@dataclass(frozen=True)
class Point:
    item: Item
    mends: tuple[Mend, ...]


def points(checklist, response_pk):
    """Return each Item of `checklist` with its gaps as links into the page of the response."""
    page = reverse("admin:responses_response_change", args=[response_pk])
    return [
        Point(item, tuple(Mend(gap.words, _address(page, gap)) for gap in item.gaps))
        for item in checklist.items
    ]


def _address(page, gap):
    """Return where `gap` is closed: at a field, or in a new answer to its recommendation."""
    if gap.finding is not None:
        asked = urlencode({"answer": f"{gap.finding.report_slug}/{gap.finding.ref}"})
        return f"{page}?{asked}#answers-group"
    anchor = f"{gap.field}-group" if gap.field in PARTS else f"id_{gap.field}"
    return f"{page}#{anchor}"
