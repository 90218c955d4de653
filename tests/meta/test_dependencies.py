"""Dependencies: each says what it is for, and is pinned with hashes within its bounds."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .source import PROJECT, imports_of

PYPROJECT = (PROJECT / "pyproject.toml").read_text("utf-8")
PROJECT_TABLE = tomllib.loads(PYPROJECT)["project"]
MAIN = PROJECT_TABLE["dependencies"]
DEV = PROJECT_TABLE["optional-dependencies"]["dev"]
FILES = ("requirements.txt", "requirements-dev.txt")


def entries(name):
    """The requirements of a compiled file: each line with its continuations, comments left out."""
    text = (PROJECT / name).read_text("utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


def pins(name):
    """The pinned requirement of each package in a file; several where platforms differ."""
    pinned = {}
    for entry in entries(name):
        requirement = Requirement(entry.split(" --hash=")[0])
        pinned.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return pinned


def version_of(requirement):
    (specifier,) = requirement.specifier
    assert specifier.operator == "==", requirement
    return specifier.version


@pytest.mark.parametrize(("name", "direct"), [(FILES[0], MAIN), (FILES[1], MAIN + DEV)], ids=FILES)
def test_each_direct_dependency_is_pinned_within_its_bounds(name, direct):
    pinned = pins(name)
    for text in direct:
        wanted = Requirement(text)
        found = pinned.get(canonicalize_name(wanted.name))
        assert found, f"{wanted.name} is not in {name}"
        for requirement in found:
            assert wanted.specifier.contains(version_of(requirement)), requirement


def test_the_extras_that_are_asked_for_are_pinned_too():
    assert {"psycopg-binary", "brotli"} <= set(pins("requirements.txt"))


def test_the_development_requirements_contain_all_the_others_with_equal_pins():
    main, dev = pins("requirements.txt"), pins("requirements-dev.txt")
    for package, pinned in main.items():
        versions = {version_of(requirement) for requirement in pinned}
        assert {version_of(requirement) for requirement in dev.get(package, [])} == versions, (
            package
        )


@pytest.mark.parametrize("name", FILES)
def test_every_pin_has_hashes_and_no_index_or_host_is_named(name):
    assert entries(name)
    for entry in entries(name):
        assert re.search(r" --hash=sha256:[0-9a-f]{64}", entry), entry
        assert not re.search(r"--(?!hash=)|://|@", entry), entry
    assert "://" not in (PROJECT / name).read_text("utf-8")


def test_each_dependency_has_a_sentence_above_it_that_says_what_it_is_for():
    lines = PYPROJECT.splitlines()
    listed = {f'    "{text}",' for text in MAIN + DEV}
    places = [place for place, line in enumerate(lines) if line in listed]
    assert len(places) == len(MAIN + DEV)
    for place in places:
        assert re.fullmatch(r"    # [A-Z].+\.", lines[place - 1]), lines[place]


def test_every_package_that_the_code_imports_is_a_direct_dependency():
    owners = packages_distributions()
    direct = {canonicalize_name(Requirement(text).name) for text in MAIN + DEV}
    for path in PROJECT.rglob("*.py"):
        if ".venv" in path.parts:
            continue
        for name in imports_of(ast.parse(path.read_text("utf-8"))):
            for owner in owners.get(name.split(".")[0], []):
                assert canonicalize_name(owner) in direct, f"{path}: {name}"
