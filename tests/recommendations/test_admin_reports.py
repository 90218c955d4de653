"""Register editors enter reports with their findings; offices read them."""

import re

import pytest

from forces.models import Role
from recommendations.models import Addressee, InspectionReport, Recommendation
from tests.admin_client import page, signed_in
from tests.factories import (
    AddresseeFactory,
    AddressingFactory,
    AssessmentFactory,
    InspectionReportFactory,
    PoliceForceFactory,
    RecommendationFactory,
)
from tests.html_form import errors, form_data, with_row

pytestmark = pytest.mark.django_db

NEW = {"title": "On lanes", "short_title": "Lanes", "slug": "lanes", "kind": "thematic"}


@pytest.fixture
def keeper():
    return signed_in(Role.REGISTER_EDITOR)


def finding(label="", kind="recommendation", **fields):
    words = {"subject": f"Subject {label}", "text": f"<p>Do {label or 'it'}.</p>"}
    return {"label": label, "kind": kind} | words | fields


def test_a_report_and_its_findings_are_entered_together(keeper):
    add = page(InspectionReport, "add")
    data = form_data(keeper.get(add)) | NEW
    for row in (finding("1"), finding("3a"), finding(kind="afi"), finding(kind="afi")):
        data = with_row(data, "findings", **row)
    answer = keeper.post(add, data)
    assert answer.status_code == 302, errors(answer)
    report = InspectionReport.objects.get()
    refs = report.findings.order_by("order").values_list("ref", flat=True)
    assert list(refs) == ["1", "3a", "afi-1", "afi-2"]


def test_the_forces_stand_in_the_order_of_the_names_that_are_shown(keeper):
    PoliceForceFactory(name="Bedford Barge Police", short_name="ABP")
    PoliceForceFactory(name="Aldbury Constabulary", short_name="Zebra")
    form = keeper.get(page(InspectionReport, "add")).context["adminform"].form
    shown = [str(label) for _, label in form.fields["forces"].choices]
    assert shown == ["Aldbury Constabulary", "Bedford Barge Police"]


def test_an_unnumbered_finding_entered_first_leaves_the_printed_number_to_the_next(keeper):
    add = page(InspectionReport, "add")
    data = form_data(keeper.get(add)) | NEW
    for row in (finding(), finding("1"), finding("2", kind="afi")):
        data = with_row(data, "findings", **row)
    assert keeper.post(add, data).status_code == 302
    report = InspectionReport.objects.get()
    refs = report.findings.order_by("order").values_list("ref", flat=True)
    assert list(refs) == ["2", "1", "afi-2"]


def test_a_finding_is_nested_under_one_of_its_own_report(keeper):
    concern = RecommendationFactory(kind="cause_of_concern", label="1", ref="coc-1")
    stranger = RecommendationFactory(subject="Of another report")
    change = page(InspectionReport, "change", concern.report_id)
    got = keeper.get(change)
    assert stranger.subject not in got.content.decode()
    data = with_row(form_data(got), "findings", **finding("2", parent=concern.pk))
    assert keeper.post(change, data).status_code == 302
    assert concern.children.get().ref == "coc-1-2"


def test_the_same_number_twice_in_one_go_is_refused_at_its_field(keeper):
    add = page(InspectionReport, "add")
    data = form_data(keeper.get(add)) | NEW
    for row in (finding("1"), finding("1", kind="afi"), finding("1")):
        data = with_row(data, "findings", **row)
    answer = keeper.post(add, data)
    forms = answer.context["inline_admin_formsets"][0].formset.forms
    assert ["label" in form.errors for form in forms[:3]] == [False, False, True]
    assert not InspectionReport.objects.exists()


def test_a_number_that_is_there_already_is_refused_at_its_field(keeper):
    there = RecommendationFactory(label="4", ref="4")
    change = page(InspectionReport, "change", there.report_id)
    data = with_row(form_data(keeper.get(change)), "findings", **finding("4"))
    answer = keeper.post(change, data)
    assert "already there" in errors(answer)
    assert Recommendation.objects.count() == 1


def test_two_findings_of_a_report_can_change_places(keeper):
    report = InspectionReportFactory()
    first, second = (RecommendationFactory(report=report, order=n) for n in (1, 2))
    change = page(InspectionReport, "change", report.pk)
    data = form_data(keeper.get(change)) | {"findings-0-order": "2", "findings-1-order": "1"}
    assert keeper.post(change, data).status_code == 302
    assert list(report.findings.order_by("order")) == [second, first]


