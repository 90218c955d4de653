"""docs/settings.md holds every environment variable that the settings read, and no other."""

import ast
import re

from .source import PROJECT, tree_of


def variables_read():
    """The names in env.…("NAME") and os.environ.get("NAME") of the settings."""
    calls = [
        node
        for node in ast.walk(tree_of(PROJECT / "config" / "settings.py"))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func.value) in ("env", "os.environ")
    ]
    first = [call.args[0] for call in calls if call.args]
    return {argument.value for argument in first if isinstance(argument, ast.Constant)}


def variables_documented():
    text = (PROJECT / "docs" / "settings.md").read_text("utf-8")
    return set(re.findall(r"^\| `([A-Z0-9_]+)`", text, re.MULTILINE))


def test_every_variable_that_is_read_is_documented_and_no_other():
    read = variables_read()
    assert {"SECRET_KEY", "DATABASE_URL", "ENV_FILE"} <= read
    assert variables_documented() == read
