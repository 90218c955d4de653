"""The description of the open data for programs: OpenAPI 3.1, made of the declarations."""

import re

from django.conf import settings

from . import register
from .fields import ADDRESS, NUMBER, TEXT, nullable
from .operations import OPERATIONS, ROOT
from .publications import ANSWER, RESPONSE

VERSION = "1.0"
SHAPES = (register.FORCE, register.REPORT, RESPONSE, ANSWER)
PROBLEM = {
    "type": "object",
    "description": "What was wrong, in words (RFC 9457).",
    "properties": {"type": TEXT, "title": TEXT, "status": NUMBER, "detail": TEXT},
    "required": ["type", "title", "status", "detail"],
    "additionalProperties": False,
}
PLACES = {"force": "The key of a force.", "report": "The key of a report."}
FILES = {
    "/data/answers.csv": ("answersFile", "All answers as a table.", "text/csv", TEXT),
    "/data/register.json": (
        "registerFile",
        "The whole register: forces, reports, every version, and all current answers.",
        "application/json",
        {
            "type": "object",
            "properties": {
                "licence": {
                    "type": "object",
                    "properties": {"name": TEXT, "address": TEXT},
                    "required": ["name", "address"],
                },
                "forces": {"type": "array", "items": {"$ref": "#/components/schemas/Force"}},
                "reports": {"type": "array", "items": {"$ref": "#/components/schemas/Report"}},
                "responses": {"type": "array", "items": {"$ref": "#/components/schemas/Response"}},
                "answers": {"type": "array", "items": {"$ref": "#/components/schemas/Answer"}},
            },
            "required": ["licence", "forces", "reports", "responses", "answers"],
            "additionalProperties": False,
        },
    ),
}


def document():
    """Return the OpenAPI document as what JSON says."""
    about = {
        "title": f"{settings.SITE_NAME}: open data",
        "version": VERSION,
        "description": "What the public register holds, to be read and used again.",
    }
    if settings.LICENCE_NAME:
        about["license"] = {"name": settings.LICENCE_NAME}
        if settings.LICENCE_ADDRESS:
            about["license"]["url"] = settings.LICENCE_ADDRESS
    paths = {f"{ROOT}{one.path}": {"get": _operation(one)} for one in OPERATIONS}
    paths |= {place: {"get": _file(*file)} for place, file in FILES.items()}
    described = {
        "openapi": "3.1.0",
        "info": about,
        "paths": paths,
        "components": {"schemas": {one.name: one.schema for one in SHAPES} | {"Problem": PROBLEM}},
    }
    if settings.SITE_ADDRESS:
        described["servers"] = [{"url": settings.SITE_ADDRESS}]
    return described


def _operation(one):
    shape = {"$ref": f"#/components/schemas/{one.shape.name}"}
    schema = _page(shape) if one.is_paged else shape
    places = re.findall(r"{(\w+)}", one.path)
    parameters = [_in_path(name) for name in places]
    parameters += [_in_query(parameter) for parameter in one.parameters]
    described = _answers(one.name, one.words, "application/json", schema)
    return {**described, "parameters": parameters}


def _file(name, words, media_type, schema):
    return _answers(name, words, media_type, schema)


def _answers(name, words, media_type, schema):
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    refusals = {
        "400": "A parameter that there is not, or that cannot be read.",
        "404": "Nothing there: no such key, or not so many pages.",
        "405": "Anything but reading.",
        "406": "Another form of the data is asked for.",
    }
    answers = {
        "200": {"description": words, "content": {media_type: {"schema": schema}}},
        "304": {"description": "Nothing changed since the entity tag that is given."},
    }
    answers |= {
        status: {"description": told, "content": problem} for status, told in refusals.items()
    }
    return {"operationId": name, "summary": words, "responses": answers}


def _page(shape):
    properties = {
        "total": {**NUMBER, "description": "How many there are in all pages."},
        "page": {**NUMBER, "description": "The number of this page."},
        "pages": {**NUMBER, "description": "How many pages there are."},
        "page_size": {**NUMBER, "description": "How many a page holds at most."},
        "previous": {**nullable(ADDRESS), "description": "The page before, or null."},
        "next": {**nullable(ADDRESS), "description": "The page after, or null."},
        "results": {"type": "array", "items": shape},
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _in_path(name):
    schema = {"type": "string", "pattern": "^[a-zA-Z0-9_-]+$"}
    told = {"name": name, "in": "path", "description": PLACES[name]}
    return {**told, "required": True, "schema": schema}


def _in_query(parameter):
    told = {"name": parameter.name, "in": "query", "description": parameter.words}
    return {**told, "required": False, "schema": parameter.schema}
