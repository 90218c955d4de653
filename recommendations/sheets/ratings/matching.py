"""From the rows of a spreadsheet to what is wanted of ratings, each fault at its cell."""

from dataclasses import dataclass, replace

from forces import policies

from ...models import Assessment
from ...services import Wanted
from ...standing_words import in_words
from ..cells import words
from ..faults import Fault, beyond_headings
from ..reading import Unreadable
from .columns import COLUMNS, HEADINGS, digest, digests_in, heading_of, value_of, why_not

NO_FORCE = "Write which force this is about."
UNKNOWN_FORCE = "No force of yours is called “{name}”."
UNKNOWN_RATING = "{force} has no rating of “{number}” in the report “{report}”."
OTHER_SUBJECT = (
    "The subject of {number} is “{subject}”. Did a program change the number? Export again, "
    "and leave the first four columns as they are."
)
TWICE = "This is the same recommendation as in row {number}."
SINCE = (
    "Somebody else changed this after it was exported: it is now “{now}”. Export again, and "
    "change that."
)
NO_HEADING = "No column is called “{heading}”."
NO_HEADINGS = (
    "“{heading}” is no heading of an export, nor is anything else in this row. The first row is "
    "to have these: {headings}."
)
HEADING_TWICE = "The column “{heading}” stands here twice."
LACKING = "These columns are not there: {headings}. Leave the headings as they were exported."


@dataclass(frozen=True)
class Sheet:
    """What the rows want of ratings, the number of the row of each, and all that is wrong."""

    wanted: tuple[Wanted, ...]
    numbers: dict[int, int]
    columns: dict[str, int]
    faults: tuple[Fault, ...]

    def fault_of(self, key, field, message):
        """Return the Fault that the rules of ratings find in a field of the rating `key`.

        What they find in none is about the force.
        """
        heading = heading_of(field) if field else "Force"
        return Fault(self.numbers[key], self.columns[heading], heading, message)


def match(rows, *, by):
    """Return the Sheet of `rows` as `reading.read` gives them, for the user `by`.

    It asks the database as often for one row as for many.
    """
    (first, headings), *rows = rows
    columns, faults = _columns(first, headings)
    if faults:
        return Sheet((), {}, {}, tuple(faults))
    matching = _Matching(columns, by)
    matching.look_up(rows)
    for number, cells in rows:
        matching.add(number, cells)
    return Sheet(tuple(matching.wanted), matching.numbers, columns, tuple(matching.faults))


def _columns(number, cells):
    """Return where each column stands, from 0, and what is wrong with the headings."""
    columns, faults = {}, []
    known = {heading.lower(): heading for heading in HEADINGS}
    for position, cell in enumerate(cells):
        text = cell.strip() if isinstance(cell, str) else "?"
        heading = known.get(text.lower())
        if not text:
            continue
        if heading is None:
            faults.append(Fault(number, position, "", NO_HEADING.format(heading=text[:60])))
        elif heading in columns:
            message = HEADING_TWICE.format(heading=heading)
            faults.append(Fault(number, position, heading, message))
        else:
            columns[heading] = position
    if faults and not columns:
        return columns, [replace(faults[0], message=_no_headings(cells[faults[0].column]))]
    if lacking := [heading for heading in HEADINGS if heading not in columns]:
        faults.append(Fault(number, None, "", LACKING.format(headings=", ".join(lacking))))
    return columns, faults


def _no_headings(cell):
    return NO_HEADINGS.format(heading=str(cell).strip()[:60], headings=", ".join(HEADINGS))


class _Matching:
    """Reads row after row; what it found is in `wanted`, `numbers` and `faults`."""

    def __init__(self, columns, by):
        self.columns = columns
        self.forces = _by_name(policies.forces_of(by, policies.SEE_RATINGS))
        self.visible = Assessment.objects.visible_to(by)
        self.ratings = {}
        self.wanted, self.numbers, self.faults = [], {}, []

    def look_up(self, rows):
        slugs = {self._cell(cells, "Report") for _, cells in rows}
        slugs = {slug for slug in slugs if isinstance(slug, str) and "\0" not in slug}
        found = self.visible.filter(recommendation__report__slug__in=slugs)
        for rating in found.select_related("force", "recommendation__report"):
            finding = rating.recommendation
            self.ratings[rating.force.short_name, finding.report.slug, finding.ref] = rating

    def add(self, number, cells):
        before = len(self.faults)
        self.faults += beyond_headings(number, cells, self.columns.values())
        values = self._read(number, cells)
        rating = self._rating(number, cells)
        if rating is None or len(self.faults) > before:
            return
        if other := self.numbers.get(rating.pk):
            self._fault(number, "Number", TWICE.format(number=other))
            return
        self.numbers[rating.pk] = number
        self._add_what_was_changed(number, cells, rating, values)

    def _cell(self, cells, heading):
        position = self.columns[heading]
        return cells[position] if position < len(cells) else ""

    def _fault(self, number, heading, message):
        self.faults.append(Fault(number, self.columns[heading], heading, message))

    def _read(self, number, cells):
        """Return {field: value} of what can be read in a row."""
        pieces = {}
        for column in COLUMNS:
            cell = self._cell(cells, column.heading)
            if isinstance(cell, Unreadable):
                self._fault(number, column.heading, cell.why)
                continue
            try:
                read = (column.read or words)(cell)
            except ValueError as error:
                self._fault(number, column.heading, str(error))
                continue
            if column.field:
                pieces.setdefault(column.field, []).append(read)
        return {
            field: value_of(found)
            for field, found in pieces.items()
            if len(found) == sum(column.field == field for column in COLUMNS)
        }

    def _rating(self, number, cells):
        """Return the rating that a row names, or None where it names none of the person's."""
        names = [self._cell(cells, heading) for heading in HEADINGS[:4]]
        if any(isinstance(name, Unreadable) for name in names):
            return None
        name, report, ref, subject = (str(name).strip() for name in names)
        force = self.forces.get(_plain(name))
        if force is None:
            unknown = UNKNOWN_FORCE.format(name=name[:60])
            self._fault(number, "Force", unknown if name else NO_FORCE)
            return None
        rating = self.ratings.get((force, report, ref))
        if rating is None:
            where = {"force": force, "number": ref[:60], "report": report[:80]}
            self._fault(number, "Number", UNKNOWN_RATING.format(**where))
        elif subject.split() != rating.recommendation.subject.split():
            there = {"number": ref, "subject": rating.recommendation.subject}
            self._fault(number, "Subject", OTHER_SUBJECT.format(**there))
            return None
        return rating

    def _add_what_was_changed(self, number, cells, rating, values):
        """Leave out what stands as it was exported: somebody may have changed it since."""
        try:
            exported = digests_in(str(self._cell(cells, "As exported")).strip())
        except ValueError as error:
            self._fault(number, "As exported", str(error))
            return
        changed = {
            field: value for field, value in values.items() if digest(value) != exported[field]
        }
        for field, value in changed.items():
            if refusal := why_not(value):
                self._fault(number, heading_of(field), refusal)
            now = getattr(rating, field)
            if digest(now) not in (exported[field], digest(value)):
                words_now = in_words(field, now) or "blank"
                self._fault(number, heading_of(field), SINCE.format(now=words_now))
        self.wanted.append(Wanted(rating.pk, changed))


def _by_name(forces):
    """Return {plain name: short name}, by the short and by the official name."""
    names = [(name, one.short_name) for one in forces for name in (one.name, one.short_name)]
    return {_plain(name): short_name for name, short_name in names}


def _plain(name):
    """Return a name in small letters, with one common space wherever it has any."""
    return " ".join(name.split()).casefold()
