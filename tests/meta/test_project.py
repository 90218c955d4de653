"""What a clean clone must hold: migrations, ignored secrets, and the two commands of README."""

import pytest
from django.core.management import call_command

from .source import PROJECT

DEMO = (
    "python3 -m venv .venv && .venv/bin/pip install -q --require-hashes -r requirements.txt "
    "&& .venv/bin/python manage.py demo"
)
TESTS = (
    "python3 -m venv .venv && .venv/bin/pip install -q --require-hashes -r requirements-dev.txt "
    "&& .venv/bin/pytest"
)


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_git_ignores_the_env_file_and_the_databases():
    ignored = (PROJECT / ".gitignore").read_text("utf-8").splitlines()
    for name in (".env", ".venv/", "*.sqlite3", "*.sqlite3-*"):
        assert name in ignored


def test_readme_opens_with_the_two_commands_and_is_short():
    lines = (PROJECT / "README.md").read_text("utf-8").splitlines()
    assert len(lines) <= 150
    assert lines.index(DEMO) < lines.index(TESTS) < 20
