"""How a piece of open data is declared: its name, its type, its words and where it comes from.

The interface, the bulk files, their description for programs and the page for people are all
made of these declarations. Pure.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

TEXT = {"type": "string"}
NUMBER = {"type": "integer", "minimum": 0}
FLAG = {"type": "boolean"}
TEXTS = {"type": "array", "items": TEXT}
MOMENT = {"type": "string", "format": "date-time"}
ADDRESS = {"type": "string", "format": "uri"}
# As documents give them: a day, a month, or nothing that is known.
DATE = {"type": "string", "pattern": r"^([0-9]{4}-[0-9]{2}(-[0-9]{2})?)?$"}


def one_of(choices, *, or_blank=False):
    """Return the schema of a key of `choices`, a TextChoices."""
    return {"type": "string", "enum": [*choices.values, *([""] if or_blank else [])]}


def nullable(schema):
    """Return `schema` for what may also be null."""
    return {**schema, "type": [schema["type"], "null"]}


def absolute(place):
    """Return the whole address of a path of this site."""
    return f"{settings.SITE_ADDRESS}{place}"


@dataclass(frozen=True)
class Field:
    """A name, a JSON Schema, a sentence on what it means, and what makes it of a thing."""

    name: str
    schema: dict
    words: str
    of: Callable


@dataclass(frozen=True)
class Shape:
    """The fields of one kind of thing, in their order; `name` is what the description calls it."""

    name: str
    words: str
    fields: tuple[Field, ...]

    @property
    def names(self):
        return [field.name for field in self.fields]

    @property
    def schema(self):
        """Return the JSON Schema of what `of` returns."""
        return {
            "type": "object",
            "description": self.words,
            "properties": {
                field.name: {**field.schema, "description": field.words} for field in self.fields
            },
            "required": self.names,
            "additionalProperties": False,
        }

    def of(self, thing):
        """Return what JSON says of `thing`."""
        return {field.name: field.of(thing) for field in self.fields}


def listed(shape):
    """Return the schema of a list of `shape`."""
    return {"type": "array", "items": shape.schema}
