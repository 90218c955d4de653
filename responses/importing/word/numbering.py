"""The lists of a Word document: what mark each item gets, counted as Word counts. Pure."""

import re
from dataclasses import dataclass

from .trees import value, whole

DEEPEST_LEVEL = 8
LEVELS = range(DEEPEST_LEVEL + 1)
LONGEST_MARK = 100
# Word repeats a letter after z: aa, bb … to this number, and prints figures beyond it.
MOST_LETTERED = 780
PLACE = re.compile(r"%(\d)")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
         (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
MOST_ROMAN = 4000


@dataclass(frozen=True)
class _Level:
    """A level of a list: how its items are counted, from which number, and what is printed."""

    how: str = "decimal"
    start: int = 1
    text: str = ""


class Numbering:
    """Counts the items as they are asked for, in the order of the document; `root` may be None.

    What the lists are is read once, however many items they have.
    """

    def __init__(self, root):
        every = [] if root is None else root.findall("abstractNum")
        by_link = {value(one, "styleLink"): one for one in every if value(one, "styleLink")}
        self._abstract = {
            one.get("abstractNumId"): _levels(by_link.get(value(one, "numStyleLink"), one))
            for one in every
        }
        self._lists, self._of, self._starts = {}, {}, {}
        for one in [] if root is None else root.findall("num"):
            self._learn(one, one.get("numId"))
        self._counts = {}
        self._begun = set()

    def item(self, number, level):
        """Return (is bullet, mark, level) of the next item of the list, or None if it has no mark.

        A bullet has no mark to print. `number` is the list's, as a text.
        """
        level = min(max(whole(level), 0), DEEPEST_LEVEL)
        levels = self._lists.get(number, {})
        if level not in levels:
            return None
        how = levels[level].how
        if how == "bullet":
            return True, "", level
        counts = self._count(number, level, levels)
        mark = PLACE.sub(lambda place: _in_mark(place, counts, levels), levels[level].text).strip()
        return (False, mark[:LONGEST_MARK], level) if mark and how != "none" else None

    def _learn(self, one, number):
        """Keep the levels of a list, with what the list says otherwise, and where it begins."""
        self._of[number] = value(one, "abstractNumId")
        overrides = one.findall("lvlOverride")
        own = {_at(each): _level(each.find("lvl")) for each in overrides if _says(each)}
        self._lists[number] = self._abstract.get(self._of[number], {}) | own
        starts = {_at(each): value(each, "startOverride") for each in overrides}
        self._starts[number] = {
            level: whole(start, 1)
            for level, start in starts.items()
            if level in LEVELS and start is not None
        }

    def _count(self, number, level, levels):
        """Count one item on, begin the deeper levels anew, and return the counts by level."""
        counts = self._counts.setdefault(self._of[number], {})
        self._begin(number, counts)
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        for higher in range(level):
            counts.setdefault(higher, levels.get(higher, _Level()).start)
        return counts

    def _begin(self, number, counts):
        """A list that begins with a number of its own does so once."""
        if number not in self._begun:
            self._begun.add(number)
            counts |= {level: start - 1 for level, start in self._starts[number].items()}


def _levels(abstract):
    every = abstract.findall("lvl")
    return {_at(level): _level(level) for level in every if _at(level) in LEVELS}


def _says(override):
    """Whether a list describes a level anew."""
    return override.find("lvl") is not None and _at(override) in LEVELS


def _level(element):
    text = value(element, "lvlText", "")[:LONGEST_MARK]
    return _Level(value(element, "numFmt", "decimal"), whole(value(element, "start"), 1), text)


def _at(element):
    return whole(element.get("ilvl"))


def _in_mark(place, counts, levels):
    level = int(place[1]) - 1
    return printed(counts.get(level, 1), levels.get(level, _Level()).how)


def printed(number, how):
    """Return `number` as the format `how` of Word prints it: 3 as "3", "c", "III" …"""
    if how in ("lowerLetter", "upperLetter") and 0 < number <= MOST_LETTERED:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if how.startswith("upper") else letters
    if how in ("lowerRoman", "upperRoman") and 0 < number < MOST_ROMAN:
        letters = _roman(number)
        return letters.upper() if how.startswith("upper") else letters
    return f"{number:02}" if how == "decimalZero" else str(number)


def _roman(number):
    letters = ""
    for worth, letter in ROMAN:
        times, number = divmod(number, worth)
        letters += letter * times
    return letters
