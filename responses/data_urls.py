"""The addresses of the open data: each for everybody, and for programs of any site."""

import re

from django.contrib.auth.decorators import login_not_required
from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.csrf import csrf_exempt

from .open_data.operations import OPERATIONS, ROOT
from .views.public import open_data


class RestConverter(StringConverter):
    """Whatever follows, line breaks too."""

    regex = r"[\s\S]*"


register_converter(RestConverter, "rest")


def _open(route, view, name, **given):
    return path(route, login_not_required(csrf_exempt(view)), given, name=name)


def _route(operation):
    """Return the route of an Operation: "{force}" of its path is a slug."""
    return ROOT.lstrip("/") + re.sub(r"{(\w+)}", r"<slug:\1>", operation.path)


open_data_patterns = [
    *(
        _open(_route(one), open_data.interface, f"api_{one.name}", operation=one.name)
        for one in OPERATIONS
    ),
    _open("api/<rest:rest>", open_data.nowhere, "api_nowhere"),
    _open("data/openapi.json", open_data.openapi, "openapi"),
    _open("data/answers.csv", open_data.answers_csv, "answers_csv"),
    _open("data/register.json", open_data.register_json, "register_json"),
]
