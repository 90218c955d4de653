"""What `manage.py demo` does before settings load: write a .env where none exists."""

import os
import secrets
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

ENV_TEXT = """\
# Written by `manage.py demo` for the demonstration on this machine. Git ignores it.
# A real installation sets its own values: see docs/settings.md.
DEBUG=on
DEMONSTRATION=on
SECRET_KEY={secret_key}
DEMO_PASSWORD={password}
"""


def prepare_demonstration(base_dir=BASE_DIR, environ=os.environ):
    """Write `base_dir`/.env with DEBUG on and fresh secrets, unless one exists.

    Stops the process where the environment says that DEBUG is off: a demonstration
    never touches an installation that is meant for real use. (Where an existing
    .env says so, the command itself refuses, once settings have read the file.)
    """
    debug = environ.get("DEBUG")
    if debug is not None and debug.lower() not in {"1", "on", "true", "yes", "y", "ok", "t"}:
        sys.exit(
            "The demonstration does not run here: the environment says DEBUG is off, "
            "so this is a real installation."
        )
    env_file = Path(environ.get("ENV_FILE", base_dir / ".env"))
    if not env_file.exists():
        text = ENV_TEXT.format(
            secret_key=secrets.token_urlsafe(48), password=secrets.token_urlsafe(9)
        )
        env_file.write_text(text, encoding="utf-8")
        env_file.chmod(0o600)
