"""The short cut to kept pages: which addresses it takes, and what it finds."""

import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve

from responses.models import Publication, RenderedPage
from responses.pages.renderer import renderer_at
from responses.services import withdraw
from responses.views.public.records import ADDRESS

from .publishing import NOW, address, publish_again, publish_response

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    return publish_response()


@pytest.mark.parametrize(
    "path",
    [
        "/forces/a-b/c-1/",
        "/forces/a-b/c-1/record/",
        "/forces/a-b/c-1/statement/",
        "/forces/a-b/c-1/v1/",
        "/forces/a_B/C-1/v999999/record/",
        "/forces/a/v2/",
        "/forces/a/v2/v3/",
        "/forces/a/record/",
    ],
)
def test_the_short_cut_reads_an_address_as_the_site_does(path):
    place, match = ADDRESS.fullmatch(path).groupdict(), resolve(path)
    number = place["number"] and int(place["number"])
    assert match.url_name in ("response", "response_layout", "version", "version_layout")
    found = {key: value for key, value in (place | {"number": number}).items() if value}
    assert found == match.kwargs


@pytest.mark.parametrize(
    "path",
    [
        "/forces/",
        "/forces/a/",
        "/forces/a/b",
        "/forces/a/b/v0/",
        "/forces/a/b/v01/",
        "/forces/a/b/v1000000/",
        "/forces/a/b/v1/changes/",
        "/forces/a/b/response.pdf",
        "/forces/a/b/poster/",
        "/forces/a/b/\n",
        "/forces/é/b/",
        "/reports/a/b/",
    ],
)
def test_the_short_cut_leaves_every_other_address_alone(path):
    assert ADDRESS.fullmatch(path) is None
    try:
        name = resolve(path).url_name
    except Resolver404:
        return
    assert name not in ("response", "response_layout", "version", "version_layout")


def by_the_orm(*, force, report, layout, number, renderer, field, held):
    there = Publication.objects.filter(
        force__slug=force, report__slug=report, report__is_listed=True
    )
    there = there.filter(number=number) if number else there.newest_of_each()
    pages = RenderedPage.objects.filter(publication__in=there, renderer=renderer)
    page = (pages.filter(layout=layout) if layout else pages.filter(is_chosen=True)).first()
    if page is None:
        return None
    content = bytes(getattr(page, field))
    is_held = page.entity_tag == held and page.status == 200
    return page.status, page.entity_tag, None if is_held else content


def test_the_written_query_finds_what_the_orm_does(publication):
    second = publish_again(publication)
    other = publish_response()
    withdraw(publication=other, by=None, now=NOW, reason="Wrong.")
    unlisted = publish_response()
    unlisted.report.is_listed = False
    unlisted.report.save()
    tags = ["", *RenderedPage.objects.values_list("entity_tag", flat=True)[:2]]
    choices = itertools.product(
        [second, other, unlisted],
        [None, "statement", "record", "poster"],
        [None, 1, 2, 3],
        ["own", "another"],
        ["plain", "gzip", "brotli"],
        tags,
    )
    found = 0
    for row, layout, number, frame, field, held in choices:
        asked = {"force": row.force.slug, "report": row.report.slug, "layout": layout}
        frame = renderer_at(row.force.slug, row.report.slug) if frame == "own" else frame
        asked |= {"number": number, "renderer": frame, "field": field, "held": held}
        expected, got = by_the_orm(**asked), RenderedPage.objects.all().at(**asked)
        assert (got and (*got[:2], got[2] and bytes(got[2]))) == expected
        found += expected is not None
    assert found > 50


def test_a_host_that_is_not_ours_is_refused_before_anything_is_read(client, publication):
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address(publication), HTTP_HOST="elsewhere.example")
    assert response.status_code == 400
    assert not asked


def test_every_security_header_is_sent_with_a_kept_page_and_with_a_304(client, publication):
    names = ("Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options")
    names += ("Referrer-Policy", "Cross-Origin-Opener-Policy")
    whole = client.get(address(publication))
    held = client.get(address(publication), headers={"if-none-match": whole["ETag"]})
    for name in names:
        assert whole[name] == held[name] == client.get("/about/")[name], name
