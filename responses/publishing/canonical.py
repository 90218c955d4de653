"""Canonical JSON of what is kept for ever, its hash, and the way back. Pure.

What is kept is frozen dataclasses of plain values, with the number of their schema.
"""

import dataclasses
import functools
import hashlib
import json
import types
import typing


def to_json(value):
    """Return canonical JSON: keys sorted, no spaces, so that equal values are equal text."""
    return json.dumps(
        dataclasses.asdict(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


def from_json(kind, text, *, readable):
    """Return the `kind` of which `to_json` wrote `text`.

    Raises ValueError where its schema is none of `readable`.
    """
    facts = json.loads(text)
    if facts["schema_version"] not in readable:
        raise ValueError(f"No {kind.__name__} of schema {facts['schema_version']} can be read.")
    return _reader(kind)(facts)


def sha256(payload):
    """Return the SHA-256 of canonical JSON, in hexadecimal."""
    return hashlib.sha256(payload.encode("utf-8")).hexdigest()


@functools.cache
def _reader(kind):
    """Return the function that rebuilds a `kind` from what `dataclasses.asdict` made of it."""
    arguments = typing.get_args(kind)
    if dataclasses.is_dataclass(kind):
        parts = {name: _reader(hint) for name, hint in typing.get_type_hints(kind).items()}
        return lambda facts: kind(**{name: parts[name](value) for name, value in facts.items()})
    if typing.get_origin(kind) is types.UnionType:
        read = _reader(arguments[0])
        return lambda value: None if value is None else read(value)
    if typing.get_origin(kind) is tuple:
        read = _reader(arguments[0])
        return lambda values: tuple(map(read, values))
    return lambda value: value
