"""The bytes of pages are a cache: made with each change, made anew for each frame of the site."""

import datetime
import re

import pytest
from django.conf import settings as project
from django.core.management import call_command

from responses.models import Dispatch, Publication, RenderedPage, Response, Withdrawal
from responses.pages import kept, rendering
from responses.pages.renderer import FOLDERS, STATIC, renderer, renderer_at
from responses.publishing.addresses_of_today import Moves
from responses.services import publish, record_dispatch, withdraw
from responses.workflow import Status
from tests.factories import ResponseFactory

from .publishing import (
    NOW,
    address,
    make_approved,
    publish_again,
    publish_response,
    version_address,
    words,
)

pytestmark = pytest.mark.django_db
HASHES = ("number", "payload", "sha256", "chain_sha256", "published_at")


def frame_of(publication):
    return renderer_at(publication.force.slug, publication.report.slug)


def pages():
    return {
        (page.publication_id, page.layout): bytes(page.plain)
        for page in RenderedPage.objects.order_by("pk")
    }


def hashes():
    return list(Publication.objects.order_by("pk").values_list(*HASHES))


def render_all():
    call_command("render_publications", verbosity=0)


def test_publishing_keeps_a_page_in_each_layout_and_says_which_is_chosen():
    publication = publish_response(layout="record")
    rows = RenderedPage.objects.filter(publication=publication, status=200)
    rows = rows.filter(renderer=frame_of(publication))
    chosen = dict(rows.values_list("layout", "is_chosen"))
    assert chosen == {"statement": False, "record": True}


def test_every_version_is_rendered_when_one_is_added():
    first = publish_response()
    before = pages()
    second = publish_again(first)
    third = publish_again(second)
    after = pages()
    assert len(after) == 6
    for layout in ("statement", "record"):
        assert after[first.pk, layout] != before[first.pk, layout]
        for version in (first, second):
            assert b"is superseded." in after[version.pk, layout]
            assert b"Version 3, published here" in after[version.pk, layout]
        assert b"is superseded." not in after[third.pk, layout]


def test_another_response_is_left_alone():
    other = publish_response()
    before = list(RenderedPage.objects.values_list("pk", "entity_tag"))
    publish_again(publish_response())
    of_other = RenderedPage.objects.filter(publication=other)
    assert list(of_other.values_list("pk", "entity_tag")) == before


@pytest.mark.parametrize("what", ["publish", "withdraw", "dispatch"])
def test_nothing_happens_by_halves_where_a_page_cannot_be_made(monkeypatch, what):
    publication = publish_response()
    approved = make_approved(ResponseFactory())
    before = pages()

    def fail(*args, **kwargs):
        raise RuntimeError("no page today")

    monkeypatch.setattr(rendering, "render_to_string", fail)
    attempts = {
        "publish": lambda: publish(response=approved, by=None, now=NOW),
        "withdraw": lambda: withdraw(publication=publication, by=None, now=NOW, reason="Wrong."),
        "dispatch": lambda: record_dispatch(
            publication=publication, by=None, now=NOW, recipient="inspectorate", sent_on=NOW.date()
        ),
    }
    with pytest.raises(RuntimeError, match="no page today"):
        attempts[what]()
    assert Publication.objects.get() == publication
    assert Response.objects.get(pk=approved.pk).status == Status.APPROVED
    assert not Withdrawal.objects.exists()
    assert not Dispatch.objects.exists()
    assert pages() == before


def test_another_frame_makes_other_bytes_and_leaves_every_hash(client, settings):
    first = publish_response()
    publish_again(first)
    withdraw(publication=first, by=None, now=NOW, reason="Wrong.")
    publish_response()
    hashes_before, before = hashes(), pages()
    payload = {row.pk: row.payload for row in Publication.objects.all()}
    settings.SITE_NAME = "The Register of Borsetshire"
    render_all()
    assert pages().keys() == before.keys()
    for key, plain in pages().items():
        assert plain != before[key]
        assert b"The Register of Borsetshire" in plain
    assert hashes() == hashes_before
    assert {row.pk: row.payload for row in Publication.objects.all()} == payload
    frames = set(RenderedPage.objects.values_list("renderer", flat=True))
    assert frames == {frame_of(one) for one in Publication.objects.all()}
    call_command("verify_publications", verbosity=0)


def test_rendering_again_in_the_same_frame_changes_no_byte():
    publish_again(publish_response())
    before = pages()
    render_all()
    assert pages() == before


@pytest.mark.parametrize(
    "change",
    [
        {"SITE_NAME": "Another"},
        {"SITE_ADDRESS": "https://answers.example"},
        {"BRAND_STYLE": ":root{--brand:#000000}"},
        {"DEMONSTRATION": True},
        {"TIME_ZONE": "UTC"},
        {"STATIC_URL": "/assets/"},
    ],
)
def test_a_page_of_another_frame_is_not_sent(client, settings, change):
    publication = publish_response()
    before = renderer()
    for name, value in change.items():
        setattr(settings, name, value)
    assert renderer() != before
    RenderedPage.objects.update(plain=b"old")
    assert "Version 1" in words(client.get(address(publication)))
    render_all()
    assert RenderedPage.objects.filter(renderer=frame_of(publication)).count() == 2


def test_a_process_of_the_old_frame_leaves_no_page_that_another_has_overtaken(client, settings):
    """Two processes during a deployment: each publishes, and neither shows what is past."""
    first, name = publish_response(), settings.SITE_NAME
    settings.SITE_NAME = "The new frame"
    publish_again(first)
    settings.SITE_NAME = name
    assert "<span>Version 2 " in words(client.get(address(first)))
    assert "is superseded" in words(client.get(version_address(first)))


def test_the_frame_is_all_code_and_templates_and_what_these_link_to_by_name():
    base = (project.BASE_DIR / "templates" / "base.html").read_text("utf-8")
    assert set(re.findall(r"{% static '([^']+)' %}", base)) == set(STATIC)
    apps = {"config", "forces", "recommendations", "responses"}
    assert set(FOLDERS) == apps | {"templates"}


def test_no_page_is_made_of_the_reader_or_the_moment(monkeypatch):
    publication = publish_response()
    siblings = list(Publication.objects.all())
    (now,) = rendering.render(publication, siblings, [None], Moves())
    later = NOW + datetime.timedelta(days=400)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    (then,) = rendering.render(publication, siblings, [None], Moves())
    assert now == then


def test_the_command_says_how_much_it_did(capsys):
    publish_again(publish_response())
    publish_response()
    ResponseFactory()
    RenderedPage.objects.all().delete()
    call_command("render_publications")
    assert capsys.readouterr().out == "Rendered 6 pages of 2 responses.\n"
    assert len(pages()) == 6


def test_keeping_asks_the_database_no_more_for_each_layout(django_assert_num_queries):
    publication = publish_response()
    with django_assert_num_queries(5):
        kept.keep(publication.response)
