"""What became of the deadlines that do not bind, where several reports are answered. Pure."""

import dataclasses

from ..layouts.days import sum_of
from .details import details, text_difference
from .facts import is_known
from .items import Listing, item_changes
from .matching import match, same
from .model import Detail


def other_deadline_changes(before, after):
    """Yield a Change for each deadline, but for the one that binds, which is not as it was."""
    if is_known("other_deadlines", before, after):
        matched = match(
            before.other_deadlines, after.other_deadlines, _of_one_report, same("last_day")
        )
        yield from item_changes(matched, _listing(before, after))


def _of_one_report(old, new):
    return old.report_slug == new.report_slug


def _listing(before, after):
    def compare(old, new):
        summed = text_difference(sum_of(before, old), sum_of(after, new))
        if old != new and summed:
            return (Detail("", summed),)
        return tuple(dataclasses.replace(one, is_seen=False) for one in details(old, new))

    titles = {
        record.slug_of_deadline(one): one.short_title
        for record in (before, after)
        for one in record.reports
    }

    def name(deadline):
        report = titles.get(deadline.report_slug, deadline.report_slug)
        return f"How the days are counted for “{report}”"

    return Listing(name, lambda _: "", ("last_day",), compare)
