"""Files and functions stay small enough to read."""

import ast

from .source import APPS, files_of, name_of, tree_of

LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def functions_of(tree):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def test_no_file_is_longer_than_400_lines():
    files = files_of(*APPS, "tests")
    assert files
    for path in files:
        assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE, name_of(path)


def test_every_function_fits_a_screen():
    for path in files_of(*APPS, "tests"):
        for function in functions_of(tree_of(path)):
            length = function.end_lineno - function.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{name_of(path)}: {function.name}"