def test_on_the_public_register_addresses_of_findings_are_only_read(keeper):
    listed = RecommendationFactory(report__is_listed=True)
    unlisted = RecommendationFactory(report__is_listed=False)
    for row, kept in ((listed, True), (unlisted, False)):
        assert ("ref" not in form_data(keeper.get(page(Recommendation, "change", row.pk)))) is kept


def test_what_is_on_the_public_register_is_not_removed(keeper):
    listed = RecommendationFactory(report__is_listed=True)
    for row in (listed, listed.report):
        path = page(type(row), "delete", row.pk)
        assert path not in keeper.get(page(type(row), "change", row.pk)).content.decode()
        assert keeper.post(path, {"post": "yes"}).status_code == 403
        chosen = {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"}
        keeper.post(page(type(row), "changelist"), chosen)
    change = page(InspectionReport, "change", listed.report_id)
    keeper.post(change, form_data(keeper.get(change)) | {"findings-0-DELETE": "on"})
    assert Recommendation.objects.get().report == listed.report


def test_what_is_not_on_the_register_yet_can_be_removed(keeper):
    unlisted = RecommendationFactory(report__is_listed=False)
    for row in (unlisted, unlisted.report):
        path = page(type(row), "delete", row.pk)
        assert path in keeper.get(page(type(row), "change", row.pk)).content.decode()
        assert keeper.post(path, {"post": "yes"}).status_code == 302
    assert not InspectionReport.objects.exists()


def test_addressees_are_entered_on_the_page_of_the_finding(keeper):
    row = RecommendationFactory()
    college = AddresseeFactory(name="College of Milking")
    change = page(Recommendation, "change", row.pk)
    data = with_row(
        form_data(keeper.get(change)), "addressings", addressee=college.pk, is_inferred="on"
    )
    assert keeper.post(change, data).status_code == 302
    assert str(row.addressings.get()) == "College of Milking (inferred)"
    shown = keeper.get(page(InspectionReport, "change", row.report_id)).content.decode()
    assert "College of Milking (inferred)" in shown


def test_the_same_addressee_twice_is_refused_with_a_message(keeper):
    row = RecommendationFactory()
    college = AddresseeFactory()
    change = page(Recommendation, "change", row.pk)
    data = form_data(keeper.get(change))
    for _ in range(2):
        data = with_row(data, "addressings", addressee=college.pk)
    answer = keeper.post(change, data)
    assert "stands here twice" in errors(answer)
    assert not row.addressings.exists()


def test_a_new_finding_gets_a_rating_where_a_force_has_begun_to_rate(keeper):
    rating = AssessmentFactory()
    report = rating.recommendation.report
    change = page(InspectionReport, "change", report.pk)
    data = with_row(form_data(keeper.get(change)), "findings", **finding("99z"))
    assert keeper.post(change, data).status_code == 302
    assert rating.force.assessments.filter(recommendation__label="99z").exists()


def test_another_deadline_without_its_reason_is_refused_at_its_field(keeper):
    add = page(InspectionReport, "add")
    data = form_data(keeper.get(add)) | NEW | {"deadline_override": "none"}
    answer = keeper.post(add, data)
    assert "deadline_reason" in answer.context["adminform"].form.errors


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER, Role.LIAISON])
def test_offices_and_forces_read_reports_and_change_nothing(role):
    row = RecommendationFactory(text="<p>Mend the <strong>gate</strong>.</p>")
    addressee = AddressingFactory(recommendation=row).addressee
    client = signed_in(role, force=PoliceForceFactory())
    for model, pk, words in (
        (InspectionReport, row.report_id, "Mend the <strong>gate</strong>."),
        (Recommendation, row.pk, "Mend the <strong>gate</strong>."),
        (Addressee, addressee.pk, addressee.name),
    ):
        change = page(model, "change", pk)
        shown = client.get(change).content.decode()
        assert words in shown
        assert "_save" not in shown
        assert client.post(change, {"title": "Mine"}).status_code == 403
        assert client.get(page(model, "add")).status_code == 403
        assert client.post(page(model, "delete", pk), {"post": "yes"}).status_code == 403


