"""The public pages: publications for what responses say, reference data for the rest."""

from .changes import changes
from .files import FORMATS, document, file
from .forces import force, forces
from .home import about, accessibility, home
from .records import response
from .remembering import remembering
from .reports import finding, report, reports

__all__ = [
    "FORMATS",
    "about",
    "accessibility",
    "changes",
    "document",
    "file",
    "finding",
    "force",
    "forces",
    "home",
    "remembering",
    "report",
    "reports",
    "response",
]
