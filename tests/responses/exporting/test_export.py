"""The whole public site as files: complete, whole, checked by hashes, and true to the site."""

import re
import subprocess

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from forces.models import PoliceForce
from responses.exporting import EXPORTED, LEFT_OUT, folder, site
from responses.exporting.asking import NotAnsweredError
from responses.services import withdraw
from responses.urls import urlpatterns
from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    OversightFactory,
    PoliceForceFactory,
    RecommendationFactory,
    ResponseFactory,
)

from ..publishing import NOW, publish_again, publish_response, put_through
from .walking import get, served, walk

pytestmark = pytest.mark.django_db
SITE = "https://answers.example"


@pytest.fixture(autouse=True)
def address(settings):
    settings.SITE_ADDRESS = SITE


@pytest.fixture
def register():
    """A response to two reports in two versions, one that was withdrawn, and two moved rows."""
    report = InspectionReportFactory(slug="lanes", title="On lanes", short_title="Lanes")
    further = InspectionReportFactory(slug="ponds", title="On ponds", short_title="Ponds")
    force = PoliceForceFactory(slug="ambridge", name="Ambridge Police", short_name="Ambridge")
    draft = ResponseFactory(report=report, force=force, body=OversightFactory(force=force).body)
    draft.further_reports.add(further)
    for one in (report, further):
        finding = RecommendationFactory(report=one, label="1", subject="Hedges")
        AssessmentFactory(force=force, recommendation=finding, rag="amber")
        AnswerFactory(response=draft, findings=[finding], action="<p>We planted one.</p>")
    publication = publish_again(put_through(draft))
    gone = publish_response(force=force, body=draft.body, report__slug="gone")
    withdraw(publication=gone, by=None, now=NOW, reason="Wrong.")
    for row, slug in ((report, "roads"), (force, "borsetshire")):
        row.slug = slug
        row.save()
    return publication


@pytest.fixture
def place(tmp_path):
    return tmp_path / "copy"


def export(place, **values):
    call_command("export_site", place, **values)
    return place


def files_of(place):
    found = (path for path in place.rglob("*") if path.is_file())
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in found}


def test_each_public_pattern_is_in_a_copy_or_left_out_on_purpose():
    names = [one.name for one in urlpatterns]
    assert sorted({*EXPORTED, *LEFT_OUT}) == sorted(set(names))
    assert not EXPORTED.keys() & LEFT_OUT.keys()
    assert all(reason.endswith(".") for reason in LEFT_OUT.values())


def test_all_that_a_copy_leads_to_is_there(register, place):
    with served(export(place)) as port:
        found = walk(port, SITE)
        listed = set(re.findall(r"<loc>([^<]+)</loc>", get(port, "/sitemap.xml")[2].decode()))
        assert {f"{SITE}{path}" for path in found} >= listed
        status, media_type, _ = get(port, "/robots.txt")
        assert (status, media_type) == (200, "text/plain")
        former = walk(port, SITE, "/forces/ambridge/lanes/v1/record/")
    below = "/forces/borsetshire/roads/"
    for name in ("v1/", "v2/changes/", "statement/", "record/response.docx", "response.xlsx"):
        assert f"{below}{name}" in found, name
    assert {"/feed.atom", "/forces/borsetshire/feed.atom", "/reports/ponds/1/"} <= found.keys()
    assert f"{below}v1/record/" in former
    assert not [path for path in found if "ambridge" in path or "lanes" in path]


def test_every_file_of_a_copy_is_an_address_of_the_site_or_about_the_copy(client, register, place):
    about = {"404.html", "nginx.conf", "SHA256SUMS", "ABOUT-THIS-COPY.txt"}
    for name in files_of(export(place)):
        if name in about or name.startswith("static/"):
            continue
        answer = client.get("/" + name.removesuffix("index.html"), follow=True)
        assert answer.status_code in (200, 410), name


def body_of(text):
    """Return the body of a page, without what leads to a search."""
    body = re.search("<main.*</main>", text, re.DOTALL)[0]
    return re.sub(r'<a href="/\?[^"]*">([^<]*)</a>', r"\1", body)


def test_a_page_of_a_copy_is_that_of_the_site(client, register, place):
    export(place)
    same = (
        *("forces/borsetshire/roads/", "forces/borsetshire/roads/v1/record/"),
        *("forces/borsetshire/roads/v2/changes/", "forces/borsetshire/", "reports/ponds/1/"),
        *("forces/borsetshire/gone/v1/", "about/"),
    )
    for path in same:
        copied = (place / path / "index.html").read_text("utf-8")
        assert body_of(copied) == body_of(client.get(f"/{path}").content.decode()), path
        assert "<strong>Copy:</strong> this page is as it was on " in copied
        assert "/admin/" not in copied
        assert "<form" not in copied
    for name in ("response.json", "v1/response.csv", "record/response.pdf", "response.xlsx"):
        path = f"forces/borsetshire/roads/{name}"
        assert (place / path).read_bytes() == client.get(f"/{path}").content, name
    feed = (place / "feed.atom").read_bytes()
    assert feed == client.get("/feed.atom").content


def test_the_front_page_of_a_copy_says_where_to_search(client, register, place):
    home = (export(place) / "index.html").read_text("utf-8")
    assert "<form" not in home
    assert f'To search, or to see what came since, go to <a href="{SITE}/">' in home
    live = client.get("/").content.decode()
    assert "<form" in live
    assert "<strong>Copy:</strong>" not in live
    assert "Page not found" in (place / "404.html").read_text("utf-8")


