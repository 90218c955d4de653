"""Runs manage.py as a person would: its own process, and an environment of the test's making."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def env_file(tmp_path):
    """Where the .env of this test is, or will be."""
    return tmp_path / ".env"


@pytest.fixture
def manage(tmp_path, env_file):
    """Run manage.py with the given arguments, and nothing in its environment but `environment`."""

    def run(*arguments, **environment):
        basics = {
            "PATH": os.environ["PATH"],
            "ENV_FILE": str(env_file),
            "DATABASE_URL": f"sqlite:///{tmp_path / 'test.sqlite3'}",
        }
        return subprocess.run(  # noqa: S603 - the arguments are the tests' own
            [sys.executable, PROJECT / "manage.py", *arguments],
            env=basics | environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
        )

    return run


@pytest.fixture
def refuses():
    """Check that a run ended with a failure and one sentence, and not with a traceback."""

    def check(result, *words):
        assert result.returncode != 0
        assert "Traceback" not in result.stdout + result.stderr
        sentences = result.stderr.strip().splitlines()
        assert len(sentences) == 1, result.stderr
        for word in words:
            assert word in sentences[0]

    return check
