"""The fields of Word inside text: a command, and what it shows. Pure."""

import re
from dataclasses import dataclass, field

from .trees import is_on, value, whole

ADDRESS = re.compile(r"""HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)\"""")
TICKED, UNTICKED = "☒", "☐"
MOST_NESTED = 50
LONGEST_COMMAND = 4000


@dataclass
class _Field:
    """A field that began; `held` is the text that came before it said what it shows."""

    command: str = ""
    is_shown: bool = False
    sign: str = ""
    address: str = ""
    held: list = field(default_factory=list)


class Fields:
    """Told of each child of each run in order, it says which words are shown.

    A field begins, says its command, then what it shows, and ends; fields nest. `never_shown`
    gathers the text inside of commands whose field ended without showing anything.
    """

    def __init__(self):
        self._open = []
        self.never_shown = []

    @property
    def address(self):
        """The address to which the words that are shown now lead, or ""."""
        return next((one.address for one in self._open if one.address), "")

    def shown(self, child, text):
        """Return what of the `text` of `child` is shown."""
        if child.tag == "fldChar":
            return self._mark(child)
        if child.tag == "instrText":
            if self._open:
                command = self._open[-1].command + (child.text or "")
                self._open[-1].command = command[:LONGEST_COMMAND]
            return ""
        return self._held_back(text)

    def finish(self):
        """Return the text that fields held back which neither showed anything nor ended.

        Said at the end of a paragraph: whatever is still open there ends with it.
        """
        unfinished, self._open = self._open, []
        return "".join(one.sign + "".join(one.held) for one in unfinished)

    def _held_back(self, text):
        """Return `text` if all fields show their words; else the innermost that does not has it."""
        holder = next((one for one in reversed(self._open) if not one.is_shown), None)
        if holder is None:
            return text
        holder.held.append(text)
        return ""

    def _mark(self, child):
        kind = child.get("fldCharType")
        if kind == "begin" and len(self._open) < MOST_NESTED:
            self._open.append(_Field(sign=_ticks(child) or _chosen(child)))
        elif kind == "separate" and self._open:
            self._show(self._open[-1])
        elif kind == "end" and self._open:
            return self._end(self._open.pop())
        return ""

    def _end(self, ended):
        if not ended.is_shown:
            self.never_shown += filter(None, ended.held)
        return ended.sign

    @staticmethod
    def _show(one):
        match = ADDRESS.search(one.command)
        one.is_shown, one.address, one.held = True, match[1] if match else "", []


def _ticks(element):
    """Return the sign of an old check box of a form in `element`, or ""."""
    box = element.find("ffData/checkBox")
    if box is None:
        return ""
    ticked = is_on(box, "checked")
    return TICKED if (is_on(box, "default") if ticked is None else ticked) else UNTICKED


def _chosen(element):
    """Return the entry that an old list of a form in `element` shows, or ""."""
    entries = element.findall("ffData/ddList/listEntry")
    place = whole(value(element.find("ffData/ddList"), "result"), 0)
    return entries[place].get("val", "") if place < len(entries) else ""
