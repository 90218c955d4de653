"""The address of a finding in its report: `1`, `3a`, `7.1`, `afi-1`, `coc-1-2`. Pure."""

import re

PREFIX = {"recommendation": "", "afi": "afi", "cause_of_concern": "coc", "practice": "practice"}
UNSAFE = re.compile(r"[^0-9a-z.]+")
# What follows a number and belongs to it: "3(a)" and "3 a" are 3a, "3(ii)" is 3ii.
LETTER = re.compile(r"[a-z]|[ivx]+")


def make_ref(kind, label, parent_ref, taken, printed=()):
    """Return a new address for a finding, unique among the `taken` refs of its report.

    A recommendation's printed label is its address ("3a" -> `3a`); other kinds carry
    their kind (`afi-1`); one nested under a cause of concern carries the parent's
    (`coc-1-2`) unless its label already begins with it (`7.1` under `7`). Unnumbered
    findings are counted in order, past the numbers that the report gives to others:
    `printed`, the labels of the other findings of its kind under its parent.
    """
    stem = parent_ref or PREFIX[kind]
    if parent_ref and kind not in ("recommendation", "cause_of_concern"):
        stem = f"{parent_ref}-{PREFIX[kind]}"
    own = _own_part(label)
    if own:
        stem = "" if parent_ref and _begins_with(own, parent_ref) else stem
        ref = _join(stem, own)
        if ref not in taken:
            return ref
    spoken_for = {*taken, *(_join(stem, _own_part(other)) for other in printed)}
    number = 1
    while (ref := _join(stem, f"{own}-{number}" if own else str(number))) in spoken_for:
        number += 1
    return ref


def printed_number(label, kind_words):
    """Return `label` without the words of its kind before the number: "Recommendation 3a" is 3a."""
    found = re.fullmatch(rf"{re.escape(kind_words)}:?\s+(\d.*)", label, re.IGNORECASE)
    return found[1] if found else label


def _begins_with(own, parent_ref):
    """Whether a label says its parent: `1a` and `1.2` say 1, but `10` does not."""
    return own.startswith(parent_ref) and not own[len(parent_ref) :][:1].isdigit()


def _own_part(label):
    """Return the number in a label with its letter, or all of it where it holds no number."""
    parts = [part.strip(".") for part in UNSAFE.split(label.lower())]
    numbers, follows = [], False
    for part in filter(None, parts):
        if any(figure.isdigit() for figure in part):
            numbers.append(part)
            follows = True
        elif follows and LETTER.fullmatch(part):
            numbers[-1] += part
        else:
            follows = False
    return "-".join(numbers or filter(None, parts))


def _join(stem, own):
    return f"{stem}-{own}" if stem else own
