"""What a search asks for. Pure."""

from dataclasses import dataclass, fields
from functools import cached_property
from urllib.parse import urlencode

from .words import Words


@dataclass(frozen=True)
class Search:
    """Words in any text, and whose of what: each "" for any.

    `force` and `report` are slugs, `recommendation` is its address in a report, `body` the name
    of a local policing body as published, and `year` that of the response.
    """

    q: str = ""
    force: str = ""
    report: str = ""
    recommendation: str = ""
    rag: str = ""
    body: str = ""
    year: str = ""

    @cached_property
    def words(self):
        """The Words to look for."""
        return Words.of(self.q)

    @property
    def asked(self):
        """What is asked for, by name."""
        return {one: value for one in FIELDS if (value := getattr(self, one))}

    @property
    def query_string(self):
        """The search as the end of an address: "q=risk&force=kent"; equal for equal searches."""
        return urlencode(self.asked)


FIELDS = tuple(field.name for field in fields(Search))
