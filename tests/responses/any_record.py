"""Records made from the types of their fields alone, so that later fields are in them too."""

import dataclasses
import types
import typing

from hypothesis import strategies as st

from recommendations.deadlines import Outcome
from recommendations.partial_dates import UNKNOWN, PartialDate
from recommendations.rag import Rag
from responses.kinds import FieldKind, LayoutName, SectionKind, Voice

# Text that is one of a few keys, and not just any words.
KEYS = {
    "Record.layout": LayoutName.values,
    "Deadline.outcome": Outcome.values,
    "Rating.rag": Rag.values,
    "Labelled.kind": FieldKind.values,
    "Section.kind": SectionKind.values,
    "Section.voice": Voice.values,
}
HTML = ["", "<p>One.</p>", "<p><em>One.</em></p>", "<p>Two words.</p><p>One.</p>"]


def sample(kind, number, path=""):
    """Return a `kind` with something in each of its places: another for another `number`."""
    arguments = typing.get_args(kind)
    if kind is PartialDate:
        return PartialDate(2026, 1 + number % 12, 1 + number % 28)
    if dataclasses.is_dataclass(kind):
        return kind(**{name: sample(hint, number, at) for name, hint, at in _fields(kind)})
    if typing.get_origin(kind) is types.UnionType:
        return sample(arguments[0], number, path)
    if typing.get_origin(kind) is tuple:
        return tuple(sample(arguments[0], one, path) for one in (number, number + 1))
    if path in KEYS:
        return KEYS[path][number % len(KEYS[path])]
    if path.endswith("html"):
        return f"<p>The text {number} of {path}.</p>"
    return {str: f"{path} {number}", int: number, bool: bool(number % 2)}[kind]


def variants(kind, value, path=""):
    """Yield (path, other value) for each change of one place of `value`, which is a `kind`."""
    item = next(iter(typing.get_args(kind)), None)
    if typing.get_origin(kind) is types.UnionType:
        yield f"{path} taken away", None
        yield from variants(item, value, path)
    elif typing.get_origin(kind) is tuple:
        yield f"{path} without the first", value[1:]
        yield f"{path} with one more", (*value, sample(item, 7, path))
        yield f"{path} with the first twice", (*value, value[0])
        yield f"{path} in another order", value[::-1]
        for place, other in variants(item, value[0], path):
            yield place, (other, *value[1:])
    elif dataclasses.is_dataclass(kind) and kind is not PartialDate:
        for name, hint, at in _fields(kind):
            for place, other in variants(hint, getattr(value, name), f"{path} > {at}"):
                yield place, dataclasses.replace(value, **{name: other})
    else:
        others = (sample(kind, number, path.rsplit(" > ", 1)[-1]) for number in (8, 9))
        yield path, next(other for other in others if other != value)


def strategy(kind, path=""):
    """Return the strategy of Hypothesis for any `kind`, of few values, so that some are equal."""
    item = next(iter(typing.get_args(kind)), None)
    if kind is PartialDate:
        return st.sampled_from([UNKNOWN, PartialDate(2026, 5), PartialDate(2026, 5, 29, "May")])
    if dataclasses.is_dataclass(kind):
        return st.builds(kind, **{name: strategy(hint, at) for name, hint, at in _fields(kind)})
    if typing.get_origin(kind) is types.UnionType:
        return st.none() | strategy(item, path)
    if typing.get_origin(kind) is tuple:
        return st.lists(strategy(item, path), max_size=3).map(tuple)
    texts = KEYS.get(path) or (HTML if path.endswith("html") else ["", "one", "two words"])
    return st.sampled_from({str: texts, int: [0, 1], bool: [False, True]}[kind])


def _fields(kind):
    """Yield (name, type, path) of each field of a dataclass."""
    for name, hint in typing.get_type_hints(kind).items():
        yield name, hint, f"{kind.__name__}.{name}"
