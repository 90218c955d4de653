"""Two people edit one response, and one of them removes a part of it."""

import pytest

from forces.models import Role
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import (
    AnswerFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.html_form import errors, form_data, with_row
from tests.responses.test_two_editors import Opened, error_at

pytestmark = pytest.mark.django_db

REMOVE_FIRST = {"sections-0-DELETE": "on"}


@pytest.fixture
def response():
    response = ResponseFactory()
    for number, heading in enumerate(("One", "Two", "Three")):
        NarrativeSectionFactory(response=response, order=number, heading=heading)
    return response


@pytest.fixture
def opened(response):
    """Two editors with the page open."""
    change = page(Response, "change", response.pk)
    return [Opened(signed_in(Role.EDITOR, force=response.force), change) for _ in range(2)]


def headings(response):
    return [section.heading for section in response.sections.order_by("order", "pk")]


def test_a_row_that_i_left_alone_stays_removed_and_the_rest_is_saved(response, opened):
    mine, theirs = opened
    assert theirs.save(REMOVE_FIRST).status_code == 302
    mine.data = with_row(mine.data, "sections", heading="Four", body="<p>New</p>")
    assert mine.save({"sections-1-heading": "Mine", "title": "Mine"}).status_code == 302
    assert headings(response) == ["Mine", "Three", "Four"]
    response.refresh_from_db()
    assert response.title == "Mine"


def test_a_row_that_i_changed_is_told_at_its_place_and_saving_again_adds_it(response, opened):
    mine, theirs = opened
    theirs.save(REMOVE_FIRST)
    mine.data = with_row(mine.data, "sections", heading="Four", body="<p>New</p>")
    refused = mine.save({"sections-0-body": "<p>Mine</p>", "sections-2-heading": "Three of mine"})
    assert refused.status_code == 200
    assert "Somebody else removed this section" in error_at(refused, "sections-2-__all__")
    assert errors(refused).count("Somebody else") == 1
    assert "New section #3" in refused.content.decode()
    assert headings(response) == ["Two", "Three"]
    shown = {name: mine.data[f"sections-2-{name}"] for name in ("heading", "body", "order")}
    assert shown == {"heading": "One", "body": "<p>Mine</p>", "order": "0"}
    assert mine.save().status_code == 302
    assert headings(response) == ["One", "Two", "Three of mine", "Four"]
    assert response.sections.get(heading="One").body == "<p>Mine</p>"


def test_a_page_refused_for_another_reason_leaves_out_what_is_gone(response, opened):
    mine, theirs = opened
    theirs.save(REMOVE_FIRST)
    refused = mine.save({"published_on_date": "nonsense", "sections-2-heading": "Mine"})
    assert "Somebody else" not in errors(refused)
    assert mine.data["sections-TOTAL_FORMS"] == mine.data["sections-INITIAL_FORMS"] == "2"
    assert (mine.data["sections-0-heading"], mine.data["sections-1-heading"]) == ("Two", "Mine")
    assert mine.save({"published_on_date": ""}).status_code == 302
    assert headings(response) == ["Two", "Mine"]


def test_a_row_that_both_removed_is_gone(response, opened):
    mine, theirs = opened
    theirs.save(REMOVE_FIRST)
    assert mine.save(REMOVE_FIRST | {"sections-0-heading": "Mine"}).status_code == 302
    assert headings(response) == ["Two", "Three"]


def test_a_row_that_a_colleague_changed_is_not_removed_before_i_have_seen_it(response, opened):
    mine, theirs = opened
    theirs.save({"sections-0-body": "<p>Theirs <em>now</em></p>"})
    refused = mine.save(REMOVE_FIRST)
    assert refused.status_code == 200
    assert "Not removed: somebody else changed this" in error_at(refused, "sections-0-__all__")
    said = error_at(refused, "sections-0-body")
    assert "<dt>As it is now</dt><dd><p>Theirs <em>now</em></p></dd>" in said
    assert "What you typed" not in said
    assert not error_at(refused, "sections-0-heading")
    assert mine.data["sections-0-body"] == "<p>Theirs <em>now</em></p>"
    assert "sections-0-DELETE" not in mine.data
    assert headings(response) == ["One", "Two", "Three"]
    assert mine.save(REMOVE_FIRST).status_code == 302
    assert headings(response) == ["Two", "Three"]


def test_what_i_typed_into_a_row_that_i_wanted_to_remove_is_not_lost(opened):
    mine, theirs = opened
    theirs.save({"sections-0-body": "<p>Theirs</p>"})
    refused = mine.save(REMOVE_FIRST | {"sections-0-body": "<p>Mine</p>"})
    said = error_at(refused, "sections-0-body")
    assert "<dd><p>Theirs</p></dd>" in said
    assert "<dd><p>Mine</p></dd>" in said
    assert mine.data["sections-0-body"] == "<p>Mine</p>"


def test_an_answer_that_is_gone_comes_back_with_its_recommendations(response):
    findings = [RecommendationFactory(report=response.report, order=n) for n in range(3)]
    AnswerFactory(response=response, findings=findings[:2])
    change = page(Response, "change", response.pk)
    mine, theirs = [Opened(signed_in(Role.EDITOR, force=response.force), change) for _ in range(2)]
    theirs.save({"answers-0-DELETE": "on"})
    chosen = [str(finding.pk) for finding in findings[1:]]
    refused = mine.save({"answers-0-findings": chosen})
    assert "Somebody else removed this answer" in errors(refused)
    assert mine.data["answers-0-findings"] == chosen
    assert mine.save().status_code == 302
    answer = response.answers.get()
    assert list(answer.findings.order_by("order")) == findings[1:]


def test_a_row_that_did_not_exist_is_taken_for_one_that_was_removed(response, opened):
    mine, _ = opened
    stranger = NarrativeSectionFactory(heading="Not ours")
    for key in (str(stranger.pk), "nonsense", "9" * 40, ""):
        refused = mine.save({"sections-0-id": key, "sections-0-heading": "Mine"})
        assert "Somebody else removed this section" in errors(refused)
        mine.data = form_data(mine.client.get(mine.change))
    stranger.refresh_from_db()
    assert stranger.heading == "Not ours"
    assert headings(response) == ["One", "Two", "Three"]


@pytest.mark.parametrize("count", ["1000000000", "-1", "nonsense", ""])
def test_a_page_with_an_impossible_number_of_rows_changes_nothing(response, opened, count):
    mine, _ = opened
    answer = mine.save({"sections-INITIAL_FORMS": count, "sections-0-id": "nonsense"})
    assert answer.status_code in (200, 302)
    assert headings(response) == ["One", "Two", "Three"]
