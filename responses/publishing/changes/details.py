"""How two values of one field differ, in words, whichever field it is. Pure."""

import dataclasses

from recommendations.diff_folding import fold
from recommendations.partial_dates import PartialDate
from recommendations.rich_diff import Difference, compare_rich
from recommendations.rich_text import to_plain
from recommendations.word_diff import compare, is_changed, replaced

from ..record import Named
from .labels import CHOICES, UNSEEN, label_of, name_in_words
from .model import Detail

# A value of no more words than this is shown whole, as it was and as it is.
SHORT = 8
READS_THE_SAME = "It is kept differently, and reads the same."


def details(before, after, *, skip=()):
    """Return the Details of all fields, but for those in `skip`, of two things of one kind."""
    names = (field.name for field in dataclasses.fields(after) if field.name not in skip)
    return tuple(
        detail
        for name in names
        for detail in field_details(type(after), name, getattr(before, name), getattr(after, name))
    )


def told(item, names, *, is_added):
    """Return the Details of the fields `names` of an item that was added, or else removed."""
    return tuple(
        detail
        for name in names
        for detail in _from_nothing(type(item), name, getattr(item, name), is_added)
        if detail.is_seen
    )


def field_details(kind, name, old, new, label=""):
    """Yield what differs in the field `name` of the dataclass `kind`, nested fields one by one."""
    if old == new:
        return
    label = label or label_of(kind, name)
    if _is_nested(old) or _is_nested(new):
        yield from _nested(label, old, new) or [reads_the_same(label)]
    else:
        yield _leaf(f"{kind.__name__}.{name}", label, old, new)


def text_difference(before, after):
    """Return how two plain texts differ, or None where they read the same."""
    if before.split() == after.split():
        return None
    is_short = max(len(before.split()), len(after.split())) <= SHORT
    if is_short and "\n" not in before + after:
        return Difference(replaced(before, after))
    lines = compare(before, after)
    return Difference(lines) if is_changed(lines) else None


def words_of(value, choices=None):
    """Return what a value of a Record says, a line for each item; blank where it says nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, PartialDate):
        return str(value) if value else ""
    if isinstance(value, Named):
        return value.words
    if isinstance(value, tuple):
        return "\n".join(words_of(item) for item in value)
    if dataclasses.is_dataclass(value):
        return ", ".join(filter(None, _parts(value)))
    return str(dict(choices.choices).get(value, value)) if choices else str(value)


def reads_the_same(label):
    """Return the Detail of what is stored differently but says the same."""
    return Detail(label, Difference(note=READS_THE_SAME), is_seen=False)


def _from_nothing(kind, name, value, is_added):
    old, new = (None, value) if is_added else (value, None)
    return field_details(kind, name, old, new)


def _nested(label, old, new):
    fields = dataclasses.fields(new if old is None else old)
    kind = type(new if old is None else old)
    return [
        detail
        for field in fields
        for detail in field_details(
            kind,
            field.name,
            getattr(old, field.name, None),
            getattr(new, field.name, None),
            f"{label}: {label_of(kind, field.name).lower()}",
        )
    ]


def _leaf(path, label, old, new):
    if path.endswith("html"):
        difference = compare_rich(old or "", new or "")
    else:
        difference = text_difference(*(words_of(one, CHOICES.get(path)) for one in (old, new)))
    if difference is None:
        return reads_the_same(label)
    folded = Difference(fold(difference.lines), difference.note)
    return Detail(label, folded, is_seen=path not in UNSEEN)


def _is_nested(value):
    return dataclasses.is_dataclass(value) and not isinstance(value, PartialDate | Named)


def _parts(thing):
    """Yield what each field of `thing` says; that something is so is said by the field's name."""
    for field in dataclasses.fields(thing):
        value = getattr(thing, field.name)
        if isinstance(value, bool):
            yield name_in_words(field.name) if value else ""
        else:
            yield to_plain(value) if field.name.endswith("html") else words_of(value)
