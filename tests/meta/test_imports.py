"""Imports run one way, and pure rules know neither the database nor the clock."""

import ast

from .source import APPS, PROJECT, files_of, imports_of, name_of, tree_of

PURE = [
    *("recommendations/partial_dates.py", "recommendations/refs.py", "recommendations/rag.py"),
    *("recommendations/deadlines.py", "recommendations/rich_text.py", "responses/workflow.py"),
    *("recommendations/word_diff.py", "recommendations/diff_folding.py"),
    *("recommendations/rich_diff.py", "responses/publishing/changes"),
    *("responses/publishing/record.py", "responses/publishing/blocks.py"),
    *("responses/publishing/canonical.py", "responses/publishing/board"),
    *("responses/publishing/chain.py", "responses/publishing/verification.py"),
    *("responses/pages/codings.py", "responses/duty", "forces/roles.py"),
    *("responses/presenters/board", "recommendations/freshness.py"),
    *("recommendations/courses.py", "responses/pictures"),
    *("responses/due.py", "responses/turns.py"),
    *("responses/history/saves.py", "responses/history/telling.py"),
    *("responses/presenters/checklist.py", "responses/presenters/workflow.py"),
    *("responses/presenters/compliance.py", "responses/presenters/published_course.py"),
    *(f"responses/covering/{name}.py" for name in ("placeholders", "wording", "letter")),
    "forces/recipients.py",
    *("responses/kinds.py", "responses/publishing/layouts", "responses/importing"),
    *("recommendations/rich_text_notes.py", "recommendations/reviews.py"),
    *(f"recommendations/sheets/{name}.py" for name in ("cells", "faults", "reading")),
    "responses/publishing/spreadsheet",
    *("recommendations/rich_tree.py", "recommendations/rich_cells.py"),
    *(f"responses/publishing/{name}.py" for name in ("document", "letters", "pdf", "png")),
    "responses/publishing/typesetting.py",
    *("responses/publishing/paper", "responses/publishing/word"),
    *(
        f"recommendations/sheets/findings/{name}.py"
        for name in ("addressees", "columns", "headings", "standing", "template", "values")
    ),
    *(f"responses/reminders/{name}.py" for name in ("kinds", "facts", "rule", "words")),
    *("responses/reminders/mail.py", "responses/reminders/days.py"),
]
WRITES = {f"responses/importing/{name}.py" for name in ("accepting", "service", "writing")}
CLOCK = {"now", "today", "utcnow", "localdate", "localtime", "localnow"}
MANAGERS = {"objects", "_default_manager", "_base_manager"}


def backwards(source, app):
    """What `source`, a file of `app`, imports from apps that come after it."""
    later = APPS[APPS.index(app) + 1 :]
    return [name for name in imports_of(ast.parse(source)) if name.split(".")[0] in later]


def impure(source):
    """The attributes and imports of `source` that reach for the database or the clock."""
    tree = ast.parse(source)
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    relative = {
        f"{node.module or ''}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
    }
    imported = {*imports_of(tree), *relative}
    models = {name for name in imported if "models" in name.split(".") and "django" not in name}
    clocks = {name for name in imported if name in ("time", "django.utils.timezone")}
    return (attributes & (CLOCK | MANAGERS)) | models | clocks


def test_imports_run_from_config_to_responses_to_recommendations_to_forces():
    for app in APPS:
        for path in files_of(app):
            assert not backwards(path.read_text("utf-8"), app), name_of(path)


def test_an_import_the_other_way_would_be_found():
    assert backwards("def late():\n    from responses.models import Answer", "forces")
    assert not backwards("from forces.models import User\nimport re", "responses")


def test_pure_modules_know_neither_the_database_nor_the_clock():
    for place in PURE:
        path = PROJECT / place
        files = files_of(place) if path.is_dir() else [path]
        assert files, place
        for file in files:
            is_pure = not impure(file.read_text("utf-8"))
            assert is_pure == (name_of(file) not in WRITES), name_of(file)


def test_what_is_not_pure_would_be_found():
    assert impure("def due(on):\n    return datetime.date.today()") == {"today"}
    assert impure("def all():\n    return Report.objects.all()") == {"objects"}
    assert impure("from ..models import Response")
    assert impure("from recommendations.models import Assessment")
    assert impure("from django.utils import timezone") == {"django.utils.timezone"}
    assert not impure("from django.db import models\nkind = models.TextChoices")


def test_settings_are_read_through_django_alone():
    for path in files_of(*APPS):
        assert "config.settings" not in set(imports_of(tree_of(path))), name_of(path)