def test_what_was_withdrawn_is_said_and_not_shown(register, place):
    export(place)
    gone = place / "forces/borsetshire/gone"
    assert "was withdrawn" in (gone / "index.html").read_text("utf-8")
    assert [path.name for path in gone.rglob("response.*")] == []
    lines = (place / "nginx.conf").read_text("utf-8")
    said = "error_page 410 /forces/borsetshire/gone/v1/index.html; return 410;"
    assert f"location = /forces/borsetshire/gone/v1/ {{ {said} }}" in lines
    assert "rewrite ^/forces/ambridge(/.*)$ /forces/borsetshire$1 permanent;" in lines


def test_what_leads_elsewhere_leads_there_or_is_the_same_file(register, place):
    export(place)
    for path, target in (
        ("forces/borsetshire/ponds/", "/forces/borsetshire/roads/"),
        ("forces/borsetshire/ponds/record/", "/forces/borsetshire/roads/record/"),
        ("forces/ambridge/roads/v1/", "/forces/borsetshire/roads/v1/"),
        ("forces/borsetshire/lanes/", "/forces/borsetshire/roads/"),
        ("forces/ambridge/", "/forces/borsetshire/"),
        ("reports/lanes/1/", "/reports/roads/1/"),
    ):
        page = (place / path / "index.html").read_text("utf-8")
        assert f'<meta http-equiv="refresh" content="0; url={target}">' in page, path
        assert f'<link rel="canonical" href="{SITE}{target}">' in page
    whole = (place / "forces/borsetshire/roads/response.csv").read_bytes()
    for path in ("borsetshire/ponds", "ambridge/ponds", "ambridge/lanes"):
        assert (place / f"forces/{path}/response.csv").read_bytes() == whole
    feed = (place / "forces/borsetshire/feed.atom").read_bytes()
    assert (place / "forces/ambridge/feed.atom").read_bytes() == feed


def test_a_copy_is_the_same_twice_and_its_hashes_are_as_sha256sum_reads_them(register, place):
    first = files_of(export(place))
    assert files_of(export(place)) == first
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    subprocess.run(check, cwd=place, check=True)  # noqa: S603 fixed words
    assert len(first["SHA256SUMS"].splitlines()) == len(first) - 1
    (place / "index.html").write_text("altered")
    assert subprocess.run(check, cwd=place, check=False, capture_output=True).returncode  # noqa: S603


@pytest.fixture
def small(monkeypatch):
    """A site of two pages, for what does not look at them."""
    monkeypatch.setattr(site, "EXPORTED", dict.fromkeys(("about", "accessibility"), None))


def test_a_folder_with_anything_else_in_it_is_left_as_it_is(small, place):
    place.mkdir()
    (place / "letter.txt").write_text("Dear")
    with pytest.raises(CommandError, match="not empty, and no copy that this command made"):
        export(place)
    assert files_of(place) == {"letter.txt": b"Dear"}
    with pytest.raises(CommandError, match="is a file"):
        export(place / "letter.txt")


def test_an_earlier_copy_is_replaced_unless_something_was_added_to_it(small, place):
    place.mkdir()
    export(place)
    (place / "about/index.html").write_text("altered")
    export(place)
    assert "About this register" in (place / "about/index.html").read_text("utf-8")
    (place / "letter.txt").write_text("Dear")
    with pytest.raises(CommandError, match=r"letter\.txt was added to it"):
        export(place)


def test_what_fails_leaves_the_copy_that_was_there(small, place, monkeypatch):
    before = files_of(export(place))

    def fail(path):
        if path == "/accessibility/":
            raise NotAnsweredError("There is nothing at /accessibility/.")
        return ask(path)

    ask = site.ask
    monkeypatch.setattr(site, "ask", fail)
    with pytest.raises(CommandError, match=r"Nothing was written\. There is nothing at"):
        export(place)
    assert files_of(place) == before
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_a_copy_needs_the_address_of_the_site(settings, place):
    settings.SITE_ADDRESS = ""
    with pytest.raises(CommandError, match="SITE_ADDRESS is not set"):
        export(place)
    assert not place.exists()


def test_progress_is_told_by_pattern(small, place, capsys):
    export(place)
    said = capsys.readouterr().out
    assert "about, 1 files so far" in said
    number = len(files_of(place))
    assert f"Wrote {number} files to {place}." in said


@pytest.mark.django_db(transaction=True)
def test_a_copy_shows_one_moment_and_keeps_nobody_from_writing(small, place, monkeypatch):
    PoliceForceFactory()
    seen = []

    def look(path):
        seen.append(PoliceForce.objects.count())
        return ask(path)

    ask = site.ask
    monkeypatch.setattr(site, "ask", look)
    export(place)
    assert seen == [1, 1]
    assert not connection.in_atomic_block
    PoliceForceFactory()
    assert PoliceForce.objects.count() == 2


def test_a_file_is_written_once(tmp_path):
    one = folder.Folder(tmp_path)
    one.write("a/index.html", b"")
    with pytest.raises(ValueError, match="twice"):
        one.write("a/index.html", b"")


def test_a_page_that_is_not_answered_is_named():
    with pytest.raises(NotAnsweredError, match="nothing at /forces/nowhere/"):
        site.ask("/forces/nowhere/")
