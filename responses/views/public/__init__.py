"""The public pages: publications for what responses say, reference data for the rest."""

from .changes import changes
from .data import data
from .feeds import feed, force_feed, report_feed
from .files import FORMATS, document, file
from .forces import force, forces
from .home import about, accessibility, home
from .records import response
from .remembering import remembering
from .reports import finding, report, reports
from .search import FIELDS as SEARCH_FIELDS
from .search import READS as SEARCH_READS
from .search import search_file

__all__ = [
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
    "force",
    "force_feed",
    "forces",
    "home",
    "remembering",
    "report",
    "report_feed",
    "reports",
    "response",
    "search_file",
]
