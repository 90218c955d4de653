#!/usr/bin/env python
"""Answerable's command line. `manage.py demo` is the place to start."""

import os
import sys


def main():
    try:
        from django.conf import settings
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line

        from config import first_run
    except ModuleNotFoundError as error:
        sys.exit(f"{error.name} is not installed for this Python. README.md says how to set up.")

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if sys.argv[1:2] == ["demo"]:
        first_run.prepare_demonstration()
    try:
        # The first look at a setting loads them all.
        hasattr(settings, "DEBUG")
    except ImproperlyConfigured as error:
        sys.exit(f"Answerable cannot start. {error}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
