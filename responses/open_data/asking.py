"""What may be asked for, and what is refused: each filter is declared once."""

import re
from dataclasses import dataclass

from forces.models import PoliceForce
from recommendations.models import InspectionReport
from recommendations.partial_dates import FIRST_YEAR, LAST_YEAR
from recommendations.rag import Rag

PAGE_SIZE = 20
KEY = {"type": "string", "pattern": "^[a-zA-Z0-9_-]+$", "maxLength": 80}


class Refused(Exception):  # noqa: N818 it is an answer to who asks, and no error of ours
    """What cannot be answered: an HTTP status, and a sentence for who asked."""

    def __init__(self, status, detail):
        super().__init__(detail)
        self.status = status
        self.detail = detail


@dataclass(frozen=True)
class Parameter:
    """A name, its JSON Schema, a sentence on it, and the texts that it may have."""

    name: str
    schema: dict
    words: str
    pattern: str
    example: str

    def read(self, text):
        """Return the value that `text` writes; raises Refused (400)."""
        if not re.fullmatch(self.pattern, text):
            raise Refused(400, f"“{self.name}” must be written like {self.example}.")
        return int(text) if self.schema["type"] == "integer" else text


FORCE = Parameter("force", KEY, "The key of a force.", "[a-zA-Z0-9_-]{1,80}", "thames-valley")
REPORT = Parameter("report", KEY, "The key of a report.", "[a-zA-Z0-9_-]{1,80}", "peel-2025")
YEAR = Parameter(
    "year",
    {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
    "The year of publication.",
    "18(29|[3-9][0-9])|19[0-9]{2}|2[01][0-9]{2}",
    "2026",
)
RAG = Parameter(
    "rag",
    {"type": "string", "enum": Rag.values},
    "Where the force stands.",
    "|".join(Rag.values),
    "amber",
)
PAGE = Parameter(
    "page",
    {"type": "integer", "minimum": 1, "maximum": 999_999, "default": 1},
    f"The page, from 1. A page holds {PAGE_SIZE}.",
    "[1-9][0-9]{0,5}",
    "2",
)


def read_query(query, parameters):
    """Return {name: value} of a QueryDict; raises Refused (400) for all that is not declared."""
    known = {one.name: one for one in parameters}
    asked = {}
    for name, texts in query.lists():
        if name not in known:
            names = ", ".join(known) or "none"
            raise Refused(400, f"There is no such parameter here. There are: {names}.")
        if len(texts) > 1:
            raise Refused(400, f"“{name}” may be given once.")
        asked[name] = known[name].read(texts[0])
    return asked


def check_keys(asked):
    """Raise Refused (404) where a force or a report is asked for that is not on the register."""
    if "force" in asked and not PoliceForce.objects.filter(slug=asked["force"]).exists():
        raise Refused(404, "There is no force with this key.")
    listed = InspectionReport.objects.listed()
    if "report" in asked and not listed.filter(slug=asked["report"]).exists():
        raise Refused(404, "There is no report with this key.")


def page_of(rows, number):
    """Return (the rows of that page, how many there are, how many pages); `rows` is a queryset."""
    total = rows.count()
    pages = max(1, -(-total // PAGE_SIZE))
    if number > pages:
        raise Refused(404, f"There are {pages} pages." if pages > 1 else "There is one page.")
    return rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE], total, pages
