"""Reads the demonstration's TOML files."""

import tomllib
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"


def read(name):
    """Return the content of data/`name`.toml as a dictionary."""
    with (DATA / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
