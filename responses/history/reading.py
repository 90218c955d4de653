"""Reads the history of a response and its parts: the same number of questions, however long."""

import functools

from django.apps import apps

from forces.models import LocalPolicingBody
from recommendations.models import Assessment, InspectionReport, Recommendation

from ..models import (
    Answer,
    ChiefOfficerComments,
    LabelledField,
    NarrativeSection,
    PrintedWording,
    Response,
    Signatory,
)
from .saves import Row

PARTS = (NarrativeSection, Answer, Signatory, LabelledField, PrintedWording)
# What a thing is of never changes; the state and the reason for gaps are told by the moves.
LEFT_OUT = {"id", "response", "force", "report", "status", "override_reason"}


def rows_of(response):
    """Return the Rows of `response` and of all parts that it has or had.

    The chief officer's comments are no part of it: what the force drafts is its own.
    """
    rows = rows_in(Response.history.filter(id=response.pk), LEFT_OUT, "further_reports")
    for model in PARTS:
        m2m = "findings" if model is Answer else None
        rows += rows_in(model.history.filter(response_id=response.pk), LEFT_OUT, m2m)
    return rows


def rows_of_comments(comments):
    """Return the Rows of the chief officer's comments, for those who write them."""
    left_out = LEFT_OUT | {"sent_text"}  # It is what the text was when it was sent.
    return rows_in(ChiefOfficerComments.history.filter(id=comments.pk), left_out)


def names_of(response, saves):
    """Return what the keys in `saves` of `response` are called: {(model, field): {key: name}}."""
    findings = Recommendation.objects.select_related("report")
    name = functools.partial(_finding_name, response.report_id)
    names = names_in(
        saves,
        (
            (Response, "body", LocalPolicingBody.objects, str),
            (Response, "follows", Response.objects.select_related("force", "report"), str),
            (Response, "further_reports", InspectionReport.objects, str),
            (Answer, "explained_in", NarrativeSection.objects, str),
            (Answer, "findings", findings, name),
            (PrintedWording, "finding", findings, name),
            (Assessment, "recommendation", findings, name),
        ),
    )
    names[Answer, "explained_in"] |= _removed_sections(response)
    return names


def _finding_name(lead, finding):
    """Return a name that no other finding has which the response can answer.

    Further reports number theirs alike, and some findings are printed without a number.
    """
    name = finding.name if finding.label else str(finding)
    return name if finding.report_id == lead else f"{finding.report.short_title}: {name}"


def _removed_sections(response):
    """Return what the sections were called that are not there any more, by their keys."""
    removed = NarrativeSection.history.filter(response_id=response.pk, history_type="-")
    rows = removed.values_list("id", "heading", "kind")
    return {pk: str(NarrativeSection(heading=heading, kind=kind)) for pk, heading, kind in rows}


def names_in(saves, relations):
    """Return what the keys in `saves` are called: {(model, field name): {key: name}}.

    `relations` are (model, field name, where the rows are, how one is called).
    """
    return {
        (model, field): {
            row.pk: name(row) for row in rows.in_bulk(_keys(saves, model, field)).values()
        }
        for model, field, rows, name in relations
    }


def _keys(saves, model, field):
    steps = [step for save in saves for step in save.steps if step.thing[0] is model]
    values = [state.get(field) for step in steps for state in (step.before or {}, step.after)]
    several = [value if isinstance(value, tuple) else (value,) for value in values]
    return {key for keys in several for key in keys if key is not None}


def rows_in(history, left_out, m2m=None):
    """Return the Rows of `history`, without the fields `left_out`.

    `m2m` names the many-to-many field of the model that is tracked, if one is.
    """
    model = history.model.instance_type
    fields = [field for field in model._meta.concrete_fields if field.name not in left_out]
    several = _several(model, history, m2m) if m2m else {}
    return [
        Row(
            thing=(model, row.id),
            at=row.history_date,
            by=row.history_user_id,
            values={field.name: getattr(row, field.attname) for field in fields}
            | ({m2m: tuple(sorted(several.get(row.pk, ())))} if m2m else {}),
            is_first=row.history_type == "+",
            is_removal=row.history_type == "-",
        )
        for row in history.order_by("history_date", "history_id")
    ]


def _several(model, history, m2m):
    """Return the keys that a many-to-many field held, by the key of the row of `history`."""
    through = apps.get_model(model._meta.app_label, f"{history.model.__name__}_{m2m}")
    column = model._meta.get_field(m2m).m2m_reverse_name()
    found = {}
    for pk, key in through.objects.filter(history__in=history).values_list("history", column):
        found.setdefault(pk, []).append(key)
    return found
