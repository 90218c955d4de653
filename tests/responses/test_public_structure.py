"""The skeleton of every public page: ids, what points to them, and the levels of headings."""

from html.parser import HTMLParser

import pytest
from django.urls import reverse

from tests.factories import (
    AnswerFactory,
    AssessmentFactory,
    InspectionReportFactory,
    NarrativeSectionFactory,
    OversightFactory,
    RecommendationFactory,
    ResponseFactory,
    SignatoryFactory,
)

from .publishing import address, put_through

pytestmark = pytest.mark.django_db
POINTERS = ("aria-labelledby", "aria-describedby", "for")


class Skeleton(HTMLParser):
    """Collects the ids of a page, what points to ids on the same page, and its headings."""

    def __init__(self, page):
        super().__init__()
        self.ids, self.pointed, self.levels = [], set(), []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if "id" in values:
            self.ids.append(values["id"])
        if values.get("href", "").startswith("#"):
            self.pointed.add(values["href"][1:])
        for name in POINTERS:
            self.pointed.update(values.get(name, "").split())
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))


def faults(page):
    """Return what is wrong with the skeleton of `page`, a sentence each."""
    found = Skeleton(page)
    yield from (f"twice: {one}" for one in set(found.ids) if found.ids.count(one) > 1)
    yield from (f"leads nowhere: {one}" for one in found.pointed - set(found.ids))
    if found.levels.count(1) != 1 or found.levels[0] != 1:
        yield f"headings do not start with the only h1: {found.levels}"
    for before, level in zip(found.levels, found.levels[1:], strict=False):
        if level > before + 1:
            yield f"h{level} after h{before}"


HEADINGS = ("Main", "The content", "RAG: red", "RAG: not_assessed", "At a glance", "Main", "")


@pytest.fixture
def paths():
    """The addresses of every public page, with headings that are names of parts of pages."""
    report = InspectionReportFactory(short_title="Rag, red")
    oversight = OversightFactory()
    OversightFactory(body__kind="other_authority")
    InspectionReportFactory(short_title="Waiting for an answer")
    cause = RecommendationFactory(report=report, kind="cause_of_concern", label="1", ref="coc-1")
    first = RecommendationFactory(report=report, label="3", parent=cause)
    RecommendationFactory(report=report, label="3a")
    draft = ResponseFactory(report=report, force=oversight.force, body=oversight.body)
    for heading in HEADINGS:
        section = NarrativeSectionFactory(response=draft, heading=heading)
    part = NarrativeSectionFactory(response=draft, level=2, body="<h4>So</h4><p>Yes.</p>")
    AnswerFactory(response=draft, findings=[first], action="", explained_in=section)
    AnswerFactory(response=draft, findings=[first, cause], explained_in=part)
    AssessmentFactory(force=draft.force, recommendation=first, rag="amber")
    SignatoryFactory(response=draft)
    publication = put_through(draft)
    pages = [publication.force, report, first, cause]
    names = ["home", "forces", "reports", "about", "accessibility", "privacy"]
    layouts = [address(publication, layout) for layout in (None, "statement", "record")]
    return [reverse(name) for name in names] + [one.get_absolute_url() for one in pages] + layouts


def test_no_page_has_an_id_twice_a_pointer_to_nothing_or_a_gap_in_its_headings(client, paths):
    assert len(paths) == 13
    for path in paths:
        response = client.get(path)
        assert response.status_code == 200, path
        assert list(faults(response.content.decode())) == [], path
    assert list(faults(client.get("/nowhere/").content.decode())) == []


@pytest.mark.parametrize(
    "page",
    [
        '<h1 id="a">A</h1><p id="a">B</p>',
        '<h1>A</h1><a href="#b">B</a>',
        '<h1>A</h1><section aria-labelledby="b"></section>',
        '<h1>A</h1><section aria-describedby="b"></section>',
        "<h1>A</h1><h3>B</h3>",
        "<h2>A</h2>",
        "<h1>A</h1><h1>B</h1>",
    ],
)
def test_each_fault_would_be_found(page):
    assert len(list(faults(page))) == 1


def test_the_head_of_a_response_says_whose_it_is(client, paths):
    page = client.get(paths[-1]).content.decode()
    head = page[page.index("<h1>") : page.index("</h1>")]
    assert "Borchester" in head
    assert ": response to </span>An inspection of village policing" in head
