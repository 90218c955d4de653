"""The addresses of the public register. Each is public here, and nowhere else."""

from django.contrib.auth.decorators import login_not_required
from django.templatetags.static import static
from django.urls import path, register_converter
from django.urls.converters import IntConverter, StringConverter
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from .data_urls import open_data_patterns
from .kinds import DocumentFormat
from .publishing.layouts import LAYOUTS
from .views import public


class RefConverter(StringConverter):
    """The address of a finding in its report: 1, 3a, 7.1, afi-1."""

    regex = r"[0-9a-z][0-9a-z.-]*"


class LayoutConverter(StringConverter):
    regex = "|".join(LAYOUTS)


class NumberConverter(IntConverter):
    """The number of a version, written in one way only, and never beyond what a database holds."""

    regex = "[1-9][0-9]{0,5}"


class SuffixConverter(StringConverter):
    regex = "|".join(public.FORMATS)


class DocumentConverter(StringConverter):
    regex = "|".join(DocumentFormat.values)


register_converter(RefConverter, "ref")
register_converter(LayoutConverter, "layout")
register_converter(NumberConverter, "number")
register_converter(SuffixConverter, "suffix")
register_converter(DocumentConverter, "document")


class FaviconView(RedirectView):
    """Where browsers look for the icon on pages that name none."""

    def get_redirect_url(self, *args, **kwargs):
        return static("favicon.svg")


# A document stands beside the page of which it is, in its chosen layout or in the one named.
DOCUMENTS = {
    "": "document",
    "<layout:layout>/": "document_layout",
    "v<number:number>/": "version_document",
    "v<number:number>/<layout:layout>/": "version_document_layout",
}


def open_to_all(route, view, name):
    """Return a path that needs no sign-in and is only read; anything else is 405."""
    return path(route, login_not_required(csrf_exempt(require_safe(view))), name=name)


def remembered(route, view, name, reads=()):
    """Return a path open to all whose pages are made once for each edition of the register.

    There is one for each value of the parameters that the view `reads`.
    """
    return open_to_all(route, public.remembering(view, reads), name)


urlpatterns = [
    remembered("", public.home, "home", public.SEARCH_READS),
    remembered("feed.atom", public.feed, "feed", public.SEARCH_FIELDS),
    open_to_all("search.csv", public.search_file, "search_file"),
    remembered("forces/", public.forces, "forces"),
    remembered("forces/<slug:slug>/feed.atom", public.force_feed, "force_feed"),
    remembered("forces/<slug:slug>/", public.force, "force"),
    open_to_all("forces/<slug:force>/<slug:report>/", public.response, "response"),
    open_to_all(
        "forces/<slug:force>/<slug:report>/<layout:layout>/", public.response, "response_layout"
    ),
    open_to_all("forces/<slug:force>/<slug:report>/v<number:number>/", public.response, "version"),
    open_to_all(
        "forces/<slug:force>/<slug:report>/v<number:number>/<layout:layout>/",
        public.response,
        "version_layout",
    ),
    remembered(
        "forces/<slug:force>/<slug:report>/v<number:number>/changes/",
        public.changes,
        "version_changes",
    ),
    remembered(
        "forces/<slug:force>/<slug:report>/history/<ref:ref>/",
        public.finding_history,
        "finding_history",
    ),
    open_to_all(
        "forces/<slug:force>/<slug:report>/response.<suffix:suffix>", public.file, "response_file"
    ),
    open_to_all(
        "forces/<slug:force>/<slug:report>/v<number:number>/response.<suffix:suffix>",
        public.file,
        "version_file",
    ),
    *(
        open_to_all(
            f"forces/<slug:force>/<slug:report>/{place}response.<document:suffix>",
            public.document,
            name,
        )
        for place, name in DOCUMENTS.items()
    ),
    remembered("reports/", public.reports, "reports"),
    remembered("reports/<slug:slug>/", public.report, "report"),
    remembered("reports/<slug:slug>/feed.atom", public.report_feed, "report_feed"),
    remembered("reports/<slug:slug>/<ref:ref>/", public.finding, "finding", public.COMPARED),
    remembered("data/", public.data, "data"),
    *open_data_patterns,
    remembered("about/", public.about, "about"),
    remembered("accessibility/", public.accessibility, "accessibility"),
    remembered("sitemap.xml", public.sitemap, "sitemap"),
    remembered("sitemap-<number:number>.xml", public.sitemap_part, "sitemap_part"),
    remembered("robots.txt", public.robots, "robots"),
    remembered("privacy/", public.privacy, "privacy"),
    open_to_all("favicon.ico", FaviconView.as_view(), "favicon"),
]
