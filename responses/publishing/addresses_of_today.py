"""A Record with the addresses that its force and its reports have now. Pure.

A Record keeps the slugs of its day, and they tell what it speaks of: which finding of which
report, and where that is read. Where one has another slug since, what is published is read as if
it had named that one. The text that is kept, and its hash, stay as they are.
"""

from dataclasses import dataclass, field, replace

# What stands first below each place, one after the other, by the names of Moves. Of the places
# that fit the first counts.
PLACES = {
    "/forces/": ("forces", "reports"),
    "/reports/": ("reports",),
    "/board/reports/": ("reports",),
    "/board/": ("forces",),
}


@dataclass(frozen=True)
class Moves:
    """The slug of today by each that forces and reports had before."""

    forces: dict = field(default_factory=dict)
    reports: dict = field(default_factory=dict)

    def __bool__(self):
        return bool(self.forces or self.reports)

    def force(self, slug):
        """Return what a force with that slug has today."""
        return self.forces.get(slug, slug)

    def report(self, slug):
        """Return what a report with that slug has today; "" stays as it is."""
        return self.reports.get(slug, slug)


def parted(path):
    """Return (place, kinds, slugs, rest) of `path`: what of it Moves may concern, and what not.

    Joined by "/", the place, the slugs and the rest are the path again.
    """
    place = next((one for one in PLACES if path.startswith(one)), None)
    if place is None:
        return path, (), [], []
    parts = path.removeprefix(place).split("/")
    kinds = PLACES[place][: len(parts)]
    return place[:-1], kinds, parts[: len(kinds)], parts[len(kinds) :]


def readdressed(record, moves):
    """Return `record` with the slugs of today, by Moves."""
    if not moves:
        return record
    return replace(
        record,
        force=replace(record.force, slug=moves.force(record.force.slug)),
        report=_report(record.report, moves),
        further_reports=tuple(_report(one, moves) for one in record.further_reports),
        deadline=_of_report(record.deadline, moves),
        other_deadlines=tuple(_of_report(one, moves) for one in record.other_deadlines),
        follows=record.follows and _of_report(record.follows, moves),
        findings=tuple(_of_report(one, moves) for one in record.findings),
        answers=tuple(_answer(one, moves) for one in record.answers),
    )


def _report(report, moves):
    return replace(report, slug=moves.report(report.slug))


def _of_report(part, moves):
    return replace(part, report_slug=moves.report(part.report_slug))


def _answer(answer, moves):
    refs = (ref.partition("/") for ref in answer.refs)
    return replace(answer, refs=tuple(f"{moves.report(slug)}/{ref}" for slug, _, ref in refs))
