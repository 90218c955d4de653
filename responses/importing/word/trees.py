"""An XML part as a tree, within bounds, with names that are plain of their namespaces. Pure."""

import io
import re
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from ..refusal import ImportRefusedError

MOST_ELEMENTS = 200_000
DEEPEST = 120
# Reading very many attributes of one element takes long before any of them is seen.
MOST_ATTRIBUTES = 1000
LONG_ELEMENT, ATTRIBUTE = re.compile(rb"<[^<]{4000,}"), re.compile(rb"=\s*[\"']")

NOT_XML = "The Word document is damaged: open it in Word, save it again, and try that."
DEFINES = (
    "The Word document defines entities of XML, which no word processor writes: it is not opened."
)
TOO_MANY = "The Word document has more parts than a response can have: it is not opened."


def tree(data):
    """Return the root of `data`: "{…}val" is "val" in it, in elements and attributes alike.

    Raises ImportRefusedError for what is no XML, defines entities, or is too large or deep.
    """
    if _is_crowded(data):
        raise ImportRefusedError(TOO_MANY)
    try:
        return _tree(data)
    except ParseError as error:
        raise ImportRefusedError(NOT_XML) from error
    except DefusedXmlException as error:
        raise ImportRefusedError(DEFINES) from error


def _is_crowded(data):
    """Whether an element has more than MOST_ATTRIBUTES, in letters of one byte or of two."""
    elements = LONG_ELEMENT.finditer(data.replace(b"\0", b""))
    return any(len(ATTRIBUTE.findall(element[0])) > MOST_ATTRIBUTES for element in elements)


def _tree(data):
    number = depth = 0
    root = None
    for event, element in iterparse(io.BytesIO(data), events=("start", "end"), forbid_dtd=True):
        if event == "end":
            depth -= 1
            _make_plain(element)
            root = element
            continue
        number += 1
        depth += 1
        if number > MOST_ELEMENTS or depth > DEEPEST:
            raise ImportRefusedError(TOO_MANY)
    return root


def _make_plain(element):
    element.tag = element.tag.rpartition("}")[2]
    if any("}" in name for name in element.attrib):
        plain = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
        element.attrib.clear()
        for name, text in plain.items():
            element.set(name, text)


def alternative(content):
    """Return the version of what is there for several programs: the first that has words.

    The versions say the same, the newest program's first; what it has for a sign, such as a
    face, may be known to no other, and the last has it as text.
    """
    versions = content.findall("Choice") + content.findall("Fallback")
    worded = (one for one in versions if any(each.text for each in one.iter("t")))
    return next(worded, versions[0] if versions else ())


def value(element, name, default=None):
    """Return the value of the child `name` of `element`, or `default` where it has none."""
    child = None if element is None else element.find(name)
    return default if child is None else child.get("val", default)


def is_on(element, name):
    """Return whether the mark `name` in the properties `element` is set, or None if unsaid."""
    child = None if element is None else element.find(name)
    return None if child is None else child.get("val", "1") not in ("0", "false", "off", "none")


def whole(text, default=0):
    """Return the whole number that `text` is, or `default`."""
    is_number = text is not None and text.lstrip("-").isdecimal() and len(text) < 10
    return int(text) if is_number else default
