"""Finds the passages that a search asks for, the best first, a page at a time."""

from dataclasses import dataclass

from django.db.models import Q

from recommendations.rag import Rag

from ..models import Passage, PublishedReport
from .excerpts import marked, opening
from .full_text import excerpts, ranks

A_PAGE = 10
# So many of the newest are ranked: who finds more than that does better to ask for less.
MOST = 500


@dataclass(frozen=True)
class Hit:
    """A passage that was found, and an excerpt of it as safe HTML, its found words marked."""

    passage: Passage
    excerpt: str

    @property
    def report(self):
        """The report of which it speaks, or the lead report of the response."""
        return self.passage.report or self.passage.publication.report

    @property
    def rag(self):
        """The RAG of the finding of which it speaks; only asked where it has one."""
        return Rag(self.passage.rag)

    @property
    def is_demonstration(self):
        return self.report.is_demonstration


@dataclass(frozen=True)
class Found:
    """A page of what a search found: its Hits, the number of all, and whether that is MOST."""

    hits: list
    number: int
    is_cut: bool
    page: int

    @property
    def pages(self):
        """How many pages there are; one where nothing was found."""
        return max(1, -(-self.number // A_PAGE))

    @property
    def before(self):
        return self.page - 1

    @property
    def after(self):
        return self.page + 1


def find(search, *, page):
    """Return the page of that number, the first is 1, of what `search` asks for as Found."""
    ranked = _ranked(search, passages_of(search), most=MOST + 1)
    # Of equal ones the newest comes first, as in what is ranked.
    keys = sorted(ranked, key=ranked.get, reverse=True)
    shown = keys[:MOST][(page - 1) * A_PAGE : page * A_PAGE]
    rows = with_places(Passage.objects.all()).in_bulk(shown)
    parts = excerpts(search.words, shown) if search.words.wanted else {}
    hits = [Hit(rows[key], marked(parts.get(key) or opening(rows[key].text))) for key in shown]
    return Found(hits, min(len(keys), MOST), len(keys) > MOST, page)


def found_at_all(search, *, most):
    """Return the newest `most` of the passages that `search` asks for, as a queryset."""
    ranked = _ranked(search, passages_of(search), most=most)
    return Passage.objects.filter(pk__in=list(ranked)).order_by("-published_at", "id")


def _ranked(search, passages, *, most):
    """Return {key: rank} of the newest `most` of `passages`, newest first, that hold the words.

    What is typed and has no word in it finds nothing; who types nothing looks for no words.
    """
    if search.words.wanted:
        return ranks(search.words, passages, most=most)
    if search.q:
        return {}
    newest = passages.order_by("-published_at", "-id").values_list("pk", flat=True)[:most]
    return dict.fromkeys(newest, 0)


def with_places(passages):
    """Return `passages` with what says where each stands, and without the text of the whole."""
    places = ("publication__force", "publication__report", "report")
    return passages.select_related(*places).defer("publication__payload")


def passages_of(search):
    """Return the passages that `search` asks for, whatever words it looks for."""
    rows = Passage.objects.filter(publication__report__is_listed=True)
    if search.force:
        rows = rows.filter(publication__force__slug=search.force)
    if search.report:
        answering = PublishedReport.objects.filter(report__slug=search.report)
        rows = rows.filter(
            Q(report=None) | Q(report__slug=search.report),
            publication__in=answering.values("publication"),
        )
    named = {"ref": search.recommendation, "rag": search.rag, "body_name": search.body}
    named["year"] = search.year
    return rows.filter(**{name: value for name, value in named.items() if value})
