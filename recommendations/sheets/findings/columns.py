"""The columns of a spreadsheet of findings, and the headings by which others call them. Pure."""

import re
from dataclasses import dataclass

from ...kinds import FindingKind

UNSAID = re.compile(r"[^a-z0-9]+")
ASIDE = re.compile(r"(?<=\S)\s*\([^()]*\)|^hmic(?:frs)?(?:['’]s)?\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Column:
    """`others` are further headings that mean it, in plain letters, the surer ones first."""

    name: str
    heading: str
    width: int
    about: str
    others: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def headings(self):
        return (plain(self.heading), *self.others)


def plain(heading):
    """Return `heading` in small letters and figures: "Rec. No" and "REC #" are "rec no".

    What stands in brackets says nothing, nor whose recommendation it is: "HMICFRS due (date)"
    is "due".
    """
    return UNSAID.sub(" ", ASIDE.sub("", heading).lower().replace("#", " no ")).strip()


COLUMNS = (
    Column(
        "label",
        heading="Number",
        width=12,
        about="As the report prints it: 3, 3a, 7.1. Blank where it prints none.",
        others=(
            *("no", "rec no", "rec number", "recommendation no", "recommendation number"),
            *("printed number", "finding no", "finding number", "rec", "rec ref"),
            *("recommendation ref", "ref no", "reference number", "ref", "reference", "item", "id"),
        ),
    ),
    Column(
        "kind",
        heading="Kind",
        width=24,
        about=f"One of: {', '.join(FindingKind.labels)}. Blank for a recommendation.",
        others=("type", "finding type", "kind of finding", "type of finding", "category"),
        choices=tuple(FindingKind.labels),
    ),
    Column(
        "subject",
        heading="Subject",
        width=40,
        about="A few words for lists. Where it is blank, the first words of the finding.",
        others=("title", "short title", "headline", "heading", "summary"),
    ),
    Column(
        "text",
        heading="Recommendation",
        width=70,
        about="The finding in full. A line that begins with a bullet becomes one of a list.",
        others=(
            *("recommendations", "recommendation text", "full recommendation", "full text"),
            *("recommendation wording", "rec text", "text of recommendation"),
            *("wording", "text", "finding", "description", "details", "detail"),
        ),
    ),
    Column(
        "addressed",
        heading="Addressed to",
        width=34,
        about="Names of addressees, parted by semicolons; with “(inferred)” after one that the "
        "report does not name.",
        others=(
            *("addressee", "addressees", "owner", "owners", "recommendation owner"),
            *("responsible body", "responsible", "lead organisation", "organisation"),
            *("lead", "for"),
        ),
    ),
    Column(
        "due",
        heading="Due",
        width=26,
        about="A day, a month, or the words of the report: 15 April 2027, within three months.",
        others=(
            *("due date", "due by", "due on", "date due", "deadline", "by when"),
            *("target date", "completion date", "timescale", "timescales", "timeframe"),
        ),
    ),
    Column(
        "theme",
        heading="Theme",
        width=24,
        about="Blank where the report has none.",
        others=("topic", "area", "strand"),
    ),
    Column(
        "under",
        heading="Nested under",
        width=24,
        about="The finding above it that it belongs to, such as Cause of concern 1.",
        others=("under", "parent", "belongs to", "cause of concern"),
    ),
)
# Known, and meant to be left out.
OF_RATINGS = {
    *("status", "rag", "rag status", "rag rating", "brag", "brag status", "current rag"),
    *("current status", "latest status", "current rag rating", "progress update", "update"),
    *("progress", "reason", "reviewed"),
}
