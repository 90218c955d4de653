"""Two people rate at once: neither undoes what the other recorded without being told."""

import pytest

from forces.models import Role
from recommendations.models import Assessment, AssessmentChange
from recommendations.partial_dates import parse
from tests.admin_client import page, signed_in
from tests.factories import (
    AssessmentFactory,
    InspectionReportFactory,
    PoliceForceFactory,
    RecommendationFactory,
)
from tests.html_form import form_data

pytestmark = pytest.mark.django_db

LIST = "/admin/recommendations/assessment/"


@pytest.fixture
def ratings():
    force, report = PoliceForceFactory(), InspectionReportFactory()
    findings = [RecommendationFactory(report=report) for _ in range(2)]
    return [AssessmentFactory(force=force, recommendation=finding) for finding in findings]


@pytest.fixture
def clients(ratings):
    """Two editors of the force."""
    return [signed_in(Role.EDITOR, force=ratings[0].force) for _ in range(2)]


def opened(client, address=LIST):
    return form_data(client.get(address)) | {"_save": "Save"}


def save(client, address=LIST, **typed):
    """Open the page, type and save, all at once."""
    return client.post(address, opened(client, address) | typed)


def row(**typed):
    return {f"form-0-{name}": value for name, value in typed.items()}


def standing(rating):
    return Assessment.objects.values_list("rag", "owner", "reason").get(pk=rating.pk)


@pytest.mark.parametrize("before", [None, "amber"])
def test_saving_another_row_of_an_old_list_leaves_what_was_recorded_since(ratings, clients, before):
    first, second = clients
    if before:
        save(first, **row(rag=before))
    old = opened(first)
    save(second, **row(rag="green", owner="Head of Cows", expected_on_date="May 2027"))
    assert first.post(LIST, old | {"form-1-rag": "amber"}).status_code == 302
    assert standing(ratings[0]) == ("green", "Head of Cows", "")
    assert Assessment.objects.get(pk=ratings[0].pk).expected_on == parse("May 2027")
    assert ratings[0].changes.count() == (2 if before else 1)
    assert ratings[0].changes.last().recorded_by == second.user
    assert ratings[1].changes.get().recorded_by == first.user


def test_another_field_of_the_same_row_joins_what_was_recorded_since(ratings, clients):
    first, second = clients
    old = opened(first)
    save(second, **row(rag="green", expected_on_phrase="by harvest"))
    assert first.post(LIST, old | row(owner="Head of Cows")).status_code == 302
    assert standing(ratings[0]) == ("green", "Head of Cows", "")
    assert Assessment.objects.get(pk=ratings[0].pk).expected_on.phrase == "by harvest"


@pytest.mark.parametrize(
    ("theirs", "mine", "at", "now"),
    [
        ({"rag": "green"}, {"rag": "amber"}, "rag", "Green"),
        ({"owner": "Head of Cows"}, {"owner": "Head of Hens"}, "owner", "Head of Cows"),
        (
            {"expected_on_date": "May 2027"},
            {"expected_on_date": "June 2027"},
            "expected_on",
            "May 2027",
        ),
    ],
)
def test_a_field_that_both_changed_is_refused_once_with_what_it_is_now(
    ratings, clients, theirs, mine, at, now
):
    first, second = clients
    old = opened(first)
    save(second, **row(**theirs, reason="Seen by the second."))
    refused = first.post(LIST, old | row(**mine))
    rating_errors = refused.context["cl"].formset.forms[0].errors
    assert list(rating_errors) == [at]
    assert f"<dt>As it is now</dt><dd>{now}</dd>" in str(rating_errors[at])
    assert ratings[0].changes.get().recorded_by == second.user
    shown = form_data(refused)
    for name, typed in mine.items():
        assert shown[f"form-0-{name}"] == typed
    assert shown["form-0-reason"] == "Seen by the second."
    assert first.post(LIST, shown | {"_save": "Save"}).status_code == 302
    last = ratings[0].changes.last()
    assert (last.recorded_by, last.reason) == (first.user, "Seen by the second.")
    assert ratings[0].changes.count() == 2


