"""Keeps the rendered pages, finds the one that is asked for, and makes one where none is kept."""

import hashlib
from dataclasses import dataclass

from ..models import Publication, RenderedPage
from ..published import moves
from ..publishing.layouts import LAYOUTS
from . import rendering
from .codings import BROTLI, GZIP
from .renderer import renderer_at


@dataclass(frozen=True)
class Body:
    """What is sent: a status, the digest of the plain bytes, and the bytes in one coding.

    `content` is None where the reader holds them already.
    """

    status: int
    digest: str
    content: bytes | None


def keep(response):
    """Render the pages of every version of `response`, in place of those that are kept.

    Every version, since each lists all of them and says whether it is the current one.
    Call it in the transaction of the change, while the response is held: then no page is
    kept that another change has overtaken. Returns how many pages it kept.
    """
    siblings, moved = _versions(response.pk), moves()
    rows = [row for publication in siblings for row in _rows(publication, siblings, moved)]
    RenderedPage.objects.filter(publication__response=response).delete()
    return len(RenderedPage.objects.bulk_create(rows))


def find(*, force, report, layout, number, coding, held=""):
    """Return the kept Body at an address, by one query, or None where none is kept.

    `force` and `report` are slugs; `layout` is None for the chosen one, and `number` for
    the newest version. Pages of another renderer, or made
    while the response had another address, are not found. The content of a page with
    the digest that is `held` is not read.
    """
    found = RenderedPage.objects.all().at(
        force=force,
        report=report,
        layout=layout,
        number=number,
        renderer=renderer_at(force, report),
        field=coding.field,
        held=held,
    )
    if found is None:
        return None
    status, digest, content = found
    return Body(status, digest, content if content is None else bytes(content))


def body_of(plain):
    """Return the Body that sends the bytes `plain` as they are."""
    return Body(rendering.OK, digest_of(plain), plain)


def make(publication, layout, coding):
    """Return the Body of `publication` made on the spot: what `find` would, once it is kept."""
    siblings = _versions(publication.response_id)
    (page,) = rendering.render(publication, siblings, [layout], moves())
    return Body(page.status, digest_of(page.plain), coding.encode(page.plain))


def at(force, report, number):
    """Return the publication at an address, as a queryset: of the slugs, with that number.

    The newest where `number` is None, even if it is withdrawn: an older one never takes
    its place.
    """
    there = Publication.objects.filter(
        force__slug=force, report__slug=report, report__is_listed=True
    )
    return there.newest_of_each() if number is None else there.filter(number=number)


def _versions(response_pk):
    rows = Publication.objects.filter(response=response_pk).order_by("number")
    return list(rows.select_related("force", "report", "withdrawal"))


def _rows(publication, siblings, moved):
    frame = renderer_at(publication.force.slug, publication.report.slug)
    for page in rendering.render(publication, siblings, LAYOUTS, moved):
        yield RenderedPage(
            publication=publication,
            layout=page.layout,
            renderer=frame,
            is_chosen=page.is_chosen,
            status=page.status,
            entity_tag=digest_of(page.plain),
            plain=page.plain,
            gzip=GZIP.encode(page.plain),
            brotli=BROTLI.encode(page.plain),
        )


def digest_of(plain):
    """Return the digest of the plain bytes of a page, in hexadecimal."""
    return hashlib.sha256(plain).hexdigest()
