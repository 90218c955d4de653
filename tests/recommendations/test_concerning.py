"""Which forces a report concerns: asked of the report, of the force, and of the register."""

import datetime

import pytest

from recommendations.concerning import concerned_by
from recommendations.models import InspectionReport
from tests.factories import InspectionReportFactory, OversightFactory, PoliceForceFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 6, 1)
ENDED = datetime.date(2024, 5, 8)
BEGAN = datetime.date(2024, 5, 9)


def force_of(kind, **period):
    return OversightFactory(body__kind=kind, **period).force


@pytest.fixture
def forces():
    """Forces of every sort, by what sort they are."""
    moved_in, moved_out = PoliceForceFactory(), PoliceForceFactory()
    for force, before, after in (
        (moved_in, "other_authority", "pcc"),
        (moved_out, "pcc", "other_authority"),
    ):
        OversightFactory(force=force, body__kind=before, ended_on=ENDED)
        OversightFactory(force=force, body__kind=after, began_on=BEGAN)
    return {
        "local": force_of("pcc"),
        "outside": force_of("other_authority"),
        "outside and named": force_of("other_authority"),
        "moved in": moved_in,
        "moved out": moved_out,
        "not recorded": PoliceForceFactory(),
        "ended": PoliceForceFactory(ended_on=ENDED),
        "ended and named": PoliceForceFactory(ended_on=ENDED),
    }


@pytest.fixture
def reports(forces):
    """A report on all forces, and one on named ones; both name the same two."""
    rows = [InspectionReportFactory(scope=scope) for scope in ("all_forces", "named_forces")]
    for row in rows:
        row.forces.set([forces["outside and named"], forces["ended and named"]])
    return rows


def test_all_forces_are_those_for_which_section_55_runs_that_day_and_any_named(forces, reports):
    everyone, named = reports

    def sorts(report, day):
        concerned = set(report.concerned_forces(on=day))
        return {sort for sort, force in forces.items() if force in concerned}

    always = {"outside and named", "ended and named"}
    assert sorts(everyone, TODAY) == always | {"local", "moved in", "not recorded"}
    assert sorts(everyone, ENDED) == always | {"local", "moved out", "not recorded", "ended"}
    assert sorts(named, TODAY) == always


@pytest.mark.parametrize("day", [ENDED, BEGAN, TODAY])
def test_the_question_and_both_querysets_agree(forces, reports, day):
    for report in reports:
        concerned = list(report.concerned_forces(on=day))
        assert len(concerned) == len(set(concerned))
        for sort, force in forces.items():
            listed = list(InspectionReport.objects.concerning(force, on=day))
            assert len(listed) == len(set(listed))
            answers = (force in concerned, report in listed, report.concerns(force, on=day))
            assert len(set(answers)) == 1, sort


@pytest.mark.parametrize("scope", ["all_forces", "named_forces"])
def test_several_reports_concern_what_each_concerns_alone(forces, scope):
    named = [forces["outside and named"], forces["ended and named"]]
    reports = [InspectionReportFactory(scope=scope) for _ in range(2)]
    reports[0].forces.set(named)
    found = concerned_by(reports, on=TODAY)
    for report in reports:
        assert set(found[report.pk]) == set(report.concerned_forces(on=TODAY))


def test_three_reports_cost_the_queries_of_one(forces, django_assert_num_queries):
    reports = [InspectionReportFactory() for _ in range(3)]
    for some in (reports[:1], reports):
        with django_assert_num_queries(3):
            concerned_by(some, on=TODAY)
