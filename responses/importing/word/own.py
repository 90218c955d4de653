"""A Word document that this product wrote: what it added of itself is left out again. Pure.

It is known by the names of its styles, and each thing in it by its style.
"""

from xml.etree.ElementTree import Element, SubElement

from .own_answers import is_muted, without_register
from .runs import plain
from .told import Left
from .trees import value

MADE_HERE = frozenset({"letterhead name", "fact", "form label", "byline"})
ADDED = frozenset(
    {"letterhead name", "letterhead", "subtitle", "fact", "notice", "lead", "contents"}
)
HEADINGS = frozenset({"At a glance", "Contents", "About this document"})
SIGNING = frozenset({"signature name", "signature line"})
TABLE, HEADING, LABEL, BYLINE, TITLE = "tbl", "heading", "form label", "byline", "title"


def without_own(body, styles, told):
    """Take out of `body` what the product added, if it wrote it; `told` takes note of it.

    What it printed as a form is one again, whose words follow is marked at its place, and who
    signs stands at the end.
    """
    if styles.called >= MADE_HERE:
        told.is_own = True
        body[:] = _Own(styles, told).kept(list(body))


class _Own:
    def __init__(self, styles, told):
        self._styles, self._told = styles, told
        self._form = self._value = None
        self._kept, self._signed = [], []

    def kept(self, children):
        """Return what is kept of `children`, in order."""
        names = [self._name(child) for child in children]
        parts = list(zip(children, names, _around(names), strict=True))
        added = [_is_added(*part) for part in parts]
        title = _title_of(children, names, added)
        for (child, name, (before, _)), is_added in zip(parts, added, strict=True):
            if is_added or (name == TITLE and title is not None):
                self._told.leave(Left.OWN, plain(child))
                self._form = None
            else:
                self._mark(child, name, before)
                self._keep(child, name)
        if title is not None:
            title.set(TITLE, "1")
        return self._kept + self._signed

    def _mark(self, child, name, before):
        if name == TABLE and before == "caption":
            without_register(child, self._told)
        elif name == BYLINE:
            child.set(BYLINE, "1")

    def _keep(self, child, name):
        """Keep `child`: below the label of a form in its row, or of who signs at the end."""
        is_apart = name == BYLINE or name.startswith(HEADING)
        if name == LABEL:
            self._label(child)
        elif name in SIGNING:
            self._signed.append(child)
        elif self._form is not None and not is_apart:
            self._say(child)
        else:
            self._form = None
            self._kept.append(child)

    def _name(self, child):
        """Return the name of the style of a paragraph, in small letters; the tag of all else."""
        if child.tag != "p":
            return child.tag
        style = value(child.find("pPr"), "pStyle", self._styles.default)
        return next(iter(self._styles.names(style)), "").lower()

    def _label(self, label):
        """Begin a row of the form, and the table that holds it where it is the first."""
        if self._form is None:
            self._form = Element(TABLE)
            self._kept.append(self._form)
        row = SubElement(self._form, "tr")
        SubElement(row, "tc").append(label)
        self._value = SubElement(row, "tc")

    def _say(self, child):
        """Keep `child` as the value of a row of the form, or of one that was left blank tell it."""
        if is_muted(child):
            self._told.leave(Left.OWN, plain(child))
        else:
            self._value.append(child)


def _around(names):
    """Return for each of `names` the one before it and the one after it."""
    return zip(("", *names[:-1]), (*names[1:], ""), strict=True)


def _is_added(child, name, around):
    before, after = around
    if name == "caption":
        return after == TABLE and plain(child).endswith("rating and answer")
    is_heading = name.startswith(HEADING) and plain(child) in HEADINGS and after in ADDED
    return name in ADDED or is_heading or (name == TABLE and before == "lead")


def _title_of(children, names, added):
    """Return the heading that is the title of the office's own document, or None.

    The form follows it at once, or what the product adds.
    """
    for place, name in enumerate(names[:-1]):
        is_over_nothing = names[place + 1] == LABEL or added[place + 1]
        if name == "heading 1" and not added[place] and is_over_nothing:
            return children[place]
    return None
