"""What the interface answers: each operation, once, with what it takes and what it gives."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from ..models import Publication
from ..published import current, newest
from . import register
from .asking import (
    FORCE,
    PAGE,
    PAGE_SIZE,
    RAG,
    REPORT,
    YEAR,
    Parameter,
    Refused,
    check_keys,
    page_of,
)
from .fields import Shape, absolute
from .publications import ANSWER, RESPONSE, answers, versions

ROOT = "/api/v1/"


@dataclass(frozen=True)
class Operation:
    """An address below ROOT, such as "forces/{force}", and what it answers.

    One with `rows` gives a page of `shape`: `rows` makes a queryset of what is asked for, and
    `things` what the shape reads of a part of it. One without gives the first of `found`.
    """

    name: str
    path: str
    words: str
    shape: Shape
    rows: Callable
    things: Callable = lambda rows, asked: rows
    filters: tuple[Parameter, ...] = ()

    @property
    def is_paged(self):
        return "{" not in self.path

    @property
    def parameters(self):
        return (*self.filters, PAGE) if self.is_paged else ()

    def answer(self, asked, place):
        """Return what JSON says; `asked` is of `parameters`, `place` is of the address."""
        check_keys(asked)
        rows = self.rows({**asked, **place})
        return self._page(rows, asked) if self.is_paged else self._one(rows, place)

    def _one(self, rows, place):
        thing = next(iter(self.things(rows, place)), None)
        if thing is None:
            raise Refused(404, "There is nothing at this address.")
        return self.shape.of(thing)

    def _page(self, rows, asked):
        number = asked.get("page", 1)
        part, total, pages = page_of(rows, number)
        return {
            "total": total,
            "page": number,
            "pages": pages,
            "page_size": PAGE_SIZE,
            "previous": self._link(asked, number - 1) if number > 1 else None,
            "next": self._link(asked, number + 1) if number < pages else None,
            "results": [self.shape.of(thing) for thing in self.things(part, asked)],
        }

    def _link(self, asked, number):
        return absolute(f"{ROOT}{self.path}?{urlencode({**asked, 'page': number})}")


def _forces(asked):
    return register.forces().filter(**({"slug": asked["force"]} if "force" in asked else {}))


def _reports(asked):
    rows = register.reports()
    if "report" in asked:
        rows = rows.filter(slug=asked["report"])
    if "year" in asked:
        rows = rows.filter(published_on__startswith=f"{asked['year']}-")
    return rows


def _of(publications, asked):
    """Return those of `publications` that are asked for, the newest first."""
    if "force" in asked:
        publications = publications.filter(force__slug=asked["force"])
    if "report" in asked:
        publications = publications.filter(reports__report__slug=asked["report"])
    if "year" in asked:
        publications = publications.filter(published_at__year=asked["year"])
    return publications.newest_first()


def _answers(rows, asked):
    found = answers(rows, report=asked.get("report"))
    return [row for row in found if asked.get("rag") in (None, ANSWER.of(row)["rag"])]


OPERATIONS = (
    Operation("forces", "forces", "All forces.", register.FORCE, _forces),
    Operation("force", "forces/{force}", "One force.", register.FORCE, _forces),
    Operation(
        "reports",
        "reports",
        "The reports on the register with their findings, the newest first.",
        register.REPORT,
        _reports,
        filters=(YEAR,),
    ),
    Operation(
        "report", "reports/{report}", "One report with its findings.", register.REPORT, _reports
    ),
    Operation(
        "responses",
        "responses",
        "The newest version of each response, those that were withdrawn with their reason.",
        RESPONSE,
        lambda asked: _of(newest(), asked),
        lambda rows, asked: versions(rows),
        (FORCE, REPORT, YEAR),
    ),
    Operation(
        "versions",
        "versions",
        "Every version of every response, those that were withdrawn with their reason.",
        RESPONSE,
        lambda asked: _of(Publication.objects.filter(report__is_listed=True), asked),
        lambda rows, asked: versions(rows),
        (FORCE, REPORT, YEAR),
    ),
    Operation(
        "answers",
        "answers",
        f"What each force answers to each finding. A page holds the rows of {PAGE_SIZE} "
        "responses, and “total” counts responses.",
        ANSWER,
        lambda asked: _of(current(), asked),
        _answers,
        (FORCE, REPORT, YEAR, RAG),
    ),
)
