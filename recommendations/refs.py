"""The address of a finding in its report: `1`, `3a`, `7.1`, `afi-1`, `coc-1-2`. Pure."""

import re

PREFIX = {"recommendation": "", "afi": "afi", "cause_of_concern": "coc", "practice": "practice"}
UNSAFE = re.compile(r"[^0-9a-z.]+")


def make_ref(kind, label, parent_ref, taken):
    """Return a new address for a finding, unique among the `taken` refs of its report.

    A recommendation's printed label is its address ("3a" -> `3a`); other kinds carry
    their kind (`afi-1`); one nested under a cause of concern carries the parent's
    (`coc-1-2`) unless its label already begins with it (`7.1` under `7`). Unnumbered
    findings are counted in order.
    """
    stem = parent_ref or PREFIX[kind]
    if parent_ref and kind not in ("recommendation", "cause_of_concern"):
        stem = f"{parent_ref}-{PREFIX[kind]}"
    own = _own_part(label)
    if own:
        stem = "" if parent_ref and own.startswith(parent_ref) else stem
        ref = _join(stem, own)
        if ref not in taken:
            return ref
    number = 1
    while (ref := _join(stem, f"{own}-{number}" if own else str(number))) in taken:
        number += 1
    return ref


def _own_part(label):
    own = UNSAFE.sub("-", label.lower()).strip("-.")
    words = [part for part in own.split("-") if any(figure.isdigit() for figure in part)]
    return "-".join(words) or own


def _join(stem, own):
    return f"{stem}-{own}" if stem else own
