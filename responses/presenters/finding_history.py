"""What became of one recommendation in one force, version by version. Pure."""

import dataclasses
import datetime

from recommendations.partial_dates import PartialDate

from ..publishing.changes import Changes, changes
from ..publishing.layouts.words import sentence
from .changes import Group, groups
from .standing import Standing, standings


@dataclasses.dataclass(frozen=True)
class Version:
    """A version as it was published: `record` is its Record, `withdrawal` of it, or None."""

    number: int
    url: str
    published_on: datetime.date
    record: object
    withdrawal: object = None


@dataclasses.dataclass(frozen=True)
class Step:
    """What a Version says of the finding, and what of that differs from the version before.

    `standing` is None where it does not hold the finding, or was withdrawn. `before` is the
    Version with which it is compared: None where that was withdrawn too, or there is none.
    """

    version: Version
    standing: Standing | None = None
    before: Version | None = None
    changes: tuple[Group, ...] = ()


def steps_of(versions, report_slug, ref):
    """Return the Step of each of `versions`, all of one response and in their order."""
    return [
        _step(before, version, report_slug, ref)
        for before, version in zip([None, *versions], versions, strict=False)
    ]


def course_in_words(steps):
    """Return "Amber from version 1 (29 May 2026), Green from version 3 (2 June 2026)", or ""."""
    told, last = [], None
    for step in steps:
        if step.standing and step.standing.rag != last:
            last = step.standing.rag
            on = PartialDate.of(step.version.published_on)
            told.append(f"{last.in_sentence} from version {step.version.number} ({on})")
    return sentence(", ".join(told))


def _step(before, version, report_slug, ref):
    if version.withdrawal:
        return Step(version)
    standing = next(iter(standings([version.record], report_slug, ref)), None)
    if before is None or before.withdrawal:
        return Step(version, standing)
    found = _changes(before.record, version.record, report_slug, ref)
    return Step(version, standing, before, groups(found, here=version.url, earlier=before.url))


def _changes(before, after, report_slug, ref):
    """Return the Changes from the Record `before` to `after` in what they say of the finding."""
    found = changes(*(_answering(record, f"{report_slug}/{ref}") for record in (before, after)))
    anchor = f"{report_slug}--{ref}"
    ratings, findings = (
        tuple(one for one in group if one.anchor == anchor)
        for group in (found.ratings, found.findings)
    )
    return Changes(ratings=ratings, answers=found.answers, findings=findings)


def _answering(record, ref):
    """Return `record` with those of its answers that cover the finding `ref`."""
    answers = tuple(one for one in record.answers if ref in one.refs)
    return dataclasses.replace(record, answers=answers)
