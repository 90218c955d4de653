"""The public pages: publications for what responses say, reference data for the rest."""

from .changes import changes
from .forces import force, forces
from .home import about, accessibility, home
from .records import response
from .reports import finding, report, reports

__all__ = [
    "about",
    "accessibility",
    "changes",
    "finding",
    "force",
    "forces",
    "home",
    "report",
    "reports",
    "response",
]
