"""Which addresses a copy of the site holds: for each pattern of `responses/urls.py` one line.

Each line of EXPORTED says by what the pattern is filled: a function that yields what goes into its
places. A test compares the tables with the patterns, so that none is forgotten.
"""

import itertools

from django.db.models import Exists, OuterRef
from django.urls import reverse

from forces.models import PoliceForce
from recommendations.models import InspectionReport, Recommendation

from ..kinds import DocumentFormat
from ..models import Passage, Publication, PublishedDocument, PublishedReport
from ..open_data.operations import OPERATIONS
from ..publishing.layouts import LAYOUTS
from ..views.public import FORMATS
from ..views.public.sitemaps import number_of_parts

RESPONSE = {"force": "force__slug", "report": "report__slug"}
VERSION = RESPONSE | {"number": "number"}


def once():
    yield {}


def forces():
    return _named(PoliceForce.objects.order_by("slug"), slug="slug")


def reports():
    return _named(InspectionReport.objects.listed().order_by("slug"), slug="slug")


def findings():
    rows = Recommendation.objects.filter(report__is_listed=True).order_by("report__slug", "pk")
    return _named(rows, slug="report__slug", ref="ref")


def histories():
    """Each finding of which a response speaks now, in the response of its force."""
    there = Recommendation.objects.filter(report=OuterRef("report"), ref=OuterRef("ref"))
    spoken_of = Passage.objects.filter(Exists(there), publication__report__is_listed=True)
    fields = {"force": "publication__force__slug", "report": "report__slug", "ref": "ref"}
    rows = spoken_of.filter(report__is_listed=True).order_by(*fields.values()).distinct()
    return _named(rows, **fields)


def responses():
    """Each report that a force has answered, as the lead report or as a further one."""
    return itertools.chain(_named(_newest(), **RESPONSE), _further())


def responses_with_documents():
    """The same, but those of before there were documents."""
    return itertools.chain(_named(_newest().filter(_has_documents()), **RESPONSE), _further())


def versions():
    return _named(_listed(), **VERSION)


def versions_with_documents():
    return _named(_listed().filter(_has_documents()), **VERSION)


def changes():
    """The versions that there is one before."""
    return _named(_listed().filter(number__gt=1), **VERSION)


def parts_of_sitemap():
    return ({"number": number} for number in range(1, number_of_parts() + 1))


def each(places, **choices):
    """Return what yields each of `places` once with each combination of `choices`."""

    def combined():
        for place in places():
            for chosen in itertools.product(*choices.values()):
                yield place | dict(zip(choices, chosen, strict=True))

    return combined


DOCUMENT = {"suffix": DocumentFormat.values}
EXPORTED = {
    "home": once,
    "feed": once,
    "forces": once,
    "force": forces,
    "force_feed": forces,
    "response": responses,
    "response_layout": each(responses, layout=LAYOUTS),
    "response_file": each(responses, suffix=FORMATS),
    "version": versions,
    "version_layout": each(versions, layout=LAYOUTS),
    "version_changes": changes,
    "version_file": each(versions, suffix=FORMATS),
    "document": each(responses_with_documents, **DOCUMENT),
    "document_layout": each(responses_with_documents, layout=LAYOUTS, **DOCUMENT),
    "version_document": each(versions_with_documents, **DOCUMENT),
    "version_document_layout": each(versions_with_documents, layout=LAYOUTS, **DOCUMENT),
    "reports": once,
    "report": reports,
    "report_feed": reports,
    "finding": findings,
    "finding_history": histories,
    "about": once,
    "accessibility": once,
    "privacy": once,
    "sitemap": once,
    "sitemap_part": parts_of_sitemap,
    "robots": once,
}
PROGRAMS = "Programs ask a server; each response is there as JSON and as a table."
# What a copy does not hold, and why.
LEFT_OUT = {
    **dict.fromkeys(
        (
            *("data", "openapi", "answers_csv", "register_json", "api_nowhere"),
            *(f"api_{one.name}" for one in OPERATIONS),
        ),
        PROGRAMS,
    ),
    "search_file": "A search needs a server.",
    "favicon": "Each page of a copy names its icon itself.",
}


def paths(name):
    """Yield the addresses of the pattern called `name`, always in one order."""
    return (reverse(name, kwargs=place) for place in EXPORTED[name]())


def _named(rows, **fields):
    """Yield of each of `rows` the values of `fields`, under their names."""
    for values in rows.values_list(*fields.values()).iterator(chunk_size=1000):
        yield dict(zip(fields, values, strict=True))


def _listed():
    return Publication.objects.filter(report__is_listed=True).order_by(*VERSION.values())


def _newest():
    return _listed().newest_of_each()


def _has_documents():
    return Exists(PublishedDocument.objects.filter(publication=OuterRef("pk")))


def _further():
    """The reports that a force answers in its response to another one, which it leads to."""
    lead = Publication.objects.filter(
        force=OuterRef("publication__force"), report=OuterRef("report")
    )
    rows = PublishedReport.objects.filter(
        ~Exists(lead), report__is_listed=True, publication__report__is_listed=True
    )
    fields = {"force": "publication__force__slug", "report": "report__slug"}
    return _named(rows.order_by(*fields.values()).distinct(), **fields)
