"""A formula of Word on one line: its parts, with signs for what stands above or below. Pure."""

from itertools import islice

from .trees import value

FORMULAS = frozenset({"oMath", "oMathPara"})
# What is read as it is anywhere in a paragraph.
OF_PARAGRAPHS = frozenset({"r", "t", "del", "moveFrom", "hyperlink", "AlternateContent"})
BEFORE = {"den": "/", "sup": "^", "sub": "_", "lim": "_"}
AFTER = {"fName": " ", "mr": "; "}
# What is put in brackets where it says more than a letter or a number.
GROUPED = frozenset({"num", "den", "sup", "sub", "lim"})
BETWEEN = {"mr": ", ", "eqArr": "; "}
OPENS, CLOSES, PARTS, INTEGRAL, HAT = "(", ")", "|", "∫", "\u0302"


def parts(formula):
    """Return the signs, as texts, and the elements that a paragraph reads, of which it is made.

    Whatever it holds that is not known is gone through for what is in it.
    """
    found = []
    _gather(formula, found)
    return [part for part in found if part != ""]


def _gather(formula, found):
    is_first = True
    for child in formula:
        if child.tag in OF_PARAGRAPHS:
            found.append(child)
        elif not child.tag.endswith("Pr"):
            if child.tag == "e":
                found.append("" if is_first else _between(formula))
                is_first = False
            _gather_with_signs(formula, child, found)


def _gather_with_signs(parent, child, found):
    is_root = _is_root(parent, child)
    is_grouped = (child.tag in GROUPED or is_root) and _says_much(child)
    found.append("√" if is_root else BEFORE.get(child.tag, ""))
    found.append(_opening(child) or (OPENS if is_grouped else ""))
    _gather(child, found)
    found.append(_closing(child) or (CLOSES if is_grouped else ""))
    found.append(AFTER.get(child.tag, ""))


def _is_root(parent, child):
    return parent.tag == "rad" and child.tag == "e"


def _says_much(element):
    texts = list(islice((one.text for one in element.iter("t") if one.text), 2))
    return len(texts) > 1 or (len(texts) == 1 and len(texts[0]) > 1 and not texts[0].isdecimal())


def _between(parent):
    """Return the sign between two of the things that `parent` lists."""
    if parent.tag == "d":
        return value(parent.find("dPr"), "sepChr", PARTS)
    return BETWEEN.get(parent.tag, "")


def _opening(element):
    if element.tag == "d":
        return value(element.find("dPr"), "begChr", OPENS)
    return value(element.find("naryPr"), "chr", INTEGRAL) if element.tag == "nary" else ""


def _closing(element):
    if element.tag == "d":
        return value(element.find("dPr"), "endChr", CLOSES)
    return value(element.find("accPr"), "chr", HAT) if element.tag == "acc" else ""
