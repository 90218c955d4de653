"""From the rows of a spreadsheet to new findings of a report, with each fault at its cell."""

from collections import defaultdict
from dataclasses import dataclass, field

from ...kinds import FindingKind
from ...models import Addressee
from ...services import NewFinding, standing_findings
from ..faults import Fault, beyond_headings
from ..reading import Unreadable
from . import headings
from .addressees import Known
from .standing import differences
from .values import READERS, begun, kind_and_label, named, rich, subject_of

NO_TEXT = "Write what the finding says."
NO_ROWS = "There is nothing under the headings."
TWICE = (
    "This is the same finding as in row {row}. Did a program make 7.1 of 7.10? Then write the "
    "numbers in a column of the format “Text”."
)
NO_PARENT = "No finding in a row above is called “{name}”, and none in the report."
SEVERAL = "Several findings are called “{name}”. Write such a name as Cause of concern 1."
DIFFERS = (
    "{name} is in the report already, and says otherwise: “{there}”. Change it on the page of the "
    "report, or leave the row out."
)
NOTHING_TAKEN = "Row {row} is left out: it holds nothing in the columns that are taken."
NUMBERED = (
    "No column holds numbers, so those with which {findings} begin are taken, and stand no longer "
    "in the text."
)
OWN_SUBJECT = (
    "Without a subject in the file, that of {findings} is made of the first words. It can be "
    "changed on the page of the report."
)


@dataclass
class Sheet:
    """The findings that are new, how many are there already, and all that is wrong or left out."""

    new: list[NewFinding] = field(default_factory=list)
    standing: int = 0
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def match(rows, *, report):
    """Return the Sheet of `rows` as `reading.read` gives them, for findings of `report`.

    It asks the database as often for one row as for many.
    """
    found, under = headings.find(rows)
    sheet = Sheet(faults=list(found.faults), notes=list(found.notes))
    if sheet.faults:
        return sheet
    if not under:
        sheet.faults.append(Fault(rows[-1][0], None, "", NO_ROWS))
        return sheet
    matching = _Matching(sheet, found, standing_findings(report), list(Addressee.objects.all()))
    for number, cells in under:
        matching.add(number, cells)
    if taken := matching.taken_numbers:
        sheet.notes.append(NUMBERED.format(findings=_counted(taken)))
    if made := matching.made_subjects:
        sheet.notes.append(OWN_SUBJECT.format(findings=_counted(made)))
    return sheet


def _counted(number):
    return "1 finding" if number == 1 else f"{number} findings"


class _Matching:
    """Reads row after row into its Sheet."""

    def __init__(self, sheet, found, standing, addressees):
        self.sheet, self.headings = sheet, found
        self.standing, self.known = standing, Known(addressees)
        self.rows, self.called = {}, defaultdict(list)
        self.made_subjects = self.taken_numbers = 0
        for key, finding in standing.items():
            self._call(key, finding)

    def add(self, number, cells):
        """Read the row `number`: a finding that is new, one that is there, or its faults."""
        self.sheet.faults += beyond_headings(number, cells, self.headings.headed)
        row = {name: self._cell(cells, name) for name in self.headings.places}
        if not any(row.values()):
            self.sheet.notes.append(NOTHING_TAKEN.format(row=number))
            return
        before = len(self.sheet.faults)
        says = {name: self._read(number, name, READERS[name], row[name]) for name in row}
        if "label" not in says and says["text"]:
            says["label"], says["text"] = begun(says["text"])
            self.taken_numbers += bool(says["label"])
        self._join(number, says)
        if len(self.sheet.faults) == before:
            self._take(number, says)

    def _cell(self, cells, name):
        place = self.headings.places[name]
        return cells[place] if place < len(cells) else ""

    def _read(self, number, name, reader, *cells):
        """Return what `reader` makes of `cells`, or None where that is a fault in column `name`."""
        unreadable = next((cell for cell in cells if isinstance(cell, Unreadable)), None)
        try:
            if unreadable:
                raise ValueError(unreadable.why)
            return reader(*cells)
        except ValueError as error:
            self._fault(number, name, str(error))
            return None

    def _fault(self, number, name, message):
        place = self.headings.places.get(name)
        self.sheet.faults.append(Fault(number, place, self.headings.words.get(name, ""), message))

    def _join(self, number, says):
        """Read in `says` what takes more than a cell: other cells, other rows, the addressees."""
        if says["text"] == "":
            self._fault(number, "text", NO_TEXT)
        says["numbered"] = self._read_on(number, "kind", kind_and_label, says, "kind", "label")
        says["under"] = self._read_on(number, "under", self._parent, says, "under")
        addressed = self._read_on(number, "addressed", self.known.read, says, "addressed")
        says["addressed"] = tuple((one.pk, is_inferred) for one, is_inferred in addressed or ())

    def _read_on(self, number, name, reader, says, *parts):
        """Return what `reader` makes of `parts` of `says`; a part that is a fault is told once."""
        values = [says.get(part, "") for part in parts]
        return None if None in values else self._read(number, name, reader, *values)

    def _parent(self, name):
        """Return the key of the finding that people call `name`, "" where there is no name.

        A number alone means the cause of concern, where there are others of that number.
        """
        if not name:
            return ""
        kind, label = named(name)
        found = self.called[kind, label.lower()] if label else self.called[kind]
        causes = [key for key in found if key in self.called[FindingKind.CAUSE_OF_CONCERN]]
        found = causes if len(found) > 1 and len(causes) == 1 else found
        if len(found) != 1:
            raise ValueError((SEVERAL if found else NO_PARENT).format(name=name[:60]))
        return found[0]

    def _call(self, key, finding):
        """Remember what people call `finding`: its kind and number, its number, its kind."""
        self.called[finding.kind].append(key)
        if label := finding.label.lower():
            self.called[finding.kind, label].append(key)
            self.called["", label].append(key)

    def _take(self, number, says):
        kind, label = says["numbered"]
        finding = NewFinding(
            kind=kind,
            label=label,
            under=says["under"],
            subject=says.get("subject") or subject_of(says["text"]),
            text=rich(says["text"]),
            theme=says.get("theme", ""),
            **({"due_on": says["due"]} if says.get("due") else {}),
            addressed=says["addressed"],
        )
        if other := self.rows.get(finding.key):
            self._fault(number, "label", TWICE.format(row=other))
            return
        self.rows[finding.key] = number
        if there := self.standing.get(finding.key):
            self._hold_against(there, number, says)
            return
        self._call(finding.key, finding)
        self.sheet.new.append(finding)
        self.made_subjects += not says.get("subject")

    def _hold_against(self, there, number, says):
        self.sheet.standing += 1
        for name, words in differences(there, says):
            self._fault(number, name, DIFFERS.format(name=there.name, there=words[:120]))
