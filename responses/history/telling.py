"""A save in plain words: each part that it touched, each field with what it said and says. Pure."""

import datetime
from dataclasses import dataclass

from recommendations.diff_folding import fold
from recommendations.fields import RichTextField
from recommendations.partial_dates import PartialDate
from recommendations.rich_diff import Difference, compare_rich
from recommendations.word_diff import replaced

from .saves import ADDED, REMOVED

# What readers call things that the code, or the Act, calls otherwise.
CALLED = {"recommendation": "finding", "membership": "role"}
# What names a thing among others of its kind: the first of these that it has.
NAMING = ("heading", "label", "name", "short_title", "subject", "question", "addressee", "role")
# The title of a response names the whole of it, and is none among others.
NAMED_BY = {
    "action": ("title",),
    "coveringletter": ("recipient",),
    "copyaddressee": ("name", "recipient"),
}
GONE = "something that is not there any more"
UNKNOWN_BEFORE = "What it said before is not recorded."


@dataclass(frozen=True)
class Told:
    """What was done to one part: such words as "Section “Introduction” changed", and its fields."""

    words: str
    fields: tuple[tuple[str, Difference], ...]
    note: str = ""


def tell(step, names):
    """Return `step` as Told; `names` says what the keys in it are called (reading.names_of)."""
    model, _ = step.thing
    words = headline(step, names)
    if step.how in (ADDED, REMOVED):
        values = {name: value for name, value in step.after.items() if name != "order"}
        before, after = ({}, values) if step.how == ADDED else (values, {})
        return Told(words, tuple(_fields(model, before, after, names)))
    if step.before is None:
        return Told(words, (), UNKNOWN_BEFORE)
    return Told(words, tuple(_fields(model, step.before, step.after, names)))


def headline(step, names):
    """Return what was done to one part and no more: "Section “Introduction” changed"."""
    model, _ = step.thing
    return f"{_what(model, step.after, names)} {step.how}"


def _what(model, values, names):
    """Return what a part is called: its heading, label or name, or what it is about."""
    kind = CALLED.get(model._meta.model_name, model._meta.verbose_name)
    kind = kind[:1].upper() + kind[1:]
    naming = NAMED_BY.get(model._meta.model_name, NAMING)
    named = next(filter(None, (_in_words(model, one, values, names) for one in naming)), "")
    abouts = (_in_words(model, field, values, names) for field in ("findings", "finding"))
    if about := "".join(abouts):
        return f"{kind} to {about}"
    if rated := _in_words(model, "recommendation", values, names):
        return f"{kind} of {rated}"
    what = f"{kind} “{named}”" if named else kind
    force = _in_words(model, "force", values, names)
    return f"{what} for {force}" if force else what


def _fields(model, before, after, names):
    for name in dict.fromkeys([*before, *after]):
        field = model._meta.get_field(name)
        difference = _difference(field, before.get(name), after.get(name), names)
        if difference:
            yield _label(field), difference


def _difference(field, was, now, names):
    """Return how two values of `field` differ, or None where a reader sees no difference."""
    if isinstance(field, RichTextField):
        difference = compare_rich(was or "", now or "")
        return difference and Difference(fold(difference.lines), difference.note)
    if field.many_to_many:
        was, now = _only_in(was, now), _only_in(now, was)
    old, new = (_in_words(field.model, field.name, {field.name: one}, names) for one in (was, now))
    # Two things of one name are two things all the same.
    is_told = was != now if field.is_relation else old != new
    return Difference(replaced(old, new)) if is_told else None


def _only_in(keys, others):
    return tuple(key for key in keys or () if key not in (others or ()))


def _label(field):
    return field.verbose_name[:1].upper() + field.verbose_name[1:]


def _in_words(model, name, values, names):
    """Return how a field of `values` reads; an empty string where it is blank or not there."""
    value = values.get(name)
    if value in (None, "", ()):
        return ""
    if (model, name) in names:
        called = names[model, name]
        keys = value if isinstance(value, tuple) else (value,)
        return ", ".join(called.get(key, GONE) for key in keys)
    field = model._meta.get_field(name)
    if isinstance(value, bool):
        return "Yes" if value else ""
    if isinstance(value, PartialDate):
        return str(value) if value else ""
    if isinstance(value, datetime.date):
        return PartialDate.of(value).words
    return str(dict(field.flatchoices).get(value, value))
