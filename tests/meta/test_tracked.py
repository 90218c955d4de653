"""Writes that would pass by the history of tracked models do not stand in the code."""

import ast

import pytest
from django.apps import apps

from .source import APPS, files_of, name_of, tree_of

PASSES_BY = {"update", "bulk_create", "bulk_update", "_raw_delete", "abulk_create", "aupdate"}
# Each of these writes rows that have another history, or none to keep: pages and passages are a
# cache, ratings are opened as not yet assessed, ratings and responses are made up together with
# their history, digests are a record themselves, and the rest are no rows at all.
ALLOWED = {
    "forces/append_only.py": 1,
    "recommendations/services/ratings.py": 1,
    "responses/demonstration/national_ratings.py": 2,
    "responses/demonstration/national_responses.py": 5,
    "responses/pages/kept.py": 1,
    "responses/pages/renderer.py": 2,
    "responses/reminders/delivery.py": 4,
    "responses/searching/indexing.py": 1,
}


def calls(tree):
    """The calls in `tree` of methods that write without telling any history."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in PASSES_BY
    ]


def test_nothing_in_the_code_passes_by_the_history():
    found = {name_of(path): len(calls(tree_of(path))) for path in files_of(*APPS)}
    assert {name: number for name, number in found.items() if number} == ALLOWED


def test_a_write_that_passes_by_would_be_found():
    for line in (
        "Answer.objects.filter(pk=1).update(action='')",
        "model.objects.bulk_create(rows)",
        "rows._raw_delete('default')",
    ):
        assert calls(ast.parse(line))
    assert not calls(ast.parse("answer.save()"))


TRACKED = {
    "forces": {
        *("PoliceForce", "LocalPolicingBody", "Oversight", "OfficeHolder", "Membership"),
        "CopyAddressee",
    },
    "recommendations": {
        *("InspectionReport", "Recommendation", "Addressee", "Addressing", "Grade"),
        *("Action", "Evidence"),
    },
    "responses": {
        *("Response", "NarrativeSection", "Answer", "LabelledField", "Signatory"),
        *("PrintedWording", "ChiefOfficerComments", "CoveringLetter", "Meeting"),
    },
}


@pytest.mark.parametrize("app", TRACKED)
def test_each_working_row_is_tracked(app):
    tracked = {
        model.__name__
        for model in apps.get_app_config(app).get_models()
        if "history" in vars(model) and not model.__name__.startswith("Historical")
    }
    assert tracked == TRACKED[app]
