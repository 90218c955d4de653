"""The text of a Word paragraph: what its runs say, as spans, and what they hold besides. Pure."""

from functools import partial

from ..refusal import ImportRefusedError
from .fields import ADDRESS, TICKED, UNTICKED, Fields
from .formulas import FORMULAS, parts
from .spans import Span
from .symbols import symbol
from .told import Left
from .trees import alternative, is_on, value

# What says nothing; whatever else is not known only wraps what it holds.
SKIPPED = frozenset({"moveFrom", "pPr"})
SIGNS = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "",
}  # fmt: skip
LONGEST_ADDRESS = 1000
MOST_TEXT = 12 * 1024 * 1024
TOO_LONG = (
    "The text and the links of the Word document are longer than any response: it is not read."
)
REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
UNSAID = {"vanish": Left.HIDDEN, "strike": Left.STRUCK, "dstrike": Left.STRUCK}
DRAWN = frozenset({"drawing", "pict", "object", "txbxContent"})


class Runs:
    """Reads one paragraph after the other.

    `notes` are those of the document by (kind, id), each its Spans; `boxes` gathers the text
    boxes that a paragraph holds, for the reader to take after it.
    """

    def __init__(self, styles, addresses, notes, told):
        self._styles, self._addresses, self._notes, self._told = styles, addresses, notes, told
        self._fields = Fields()
        self._left = MOST_TEXT
        self.boxes = []
        self.breaks_page = False

    def spans(self, paragraph, style):
        """Return the Spans of `paragraph`, an element whose style has that name."""
        self.breaks_page = False
        found = []
        self._read(paragraph, partial(self._run, found, style), "", found)
        return found + self._of_fields()

    def _of_fields(self):
        """Return the Spans of what unfinished fields held back; what others never show is told."""
        held, never = self._fields.finish(), self._fields.never_shown
        self._told.leave(Left.HIDDEN, "".join(never))
        self._fields.never_shown = []
        return [self._span(held, False, "")] if held else []

    def _read(self, parent, take, address, found):
        """Walk through what stands in a paragraph, or in something that wraps text there."""
        for child in _inside(parent):
            if child.tag == "r":
                take(child, address)
            elif child.tag == "del":
                self._told.leave(Left.DELETED, plain(child))
            elif child.tag == "sdt":
                self._control(child, take, address, found)
            elif child.tag in FORMULAS:
                self._formula(child, take, address, found)
            elif child.tag == "t":  # Of a formula.
                found.append(self._span(child.text or "", False, address))
            elif child.tag not in SKIPPED:
                self._told.inserted += child.tag == "ins"
                self._read(child, take, self._address_of(child) or address, found)

    def _formula(self, formula, take, address, found):
        for part in parts(formula):
            if isinstance(part, str):
                found.append(self._span(part, False, address))
            else:
                self._read((part,), take, address, found)

    def _address_of(self, child):
        """Return where a link, old or new, leads, or ""."""
        if child.tag == "hyperlink":
            return self._addresses.get(child.get("id"), "")
        match = ADDRESS.search(child.get("instr", ""))
        return match[1] if match else ""

    def _control(self, control, take, address, found):
        """Take what a content control says; the words that ask for something say nothing."""
        properties, content = control.find("sdtPr"), control.find("sdtContent")
        if content is None:
            return
        box = None if properties is None else properties.find("checkbox")
        if box is not None:
            found.append(Span(TICKED if is_on(box, "checked") else UNTICKED))
        elif is_prompt(properties):
            self._told.leave(Left.PROMPT, plain(content))
        else:
            self._read(content, take, address, found)

    def _run(self, found, style, run, address):
        properties = next(iter(run.findall("rPr")[-1:]), None)  # A formula's stand before.
        unsaid = (left for mark, left in UNSAID.items() if self._is_set(properties, style, mark))
        if left := next(unsaid, None):
            self._told.leave(left, plain(run))
            return
        is_bold = bool(self._is_set(properties, style, "b"))
        for child in _inside(run):
            if child.tag in REFERENCES:
                found += self._note(child)
            elif child.tag == "ruby":
                self._ruby(child, partial(self._run, found, style), address, found)
            elif text := self._fields.shown(child, self._text(child)):
                found.append(self._span(text, is_bold, address or self._fields.address))

    def _ruby(self, ruby, take, address, found):
        """Take words with a gloss above them; it stands in brackets after them."""
        base, gloss = ruby.find("rubyBase"), ruby.find("rt")
        self._read(base if base is not None else (), take, address, found)
        if gloss is not None and plain(gloss):
            found.append(Span(" ("))
            self._read(gloss, take, address, found)
            found.append(Span(")"))

    def _span(self, text, is_bold, address):
        """Return the Span: an address stands beside its words in the text, so it counts too."""
        address = address if len(address) <= LONGEST_ADDRESS else ""
        self._left -= len(text) + len(address) * (1 + text.count("\t") + text.count("\n"))
        if self._left < 0:
            raise ImportRefusedError(TOO_LONG)
        return Span(text, is_bold, address)

    def _is_set(self, properties, style, mark):
        """The run says first, then the style of its letters, then that of its paragraph."""
        own = is_on(properties, mark)
        if own is None:
            own = self._styles.is_set(value(properties, "rStyle"), mark)
        return self._styles.is_set(style, mark) if own is None else own

    def _text(self, child):
        if child.tag in ("t", "delText"):
            return child.text or ""
        if child.tag in SIGNS:
            return self._sign(child)
        if child.tag in ("sym", "symEx"):
            return symbol(child.get("font", ""), child.get("char", ""))
        if child.tag in DRAWN:
            self._drawn(child)
            return ""
        return plain(child)  # Of what is not known, whatever words it has.

    def _sign(self, child):
        if child.tag == "br" and child.get("type") in ("page", "column"):
            self.breaks_page = child.get("type") == "page"
            return "\n"
        return SIGNS[child.tag]

    def _note(self, child):
        """Return the Spans of a note, in brackets, where it is referred to for the first time."""
        spans = self._notes.pop((REFERENCES[child.tag], child.get("id")), ())
        if not spans:
            return ()
        self._told.footnotes += 1
        counted = (self._span(one.text, one.is_bold, one.address) for one in spans)
        return Span(" ("), *counted, Span(")")

    def _drawn(self, drawn):
        """Keep the text boxes of a drawing; of a picture what stands for it is told."""
        boxes = list(_outermost((drawn,), "txbxContent"))
        self.boxes += boxes
        self._told.boxes += len(boxes)
        words = " ".join(dict.fromkeys(_instead((drawn,))))
        if words or not boxes:
            self._told.leave(Left.PICTURE, words)


def _inside(parent):
    """Yield what is in `parent`; of what is there for several programs, one version."""
    for child in parent:
        if child.tag == "AlternateContent":
            yield from _inside(alternative(child))
        else:
            yield child


def _outermost(element, tag):
    """Yield what has that tag in `element`, but not what is inside another of them."""
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(child, tag)


def _instead(element):
    """Yield the texts that stand for pictures in `element`, but not in its text boxes."""
    for child in element:
        if child.tag != "txbxContent":
            yield from filter(None, (child.get("descr"), child.get("alt")))
            yield from _instead(child)


def is_prompt(properties):
    """Whether a content control shows only what it asks for."""
    return bool(is_on(properties, "showingPlcHdr"))


def plain(element):
    """Return the words in `element`, deleted or not, without any mark."""
    parts = []
    for child in element.iter():
        if child.tag in ("t", "delText"):
            parts.append(child.text or "")
        elif child.tag in ("tab", "br", "p", "tc"):
            parts.append(" ")
    return " ".join("".join(parts).split())
