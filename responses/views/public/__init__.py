"""The public pages: publications for what responses say, reference data for the rest."""

from .changes import changes
from .data import data
from .feeds import feed, force_feed, report_feed
from .files import FORMATS, document, file
from .finding_history import finding_history
from .forces import force, forces
from .home import home
from .records import response
from .remembering import remembering
from .reports import COMPARED, finding, report, reports
from .robots import robots
from .search import FIELDS as SEARCH_FIELDS
from .search import READS as SEARCH_READS
from .search import search_file
from .sitemaps import sitemap, sitemap_part
from .trust import about, accessibility, privacy

__all__ = [
    "COMPARED",
    "FORMATS",
    "SEARCH_FIELDS",
    "SEARCH_READS",
    "about",
    "accessibility",
    "changes",
    "data",
    "document",
    "feed",
    "file",
    "finding",
    "finding_history",
    "force",
    "force_feed",
    "forces",
    "home",
    "privacy",
    "remembering",
    "report",
    "report_feed",
    "reports",
    "response",
    "robots",
    "search_file",
    "sitemap",
    "sitemap_part",
]
