"""A large document is set by a process of its own: the same bytes, and its faults are told."""

import dataclasses
import json
import subprocess

import pytest
import typst

from responses.documents.board_pack import make_pack
from responses.publishing import typesetting
from responses.publishing.pdf import write_pdf
from tests.responses.board_records import FENCES, FULL

from .making import make_document

LARGE_RECORD = dataclasses.replace(FULL, items=(FENCES,) * 400)


@pytest.fixture
def children(monkeypatch):
    """The data of each document that a child sets."""
    asked, apart = [], typesetting.typeset_apart

    def noted(data, timestamp):
        asked.append(data)
        return apart(data, timestamp)

    monkeypatch.setattr(typesetting, "typeset_apart", noted)
    return asked


def test_a_large_pack_is_set_apart_and_a_response_is_not(children):
    write_pdf(make_document())
    assert not children
    assert make_pack(LARGE_RECORD, "pdf").startswith(b"%PDF")
    (data,) = children
    assert len(data) >= typesetting.LARGE


def test_what_a_child_sets_are_the_same_bytes(children, monkeypatch):
    here = make_pack(FULL, "pdf")
    monkeypatch.setattr(typesetting, "LARGE", 0)
    assert make_pack(FULL, "pdf") == here
    assert len(children) == 1


def test_a_fault_in_a_child_is_raised_as_one_here():
    data = json.dumps({"title": "Nothing else"})
    with pytest.raises(typst.TypstError) as here:
        typesetting.typeset_here(data, 0)
    with pytest.raises(typst.TypstError) as apart:
        typesetting.typeset_apart(data, 0)
    assert str(apart.value) == str(here.value).strip()


def test_a_child_that_takes_too_long_is_ended_and_told_apart_from_a_fault(monkeypatch):
    monkeypatch.setattr(typesetting, "LONGEST", 0.01)
    with pytest.raises(subprocess.TimeoutExpired):
        typesetting.typeset_apart("{}", 0)
    monkeypatch.setattr(typesetting.sys, "executable", "/bin/false")
    monkeypatch.setattr(typesetting, "LONGEST", 60)
    with pytest.raises(subprocess.CalledProcessError):
        typesetting.typeset_apart("{}", 0)


def test_no_two_large_ones_are_set_at_once_and_a_fault_lets_the_next_one_in(monkeypatch):
    room = []

    def set_apart(data, timestamp):
        room.append(typesetting.LARGE_AT_ONCE.acquire(blocking=False))
        raise typst.TypstError(data)

    monkeypatch.setattr(typesetting, "LARGE", 0)
    monkeypatch.setattr(typesetting, "typeset_apart", set_apart)
    for _ in range(2):
        with pytest.raises(typst.TypstError):
            typesetting.typeset("fault", 0)
    assert room == [False, False]
