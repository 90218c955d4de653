"""What the register refuses, at the field and in the database, and every shape it holds."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from recommendations.deadlines import Rule
from recommendations.kinds import FindingKind
from recommendations.models import Addressing, Recommendation
from recommendations.partial_dates import PartialDate, parse
from tests.factories import (
    AddresseeFactory,
    AddressingFactory,
    AssessmentFactory,
    InspectionReportFactory,
    PoliceForceFactory,
    RecommendationFactory,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 6, 1)


def errors_of(row):
    with pytest.raises(ValidationError) as raised:
        row.full_clean()
    return raised.value.message_dict


def unsaved(**values):
    return RecommendationFactory.build(report=InspectionReportFactory(), **values)


@pytest.mark.parametrize("label", ["3", "3a", "7.1", "10", ""])
def test_a_printed_number_of_any_shape_is_kept_and_gives_an_address(label):
    finding = unsaved(label=label, ref="")
    finding.full_clean()
    finding.save()
    finding.refresh_from_db()
    assert finding.label == label
    assert finding.ref == (label or "1")


def test_findings_nest_under_a_cause_of_concern():
    cause = RecommendationFactory(kind=FindingKind.CAUSE_OF_CONCERN, label="1", ref="coc-1")
    nested = Recommendation(
        report=cause.report, parent=cause, label="2", subject="Two", text="<p>Two.</p>"
    )
    nested.full_clean()
    assert nested.ref == "coc-1-2"
    assert nested.kind == FindingKind.RECOMMENDATION


def test_the_same_number_twice_under_one_parent_is_refused_at_the_number():
    first = RecommendationFactory(label="3")
    second = Recommendation(report=first.report, label="3", subject="Again", text="<p>Again.</p>")
    assert "already there" in errors_of(second)["label"][0]
    with pytest.raises(IntegrityError), transaction.atomic():
        RecommendationFactory(report=first.report, label="3", ref="3-1")


def test_the_same_number_under_two_parents_or_of_two_kinds_is_fine():
    cause = RecommendationFactory(kind=FindingKind.CAUSE_OF_CONCERN, label="1", ref="coc-1")
    for values in ({"kind": FindingKind.AFI}, {"parent": cause}, {}):
        finding = Recommendation(
            report=cause.report, label="1", subject="One", text="<p>One.</p>", **values
        )
        finding.full_clean()
        finding.save()
    assert set(cause.report.findings.values_list("ref", flat=True)) == {
        "coc-1",
        "afi-1",
        "coc-1-1",
        "1",
    }


def test_the_same_nested_number_is_refused_by_the_database_too():
    cause = RecommendationFactory(kind=FindingKind.CAUSE_OF_CONCERN, label="1", ref="coc-1")
    RecommendationFactory(report=cause.report, parent=cause, label="1", ref="coc-1-1")
    with pytest.raises(IntegrityError), transaction.atomic():
        RecommendationFactory(report=cause.report, parent=cause, label="1", ref="x")


def test_unnumbered_findings_may_stand_side_by_side():
    report = InspectionReportFactory()
    for number in (1, 2):
        finding = Recommendation(report=report, subject=f"{number}", text="<p>Do.</p>")
        finding.full_clean()
        finding.save()
    assert list(report.findings.values_list("ref", flat=True)) == ["1", "2"]


def test_an_unnumbered_finding_leaves_the_printed_numbers_to_the_others():
    report = InspectionReportFactory()
    RecommendationFactory(report=report, label="1", ref="one")
    RecommendationFactory(report=report, label="2", ref="afi-2", kind=FindingKind.AFI)
    assert Recommendation(report=report).new_ref() == "2"
    assert Recommendation(report=report).new_ref(printed=["2"]) == "3"


def test_an_address_on_the_public_register_never_changes():
    finding = RecommendationFactory(label="3")
    finding.label = "3a"
    finding.full_clean()
    assert finding.ref == "3"
    finding.ref = "3a"
    assert "does not change" in errors_of(finding)["ref"][0]


def test_an_address_of_an_unlisted_report_may_still_be_mended():
    finding = RecommendationFactory(report__is_listed=False, label="3")
    finding.ref = "3a"
    finding.full_clean()


def test_nesting_stays_in_one_report_and_never_in_a_ring():
    parent, stranger = RecommendationFactory(), RecommendationFactory()
    child = RecommendationFactory(report=parent.report, parent=parent)
    child.parent = stranger
    assert "same report" in errors_of(child)["parent"][0]
    child.refresh_from_db()
    parent.parent = child
    assert "under itself" in errors_of(parent)["parent"][0]


def test_a_finding_without_an_address_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        RecommendationFactory(ref="")


def test_addressees_are_many_and_inferred_is_a_fact_about_each():
    finding = RecommendationFactory()
    AddressingFactory(recommendation=finding, is_inferred=True, addressee__name="NPCC")
    AddressingFactory(recommendation=finding, addressee__name="Home Office")
    assert [str(a) for a in finding.addressings.all()] == ["NPCC (inferred)", "Home Office"]


def test_an_addressee_stands_once_with_or_without_a_force():
    addressing = AddressingFactory()
    again = Addressing(recommendation=addressing.recommendation, addressee=addressing.addressee)
    errors_of(again)
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()
    Addressing(
        recommendation=addressing.recommendation,
        addressee=addressing.addressee,
        force=PoliceForceFactory(),
    ).full_clean()


def test_addressee_names_are_shown_as_they_are():
    assert str(AddresseeFactory(name="College of Policing")) == "College of Policing"


@pytest.mark.parametrize("rag", ["red", "not_for_force"])
def test_a_rating_that_needs_a_reason_is_refused_without_one(rag):
    rating = AssessmentFactory()
    rating.rag = rag
    rating.reason = "  "
    assert "reason" in errors_of(rating)["reason"][0]
    for reason in ("", "   "):
        rating.reason = reason
        with pytest.raises(IntegrityError), transaction.atomic():
            rating.save()


def test_a_force_has_one_rating_for_a_finding():
    rating = AssessmentFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        AssessmentFactory(force=rating.force, recommendation=rating.recommendation)


@pytest.mark.parametrize("stored", ["15 April 2026", "May 2026", ""])
def test_dates_come_back_as_they_were_given(stored):
    report = InspectionReportFactory(published_on=parse(stored))
    report.refresh_from_db()
    assert report.published_on == parse(stored)


def test_a_due_phrase_is_kept_with_or_without_a_date():
    finding = RecommendationFactory(due_on=PartialDate(2024, 1, phrase="by January 2024"))
    finding.refresh_from_db()
    assert finding.due_on.phrase == "by January 2024"
    finding.due_on = PartialDate(phrase="immediately")
    finding.save()
    finding.refresh_from_db()
    assert str(finding.due_on) == "immediately"


def test_a_report_has_the_deadline_of_its_kind_unless_a_reason_is_given():
    report = InspectionReportFactory(kind="super_complaint")
    assert report.deadline_rule == Rule.OWN_DATE
    assert InspectionReportFactory(kind="peel").deadline_rule == Rule.SECTION_55
    report.deadline_override = Rule.NONE
    assert "Say why" in errors_of(report)["deadline_reason"][0]
    with pytest.raises(IntegrityError), transaction.atomic():
        report.save()
    report.deadline_reason = "The Home Office asked for no answer."
    report.full_clean()
    assert report.deadline_rule == Rule.NONE


def test_a_report_concerns_all_forces_or_those_it_names():
    named, other = PoliceForceFactory(), PoliceForceFactory()
    report = InspectionReportFactory(scope="named_forces")
    report.forces.add(named)
    assert report.concerns(named, on=TODAY)
    assert not report.concerns(other, on=TODAY)
    assert InspectionReportFactory().concerns(other, on=TODAY)


def test_a_listed_report_keeps_its_place():
    report = InspectionReportFactory()
    report.is_listed = False
    assert "stays" in errors_of(report)["is_listed"][0]


def test_a_report_may_follow_an_earlier_one_but_not_itself():
    earlier = InspectionReportFactory()
    report = InspectionReportFactory(follows=earlier)
    report.full_clean()
    report.follows = report
    assert "itself" in errors_of(report)["follows"][0]
