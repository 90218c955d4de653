"""What readers get behind the shipped nginx: kept pages, as they are, and none that is old."""

import http.client
import time

import pytest

from responses.views.public import answering, records
from tests.deploy import nginx
from tests.responses.publishing import address, publish_again, publish_response


@pytest.fixture
def publication(transactional_db):
    nginx.needed()
    return publish_response()


@pytest.fixture
def ask(publication, live_server, tmp_path):
    """A way to ask nginx: ask(path, header=value) returns (answer, body)."""
    process, port = nginx.run(live_server.url.removeprefix("http://"), tmp_path)

    def ask(path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=named)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    yield ask
    process.terminate()
    process.wait(timeout=30)


@pytest.fixture
def asked(monkeypatch):
    """The paths of responses that reach the register itself, in their order."""
    paths = []
    plain = records.answer

    def counting(request, *args, **kwargs):
        paths.append(request.path)
        return plain(request, *args, **kwargs)

    monkeypatch.setattr(records, "answer", counting)
    return paths


def test_a_page_is_asked_of_the_register_once_for_each_coding(ask, asked, publication):
    place = address(publication)
    for wished in ("br", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8"):
        answer, _ = ask(place, Accept_Encoding=wished)
        assert (answer.status, answer.headers["Content-Encoding"]) == (200, "br")
    assert asked == [place]
    for wished, coding in (("gzip", "gzip"), ("br;q=0, gzip", None), ("zstd", None), ("", None)):
        answer, _ = ask(place, Accept_Encoding=wished)
        assert answer.headers["Content-Encoding"] == coding, wished
    assert asked == [place] * 3


def test_it_is_the_page_itself_with_every_header(ask, publication, live_server):
    place = address(publication)
    ask(place)
    (kept, body), direct = ask(place), http.client.HTTPConnection(live_server.url[7:])
    direct.request("GET", place, headers={"Host": "127.0.0.1", "X-Forwarded-Proto": "https"})
    answer = direct.getresponse()
    assert body == answer.read()
    passing = {"Date", "Server", "Connection", "Accept-Ranges"}
    headers = {name: value for name, value in kept.headers.items() if name not in passing}
    assert headers == {k: v for k, v in answer.headers.items() if k not in passing}
    again, _ = ask(place, If_None_Match=kept.headers["ETag"])
    assert again.status == 304


def test_what_is_published_is_shown_within_the_time_that_pages_allow(ask, monkeypatch, publication):
    monkeypatch.setattr(answering, "CACHING", answering.CACHING.replace("60", "1"))
    place = address(publication)
    assert b"Version 2" not in ask(place)[1]
    publish_again(publication)
    time.sleep(2.1)
    assert b"Version 2" in ask(place)[1]


def test_what_people_sign_in_to_is_never_kept(ask, publication):
    answers = [ask("/sign-in/")[0] for _ in range(2)]
    assert all(one.headers["Set-Cookie"] for one in answers)
    assert len({one.headers["Set-Cookie"] for one in answers}) == 2


def test_who_searches_again_and_again_waits(ask, publication):
    statuses = [ask(f"/?q=word{number}")[0].status for number in range(60)]
    assert statuses[0] == 200
    assert 429 in statuses
    assert ask("/")[0].status == 200
