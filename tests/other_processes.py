"""Lets new processes find what is in the database of the tests, on either kind of database."""

import os
import sqlite3
from contextlib import closing
from urllib.parse import urlsplit

from django.db import connection


def open_to_other_processes(folder, monkeypatch):
    """Name the database of the tests, or a copy of it in `folder`, in TEST_DATABASE_URL.

    What is in memory cannot be shared: a new process gets a file of SQLite.
    """
    if connection.vendor == "sqlite":
        url = f"sqlite:///{_copy_of_database(folder / 'register.sqlite3')}"
    else:
        name = connection.settings_dict["NAME"]
        url = urlsplit(os.environ["TEST_DATABASE_URL"])._replace(path=f"/{name}").geturl()
    monkeypatch.setenv("TEST_DATABASE_URL", url)
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "tests.settings")


def _copy_of_database(path):
    with closing(sqlite3.connect(path)) as file:
        connection.connection.backup(file)
        file.execute("PRAGMA journal_mode=WAL")
    return path
