"""The admin as a whole: its front page, its cost in queries, and its security policy."""

import re

import pytest
from django.contrib import admin
from django.test import Client
from django.utils import timezone

from forces.models import CopyAddressee, PoliceForce, Role
from forces.recipients import Recipient
from recommendations.models import Assessment
from responses.models import CoveringLetter, Response
from tests.admin_client import page, signed_in
from tests.factories import (
    AddressingFactory,
    AnswerFactory,
    AssessmentFactory,
    ChiefOfficerCommentsFactory,
    MeetingFactory,
    MembershipFactory,
    NarrativeSectionFactory,
    OfficeHolderFactory,
    OversightFactory,
    ProgressProposalFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db


def add_one_of_everything():
    """Add a row to every list of the admin, each with what its columns show."""
    oversight = OversightFactory()
    OfficeHolderFactory(body=oversight.body)
    OfficeHolderFactory(body=None, force=oversight.force)
    MembershipFactory(force=oversight.force)
    MeetingFactory(force=oversight.force)
    finding = RecommendationFactory()
    AddressingFactory(recommendation=finding)
    ResponseFactory(force=oversight.force, body=oversight.body, report=finding.report)
    published = ResponseFactory(force=oversight.force, body=oversight.body)
    put_through(published, now=timezone.now())
    rating = AssessmentFactory(force=oversight.force, recommendation=finding)
    ProgressProposalFactory(assessment=rating, proposed_by=UserFactory())
    ChiefOfficerCommentsFactory(response__force=oversight.force, response__body=oversight.body)
    CopyAddressee.objects.create(recipient=Recipient.INSPECTORATE)
    CoveringLetter.objects.create(
        recipient=Recipient.INSPECTORATE, body=oversight.body, subject="A copy", text="Enclosed."
    )


@pytest.fixture
def owner():
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    return client


MODELS = sorted(admin.site._registry, key=lambda model: model.__name__)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_list_asks_the_database_as_often_for_three_rows_as_for_one(
    model, owner, django_assert_num_queries, django_assert_max_num_queries
):
    address = page(model, "changelist")
    add_one_of_everything()
    with django_assert_max_num_queries(30) as asked:
        owner.get(address)
    add_one_of_everything()
    add_one_of_everything()
    with django_assert_num_queries(len(asked)):
        shown = owner.get(address)
    assert len(shown.context["cl"].result_list) >= 3


def test_the_front_page_asks_as_often_for_three_drafts_as_for_one(
    owner, django_assert_num_queries, django_assert_max_num_queries
):
    add_one_of_everything()
    # All parts of a response are read for the gaps of its checklist, of all responses at once.
    with django_assert_max_num_queries(40) as asked:
        owner.get("/admin/")
    add_one_of_everything()
    add_one_of_everything()
    with django_assert_num_queries(len(asked)):
        owner.get("/admin/")


def test_a_response_asks_as_often_for_three_parts_as_for_one(
    owner, django_assert_num_queries, django_assert_max_num_queries
):
    response = ResponseFactory()

    def grow():
        finding = RecommendationFactory(report=response.report)
        section = NarrativeSectionFactory(response=response)
        AnswerFactory(response=response, findings=[finding], explained_in=section)

    change = page(Response, "change", response.pk)
    grow()
    owner.get(change)
    with django_assert_max_num_queries(60) as asked:
        owner.get(change)
    grow()
    grow()
    with django_assert_num_queries(len(asked)):
        owner.get(change)


def test_every_list_has_a_search_and_a_sentence_on_the_front_page(owner):
    add_one_of_everything()
    front = owner.get("/admin/").content.decode()
    for model, model_admin in admin.site._registry.items():
        assert model_admin.search_fields, model
        assert model_admin.search_help_text, model
        assert page(model, "changelist") in front


def filters(model):
    """The names in an address by which a list is filtered."""
    for one in admin.site.get_model_admin(model).list_filter:
        yield f"{one}__exact" if isinstance(one, str) else one.parameter_name


@pytest.mark.parametrize("value", ["abc", "", "0", "-1", "1.5", "9" * 30, "1'", "é", "today "])
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_filter_takes_nonsense_for_nothing(model, value, owner):
    add_one_of_everything()
    for name in filters(model):
        answer = owner.get(page(model, "changelist"), {name: value})
        assert answer.status_code in (200, 302), name


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", [Response, Assessment], ids=lambda model: model.__name__)
@pytest.mark.parametrize("view", ["history", "change", "delete"])
def test_a_post_to_any_page_of_a_row_that_is_held_is_answered(model, view, owner):
    row = (ResponseFactory if model is Response else AssessmentFactory)()
    answer = owner.post(page(model, view, row.pk))
    assert answer.status_code in (200, 403)


def test_the_owner_opens_every_list_of_an_empty_register(owner):
    for model in MODELS:
        assert owner.get(page(model, "changelist")).status_code == 200


def test_an_editor_meets_responses_first_and_no_accounts():
    client = signed_in(Role.EDITOR, force=OversightFactory().force)
    headings = list(client.get("/admin/").context["work"])
    assert headings[0] == "Answer the inspectors"
    assert "Accounts" not in headings


def test_the_front_page_shows_ones_own_drafts_with_their_last_day():
    ours = ResponseFactory()
    theirs = ResponseFactory()
    client = signed_in(Role.EDITOR, force=ours.force)
    front = client.get("/admin/")
    assert [one.response for one in front.context["queue"].first] == [ours]
    assert "9 June 2026" in front.content.decode()
    assert theirs.force.short_name not in client.get("/admin/").content.decode()


def test_the_pages_of_apps_lead_to_the_front_page(owner):
    assert owner.get("/admin/responses/").url == "/admin/"


def test_the_editors_import_map_carries_the_nonce_of_its_policy(owner):
    shown = owner.get(page(Response, "change", ResponseFactory().pk))
    policy = shown.headers["Content-Security-Policy"]
    nonce = re.search(r"'nonce-([^']+)'", policy).group(1)
    import_map = re.search(r"<script[^>]*importmap[^>]*>", shown.content.decode()).group()
    assert f'nonce="{nonce}"' in import_map
    assert "unsafe" not in policy


def test_admin_pages_have_no_inline_style_but_the_brands(owner):
    for address in ("/admin/", page(PoliceForce, "changelist"), page(PoliceForce, "add")):
        shown = owner.get(address).content.decode()
        assert shown.count("<style") == 1
        assert " style=" not in shown
