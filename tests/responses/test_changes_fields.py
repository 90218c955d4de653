"""No field of a Record changes in silence, whichever it is, and whenever it is added."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings

from recommendations.partial_dates import PartialDate
from responses.publishing import record
from responses.publishing.changes import Changes, changes
from responses.publishing.record import SCHEMA_VERSION, Record

from .any_record import sample, strategy, variants
from .records import make_record

FULL = dataclasses.replace(sample(Record, 1), schema_version=SCHEMA_VERSION)
VARIANTS = dict(variants(Record, FULL))
# Differences that no page shows; whatever else differs must be told among what is seen.
UNSEEN = {
    "schema_version",
    *("Labelled.kind", "Section.kind", "Section.anchor", "Answer.section_anchor"),
    *("Named.key", "Deadline.why", "Deadline.rule", "Body.is_under_section_55"),
    *("Deadline.report_slug", "Letterhead.office", "Letterhead.address", "Letterhead.colour"),
}


def of_today(record):
    return dataclasses.replace(record, schema_version=SCHEMA_VERSION)


def is_unseen(path):
    return any(path.endswith(name) for name in UNSEEN)


@pytest.mark.parametrize("path", VARIANTS)
def test_each_field_that_changes_is_told_in_either_direction(path):
    other = VARIANTS[path]
    assert other != FULL
    for found in (changes(FULL, other), changes(other, FULL)):
        assert found != Changes()
        assert found.are_seen != is_unseen(path)


def test_what_an_older_schema_did_not_write_down_did_not_change():
    old, new = make_record(schema_version=2), make_record(other_gaps=("Nothing is written",))
    assert not changes(old, new).are_seen
    assert changes(of_today(old), new).are_seen


def test_every_kind_of_part_is_walked():
    names = {
        kind.__name__
        for kind in vars(record).values()
        if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind is not PartialDate
    }
    walked = {part.split(".")[0] for path in VARIANTS for part in path.split(" > ")}
    assert names <= walked
    assert len(VARIANTS) > 80


def test_a_record_does_not_differ_from_itself():
    assert changes(FULL, of_today(sample(Record, 1))) == Changes()


@dataclasses.dataclass(frozen=True)
class Weather:
    looked_on: PartialDate | None = None
    makes_no_rain: bool | None = None


@dataclasses.dataclass(frozen=True)
class Later(Record):
    """A Record with fields that nothing here knows of."""

    reason_for_umbrellas: str = ""
    weather: Weather | None = None


def later(**values):
    known = {field.name: getattr(FULL, field.name) for field in dataclasses.fields(FULL)}
    return Later(**known, **values)


def test_a_field_that_is_not_known_here_is_called_by_its_own_name():
    weather = Weather(PartialDate(2026, 4, 20), makes_no_rain=True)
    after = later(reason_for_umbrellas="Answered as a whole.", weather=weather)
    told = {one.name: one for one in changes(later(), after).facts}
    assert set(told) == {"Reason for umbrellas", "Weather"}
    assert [detail.label for detail in told["Weather"].details] == ["Looked", "Makes no rain"]


def test_a_part_that_says_nothing_is_told_among_what_is_not_seen():
    found = changes(later(), later(weather=Weather()))
    assert not found.are_seen
    assert [one.name for one in found.unseen] == ["Weather"]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategy(Record), strategy(Record))
def test_two_records_differ_if_and_only_if_something_is_told(before, after):
    before, after = (of_today(one) for one in (before, after))
    assert changes(before, before) == changes(after, after) == Changes()
    assert (changes(before, after) == Changes()) == (before == after)
