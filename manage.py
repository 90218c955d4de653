#!/usr/bin/env python
"""Answerable's command line. `manage.py demo` is the place to start."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from config import first_run


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if sys.argv[1:2] == ["demo"]:
        first_run.prepare_demonstration()
    try:
        from django.conf import settings

        settings.configured or settings.INSTALLED_APPS
    except ImproperlyConfigured as error:
        sys.exit(f"Answerable cannot start. {error}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
