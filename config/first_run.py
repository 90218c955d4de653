"""What `manage.py demo` does before settings load: write a .env where none exists."""

import os
import secrets
import sys
from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent

ENV_TEXT = """\
# Written by `manage.py demo` for the demonstration on this machine. Git ignores it.
# A real installation sets its own values: see docs/settings.md.
DEBUG=on
DEMONSTRATION=on
SECRET_KEY={secret_key}
DEMO_PASSWORD={password}
"""
REFUSAL = (
    "The demonstration does not run here: {where} does not turn DEBUG on, so this may be "
    "a real installation."
)


def prepare_demonstration(base_dir=BASE_DIR):
    """Write `base_dir`/.env with DEBUG on and fresh secrets, unless one exists.

    Ends the process with a sentence where the environment or an existing .env says that
    DEBUG is off, or neither turns it on: a demonstration never touches an installation
    for real use.
    """
    _refuse_debug_off(environ.Env, "the environment")
    env_file = Path(os.environ.get("ENV_FILE", base_dir / ".env"))
    if not env_file.exists():
        _write(env_file)
    FileOnly.ENVIRON = {}
    FileOnly.read_env(env_file)
    _refuse_debug_off(FileOnly, env_file)
    if "DEBUG" not in os.environ and "DEBUG" not in FileOnly.ENVIRON:
        sys.exit(REFUSAL.format(where=env_file))


class FileOnly(environ.Env):
    """What a .env file says, apart from the environment of the process."""

    ENVIRON = {}


def _refuse_debug_off(source, where):
    if "DEBUG" in source.ENVIRON and not source().bool("DEBUG"):
        sys.exit(REFUSAL.format(where=where))


def _write(env_file):
    text = ENV_TEXT.format(secret_key=secrets.token_urlsafe(48), password=secrets.token_hex(6))
    try:
        descriptor = os.open(env_file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        sys.exit(f"The demonstration cannot write {env_file}: {error.strerror}.")
    with open(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
