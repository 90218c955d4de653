"""The project's own Python files, read for the rules about the code."""

import ast
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
APPS = ("forces", "recommendations", "responses", "config")


def files_of(*folders):
    """The Python files of `folders`, but for migrations, which Django writes."""
    return sorted(
        path
        for folder in folders
        for path in (PROJECT / folder).rglob("*.py")
        if "migrations" not in path.parts
    )


def tree_of(path):
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def name_of(path):
    """The path as a person would say it, such as "forces/policies.py"."""
    return path.relative_to(PROJECT).as_posix()


def imports_of(tree):
    """The full names that `tree` imports from outside its own package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
