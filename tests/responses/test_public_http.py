"""How the page of a response is sent: one query, no write, and as HTTP has it."""

import gzip

import brotli
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from responses.models import RenderedPage
from tests.factories import RecommendationFactory

from .publishing import address, publish_again, publish_response, version_address, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    return publish_response()


def ask(client, path, *, method="get", **headers):
    return getattr(client, method)(path, headers=headers)


def test_each_address_costs_one_query_and_writes_nothing(client, publication):
    second = publish_again(publication)
    for path in (
        address(second),
        address(second, "record"),
        version_address(publication),
        version_address(publication, "record"),
        version_address(second),
    ):
        for headers in ({}, {"accept-encoding": "br"}, {"if-none-match": "*"}):
            with CaptureQueriesContext(connection) as asked:
                response = ask(client, path, **headers)
            assert response.status_code == (304 if "if-none-match" in headers else 200)
            assert len(asked) == 1, path
            assert asked[0]["sql"].startswith("SELECT"), path


def test_a_page_that_is_not_kept_is_made_without_a_write_and_is_the_same(client, publication):
    RecommendationFactory(report=publication.report)
    second = publish_again(publication)
    paths = [address(second), version_address(publication, "record"), version_address(second)]
    codings = ("identity", "gzip", "br")
    kept = [ask(client, path, **{"accept-encoding": c}) for path in paths for c in codings]
    RenderedPage.objects.all().delete()
    with CaptureQueriesContext(connection) as asked:
        made = [ask(client, path, **{"accept-encoding": c}) for path in paths for c in codings]
    assert [one.content for one in made] == [one.content for one in kept]
    assert [one.headers for one in made] == [one.headers for one in kept]
    assert all(query["sql"].lstrip("(").startswith("SELECT") for query in asked)
    assert not RenderedPage.objects.exists()


def test_what_is_sent_says_how_it_may_be_kept_and_sets_no_cookie(client, publication):
    response = client.get(address(publication))
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60, must-revalidate"
    assert response["Vary"] == "Accept-Encoding"
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert response["Content-Length"] == str(len(response.content))
    assert "Content-Encoding" not in response
    assert not response.cookies


def test_who_is_signed_in_gets_the_same_bytes(client, admin_client, publication):
    for path in (address(publication), version_address(publication)):
        own = admin_client.get(path)
        assert own.content == client.get(path).content
        assert own["Vary"] == "Accept-Encoding"
        assert not own.cookies


def test_each_coding_is_sent_with_its_own_strong_tag(client, publication):
    plain = client.get(address(publication))
    packed = ask(client, address(publication), **{"accept-encoding": "gzip"})
    smallest = ask(client, address(publication), **{"accept-encoding": "gzip, br"})
    assert gzip.decompress(packed.content) == plain.content
    assert brotli.decompress(smallest.content) == plain.content
    assert (packed["Content-Encoding"], smallest["Content-Encoding"]) == ("gzip", "br")
    for response in (packed, smallest):
        assert response["Content-Length"] == str(len(response.content))
        assert response["Vary"] == "Accept-Encoding"
    tags = [one["ETag"] for one in (plain, packed, smallest)]
    assert len(set(tags)) == 3
    assert not any(tag.startswith("W/") for tag in tags)


def test_a_reader_who_holds_the_page_is_not_sent_it_again(client, publication):
    path = address(publication)
    for coding in ("identity", "br"):
        whole = ask(client, path, **{"accept-encoding": coding})
        tag = whole["ETag"]
        for held in (tag, f"W/{tag}", f'"other", {tag}', f'W/"other" , W/{tag}', "*"):
            response = ask(client, path, **{"accept-encoding": coding, "if-none-match": held})
            assert response.status_code == 304, held
            assert response.content == b""
            assert "Content-Encoding" not in response
            assert "Content-Length" not in response
            for name in ("ETag", "Cache-Control", "Vary"):
                assert response[name] == whole[name], name


def test_a_reader_who_holds_another_page_is_sent_this_one(client, publication):
    path = address(publication)
    packed = ask(client, path, **{"accept-encoding": "br"})
    for held in ('"other"', packed["ETag"].strip('"'), packed["ETag"], "nonsense", ""):
        response = ask(client, path, **{"if-none-match": held})
        assert response.status_code == 200, held
        assert response.content
    publish_again(publication)
    again = ask(client, path, **{"accept-encoding": "br", "if-none-match": packed["ETag"]})
    assert again.status_code == 200


def test_head_says_what_get_would_and_sends_nothing(client, publication):
    for coding in ("identity", "br"):
        got = ask(client, address(publication), **{"accept-encoding": coding})
        head = ask(client, address(publication), method="head", **{"accept-encoding": coding})
        assert head.status_code == 200
        assert head.content == b""
        assert head.headers == got.headers
        tag = {"accept-encoding": coding, "if-none-match": got["ETag"]}
        assert ask(client, address(publication), method="head", **tag).status_code == 304


def test_it_is_only_read(client, publication):
    for path in (address(publication), version_address(publication, "record")):
        for method in ("post", "put", "patch", "delete"):
            assert ask(client, path, method=method).status_code == 405, method
    assert "Version 1" in words(client.get(address(publication)))
