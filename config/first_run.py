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

    Ends the process with a sentence where the environment, or else an existing .env,
    leaves DEBUG off: a demonstration never touches an installation for real use.
    """
    if "DEBUG" in os.environ and not _debug_is_on():
        sys.exit(REFUSAL.format(where="the environment"))
    env_file = Path(os.environ.get("ENV_FILE", base_dir / ".env"))
    if not env_file.exists():
        _write(env_file)
    environ.Env.read_env(env_file)
    if not _debug_is_on():
        sys.exit(REFUSAL.format(where=env_file))


def _debug_is_on():
    return environ.Env().bool("DEBUG", default=False)


def _write(env_file):
    text = ENV_TEXT.format(secret_key=secrets.token_urlsafe(48), password=secrets.token_hex(6))
    try:
        descriptor = os.open(env_file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        sys.exit(f"The demonstration cannot write {env_file}: {error.strerror}.")
    with open(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
