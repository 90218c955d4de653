"""An address that a force or a report had leads on for ever, with all that is below it."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forces.models import FormerForceAddress, PoliceForce
from recommendations.models import FormerReportAddress, InspectionReport
from responses.models import RenderedPage
from responses.searching import SearchForm, choices, find
from responses.services import derive_of
from tests.admin_client import page
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    MembershipFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.html_form import form_data

from .publishing import publish_again, put_through

pytestmark = pytest.mark.django_db


def renamed(row, slug):
    row.slug = slug
    row.save()
    return row


@pytest.fixture
def publication():
    """Two versions of a response of Ambridge to the report on lanes, with one finding rated."""
    draft = ResponseFactory(
        force__slug="ambridge", force__short_name="Ambridge", report__slug="lanes"
    )
    finding = RecommendationFactory(report=draft.report, label="1", subject="Ponds")
    AssessmentFactory(force=draft.force, recommendation=finding, rag="amber")
    AnswerFactory(response=draft, findings=[finding], action="<p>We dug a pond.</p>")
    return publish_again(put_through(draft))


BELOW = (
    *("", "feed.atom", "lanes/", "lanes/record/", "lanes/v1/", "lanes/v1/statement/"),
    *("lanes/v2/changes/", "lanes/response.pdf", "lanes/response.csv", "lanes/v1/response.json"),
    *("lanes/v1/record/response.docx", "nowhere/v3/"),
)


@pytest.mark.parametrize("below", BELOW)
def test_all_below_the_address_of_a_force_leads_on(client, publication, below):
    renamed(publication.force, "borsetshire")
    answer = client.get(f"/forces/ambridge/{below}?a=b&c=d%26e")
    assert answer.status_code == 301
    assert answer["Location"] == f"/forces/borsetshire/{below}?a=b&c=d%26e"
    wanted = 404 if "nowhere" in below else 200
    assert client.get(answer["Location"].partition("?")[0]).status_code == wanted


@pytest.mark.parametrize(
    "place",
    [
        *("reports/{}/", "reports/{}/feed.atom", "reports/{}/1/"),
        *("forces/ambridge/{}/", "forces/ambridge/{}/v1/response.xlsx"),
    ],
)
def test_all_below_the_address_of_a_report_leads_on(client, publication, place):
    renamed(publication.report, "roads")
    answer = client.get(f"/{place.format('lanes')}")
    assert (answer.status_code, answer["Location"]) == (301, f"/{place.format('roads')}")
    assert client.get(answer["Location"]).status_code == 200


def test_both_are_led_on_at_once(client, publication):
    renamed(publication.force, "borsetshire")
    renamed(publication.report, "roads")
    answer = client.head("/forces/ambridge/lanes/v1/")
    assert (answer.status_code, answer["Location"]) == (301, "/forces/borsetshire/roads/v1/")
    answer = client.get("/forces/ambridge/roads/v1/")
    assert (answer.status_code, answer["Location"]) == (301, "/forces/borsetshire/roads/v1/")


def test_a_chain_leads_straight_to_its_end_and_a_way_back_is_no_circle(client, publication):
    for slug in ("borsetshire", "felpersham"):
        renamed(publication.force, slug)
    for before in ("ambridge", "borsetshire"):
        assert client.get(f"/forces/{before}/")["Location"] == "/forces/felpersham/"
    renamed(publication.force, "ambridge")
    assert client.get("/forces/ambridge/").status_code == 200
    for before in ("borsetshire", "felpersham"):
        answer = client.get(f"/forces/{before}/")
        assert answer["Location"] == "/forces/ambridge/"
        assert "max-age=0" in answer["Cache-Control"]


def test_what_is_found_asks_nothing_of_former_addresses(client, publication):
    renamed(publication.force, "borsetshire")
    derive_of(publication.force)
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/forces/borsetshire/lanes/").status_code == 200
    assert len(asked) == 1
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/nowhere/").status_code == 404
        assert client.get("/about/").status_code == 200
    assert not [query for query in asked if "former" in query["sql"]]


def test_nothing_but_looking_is_led_on(client, publication):
    renamed(publication.force, "borsetshire")
    assert client.post("/forces/ambridge/").status_code == 405
    assert client.post("/forces/ambridge/lanes/nothing/here/").status_code == 404


@pytest.mark.parametrize(
    ("factory", "kind"),
    [(PoliceForceFactory, FormerForceAddress), (InspectionReportFactory, FormerReportAddress)],
)
def test_an_address_that_leads_on_is_given_to_nobody_else(factory, kind):
    row, other = factory(slug="first"), factory(slug="other")
    renamed(row, "second")
    for taking in (other, factory.build(slug="first")):
        taking.slug = "first"
        with pytest.raises(ValidationError, match="leads there for ever") as refused:
            taking.clean()
        assert "slug" in refused.value.message_dict
        with pytest.raises(ValidationError, match="leads there for ever"):
            taking.save()
    assert [str(one) for one in kind.objects.all()] == ["first"]


def test_only_a_report_on_the_register_leaves_an_address_behind():
    draft = InspectionReportFactory(slug="first", is_listed=False)
    renamed(draft, "second")
    assert not FormerReportAddress.objects.exists()
    InspectionReportFactory(slug="first")


def test_a_save_of_other_fields_leaves_no_address_behind():
    force = PoliceForceFactory(slug="first")
    force.slug = "second"
    force.save(update_fields=["name"])
    assert not FormerForceAddress.objects.exists()
    assert PoliceForce.objects.get().slug == "first"


def keeper_of(client):
    user = UserFactory(is_staff=True)
    MembershipFactory(user=user, role="register_editor", force=None)
    client.force_login(user)
    return client


@pytest.mark.parametrize(("kind", "name"), [(PoliceForce, "force"), (InspectionReport, "report")])
def test_an_editor_changes_an_address_and_reads_why_not(client, publication, kind, name):
    row, keeper = getattr(publication, name), keeper_of(client)
    other = type(row).objects.get(
        pk=PoliceForceFactory().pk if name == "force" else InspectionReportFactory().pk
    )
    before, change = row.slug, page(kind, "change", row.pk)
    data = form_data(keeper.get(change))
    assert keeper.post(change, data | {"slug": "elsewhere"}).status_code == 302
    row.refresh_from_db()
    assert row.slug == "elsewhere"
    kept = RenderedPage.objects.filter(publication=publication, layout="record").get()
    assert b"/elsewhere/" in bytes(kept.plain)
    assert f"/{before}/".encode() not in bytes(kept.plain)
    change = page(kind, "change", other.pk)
    answer = keeper.post(change, form_data(keeper.get(change)) | {"slug": before})
    assert "leads there for ever" in str(answer.context["adminform"].form.errors["slug"])


def text_of(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_pages_know_a_renamed_force_and_report_again(client, publication):
    shown = text_of(client, "/reports/lanes/"), text_of(client, "/reports/lanes/1/")
    renamed(publication.report, "roads")
    renamed(publication.force, "borsetshire")

    def again(text):
        return (
            text.replace("/lanes/", "/roads/")
            .replace("lanes--", "roads--")
            .replace("/ambridge/", "/borsetshire/")
        )

    for path, before in zip(("/reports/roads/", "/reports/roads/1/"), shown, strict=True):
        assert "Amber" in before
        assert text_of(client, path) == again(before)
    page_of_force = text_of(client, "/forces/borsetshire/")
    assert "/forces/borsetshire/roads/#roads--1" in page_of_force
    assert "/ambridge/" not in page_of_force
    assert "/lanes/" not in page_of_force
    changes = text_of(client, "/forces/borsetshire/roads/v2/changes/")
    assert "Nothing that readers see changed" in changes


def test_pages_of_a_response_are_made_anew_whoever_changes_the_address(client, publication):
    renamed(publication.report, "roads")
    shown = text_of(client, "/forces/ambridge/roads/")
    assert 'id="roads--1"' in shown
    assert "/lanes/" not in shown


def test_a_search_leads_to_the_new_place(publication):
    renamed(publication.report, "roads")
    derive_of(publication.report)
    search = SearchForm({"q": "pond", "report": "roads"}, choices())
    assert search.is_valid()
    (hit,) = find(search.search, page=1).hits
    assert hit.passage.get_absolute_url() == "/forces/ambridge/roads/#roads--1"


def test_entries_of_feeds_and_the_hash_of_a_version_stay(client, publication):
    def entries():
        feed = text_of(client, "/feed.atom")
        return [part.partition("</id>")[0] for part in feed.split("<entry>")[1:]]

    def ids():
        return [one.partition("<id>")[2] for one in entries()]

    before, file = ids(), text_of(client, "/forces/ambridge/lanes/v1/response.json")
    renamed(publication.force, "borsetshire")
    renamed(publication.report, "roads")
    assert ids() == before != []
    assert text_of(client, "/forces/borsetshire/roads/v1/response.json") == file
    assert "/forces/borsetshire/roads/" in text_of(client, "/feed.atom")
    call_command("verify_publications")


def test_a_board_page_leads_on_for_those_who_may_read_it(client, publication):
    renamed(publication.force, "borsetshire")
    path = reverse("board", args=["ambridge"])
    assert reverse("account_login") in client.get(path)["Location"]
    user = UserFactory()
    MembershipFactory(user=user, role="board_member", force=publication.force)
    client.force_login(user)
    answer = client.get(f"{path}?at=2026-05-01")
    assert (answer.status_code, answer["Location"]) == (301, "/board/borsetshire/?at=2026-05-01")
    assert client.get(answer["Location"]).status_code == 200


def test_pages_ask_as_often_with_many_former_addresses(client, publication):
    numbers = []
    for slug in ("one", "two", "three"):
        renamed(publication.force, slug)
        with CaptureQueriesContext(connection) as asked:
            text_of(client, "/reports/lanes/")
        numbers.append(len(asked))
    assert len(set(numbers)) == 1


def test_forces_that_are_loaded_again_are_known_by_their_former_addresses():
    call_command("load_forces", verbosity=0)
    number = PoliceForce.objects.count()
    renamed(PoliceForce.found_at("kent"), "kent-police")
    call_command("load_forces", verbosity=0)
    assert PoliceForce.objects.count() == number
    assert PoliceForce.found_at("kent") == PoliceForce.found_at("kent-police")
    assert PoliceForce.found_at("nowhere") is None