def test_a_refused_list_begins_with_each_fault_and_the_way_to_it(ratings, clients):
    first, second = clients
    old = opened(first)
    save(second, **row(owner="Head of Cows"))
    refused = first.post(LIST, old | row(owner="Head of Hens") | {"form-1-rag": "red"})
    shown = refused.content.decode()
    assert '<a href="#id_form-0-owner">' in shown
    assert '<a href="#id_form-1-reason">' in shown
    assert (
        f"{ratings[1].summary}: Reason" in shown.split("There is a problem")[1].split("</div>")[0]
    )


def test_a_third_change_before_the_second_try_is_told_too(ratings, clients):
    first, second = clients
    old = opened(first)
    save(second, **row(rag="green"))
    again = form_data(first.post(LIST, old | row(rag="amber"))) | {"_save": "Save"}
    save(second, **row(rag="not_assessed"))
    refused = first.post(LIST, again)
    assert "<dd>Not yet assessed</dd>" in str(refused.context["cl"].formset.forms[0].errors)


def test_what_both_changed_alike_is_no_clash_and_is_recorded_once(ratings, clients):
    first, second = clients
    old = opened(first)
    save(second, **row(rag="green"))
    assert first.post(LIST, old | row(rag="green")).status_code == 302
    assert AssessmentChange.objects.get().recorded_by == second.user


def test_a_row_that_left_the_filtered_list_keeps_its_message_beside_it(ratings, clients):
    first, second = clients
    for rating in ratings:
        save(first, page(Assessment, "change", rating.pk), rag="amber")
    amber = f"{LIST}?rag=amber"
    old = opened(first, amber)
    save(second, **row(rag="green"))
    refused = first.post(amber, old | row(rag="not_assessed"))
    assert [rating.pk for rating in refused.context["cl"].result_list] == [r.pk for r in ratings]
    assert "<dt>As it is now</dt><dd>Green</dd>" in refused.content.decode()


def test_the_page_of_a_rating_holds_to_the_same(ratings, clients):
    first, second = clients
    change = page(Assessment, "change", ratings[0].pk)
    old = opened(first, change)
    save(second, change, rag="green", reviewed_on="2026-05-01", owner="Head of Cows")
    refused = first.post(change, old | {"rag": "amber"})
    rag_errors = refused.context["adminform"].form.errors["rag"]
    assert "<dt>As it is now</dt><dd>Green</dd>" in str(rag_errors)
    assert "<dt>What you typed</dt><dd>Amber</dd>" in str(rag_errors)
    assert form_data(refused)["owner"] == "Head of Cows"
    assert first.post(change, old | {"reason": "Looked at."}).status_code == 302
    assert standing(ratings[0]) == ("green", "Head of Cows", "Looked at.")


@pytest.mark.parametrize("shown", ["", "nonsense", "rag=1&rag=", "1.5"])
def test_a_page_that_does_not_say_what_it_showed_undoes_nothing(ratings, clients, shown):
    first, second = clients
    old = opened(first) | row(shown=shown)
    save(second, **row(rag="green"))
    refused = first.post(LIST, old)
    assert list(refused.context["cl"].formset.forms[0].errors) == ["rag"]
    assert standing(ratings[0])[0] == "green"


def test_the_day_of_which_both_say_it_is_true_is_a_clash_at_its_own_field(ratings, clients):
    first, second = clients
    change = page(Assessment, "change", ratings[0].pk)
    old = opened(first, change)
    save(second, change, owner="Head of Cows", reviewed_on="2026-05-01")
    refused = first.post(change, old | {"reason": "Looked at.", "reviewed_on": "2026-05-02"})
    assert list(refused.context["adminform"].form.errors) == ["reviewed_on"]
    assert "<dt>As it is now</dt><dd>1 May 2026</dd>" in refused.content.decode()


def test_a_list_is_posted_without_saving_by_those_who_only_read(ratings):
    approver = signed_in(Role.APPROVER, force=ratings[0].force)
    assert approver.post(LIST).status_code == 200