def read_under(name, answer):
    """Return what stands as read only under the field `name`, on the page or in its rows."""
    rest = re.split(rf"[ \"]field-{name}[ \"]", answer.content.decode())[-1]
    return re.search(r'<div class="readonly">(.*?)</div>', rest, re.DOTALL)[1]


def test_yes_and_no_stand_in_words_where_they_are_only_read(keeper):
    row = RecommendationFactory(is_accelerated=True, report__is_listed=True)
    AddressingFactory(recommendation=row, is_inferred=False)
    editor = signed_in(Role.EDITOR, force=PoliceForceFactory())
    report = editor.get(page(InspectionReport, "change", row.report_id))
    finding = editor.get(page(Recommendation, "change", row.pk))
    kept = keeper.get(page(InspectionReport, "change", row.report_id))
    assert read_under("is_accelerated", finding) == "Yes"
    assert read_under("is_accelerated", report) == "Yes"
    assert read_under("is_inferred", finding) == "No"
    for shown in (report, kept):
        assert read_under("is_listed", shown) == "Yes"
    for shown in (report, finding, kept):
        assert "img/icon-" not in shown.content.decode()


@pytest.mark.parametrize("role", [Role.BOARD_MEMBER, None])
def test_other_roles_get_no_page_of_the_register(role):
    row = RecommendationFactory()
    client = signed_in(*([role] if role else []), force=PoliceForceFactory())
    for path in (
        page(InspectionReport, "changelist"),
        page(InspectionReport, "change", row.report_id),
        page(Recommendation, "change", row.pk),
    ):
        assert client.get(path).status_code == 403
    assert "Nothing here is open to you yet" in client.get("/admin/").content.decode()


@pytest.mark.parametrize("is_demonstration", [True, False])
def test_what_is_entered_in_a_demonstration_is_part_of_it(settings, is_demonstration):
    settings.DEMONSTRATION = is_demonstration
    form = signed_in(Role.REGISTER_EDITOR).get(page(InspectionReport, "add"))
    assert form.context["adminform"].form["is_demonstration"].value() is is_demonstration


def test_a_ring_made_in_one_submission_is_refused_at_the_field():
    report = InspectionReportFactory(is_listed=False)
    first, second = (RecommendationFactory(report=report) for _ in range(2))
    client = signed_in(Role.REGISTER_EDITOR)
    change = page(InspectionReport, "change", report.pk)
    data = form_data(client.get(change))
    data |= {"findings-0-parent": second.pk, "findings-1-parent": first.pk}
    assert "nested under itself" in errors(client.post(change, data))


def test_a_mistyped_year_of_a_deadline_is_refused():
    report = InspectionReportFactory()
    client = signed_in(Role.REGISTER_EDITOR)
    change = page(InspectionReport, "change", report.pk)
    typed = {"deadline_on": "1700-01-01", "deadline_override": "own_date", "deadline_reason": "x"}
    answer = client.post(change, form_data(client.get(change)) | typed)
    assert "No document here is of the year" in errors(answer)


def test_a_blank_choice_says_what_it_means(keeper):
    shown = keeper.get(page(InspectionReport, "add")).content.decode()
    kinds = shown.split('<select name="kind"')[1].split("</select>")[0]
    assert ">Choose</option>" in kinds
    earlier = shown.split('<select name="follows"')[1].split("</select>")[0]
    assert ">Not set</option>" in earlier
    assert "-----" not in shown


def test_faults_of_new_findings_name_them_by_the_number_that_the_page_gives_them(keeper):
    add = page(InspectionReport, "add")
    data = form_data(keeper.get(add)) | NEW
    for row in (finding("1", text=""), finding("2"), finding("3", text="")):
        data = with_row(data, "findings", **row)
    answer = keeper.post(add, data)
    told = [fault.words for fault in answer.context["faults"]]
    assert [words.split(":")[0] for words in told] == ["New finding #1", "New finding #3"]
    shown = answer.content.decode()
    assert all(f">{name}<" in shown for name in ("New finding #1", "New finding #3"))


def test_the_address_of_a_finding_is_left_to_its_own_page(keeper):
    report = RecommendationFactory().report
    shown = keeper.get(page(InspectionReport, "change", report.pk)).content.decode()
    assert "field-ref" not in shown
    finding_page = page(Recommendation, "change", report.findings.get().pk)
    assert "field-ref" in keeper.get(finding_page).content.decode()
