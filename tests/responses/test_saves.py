"""From rows of a history to saves: pure."""

import datetime

from responses.history.saves import ADDED, CHANGED, REMOVED, Row, saves

START = datetime.datetime(2026, 5, 29, 12, tzinfo=datetime.UTC)


def row(second, by, text, thing="a", **values):
    at = START + datetime.timedelta(seconds=second)
    return Row(thing, at, by, {"text": text}, **values)


def told(rows):
    return [(save.by, [(step.how, step.thing) for step in save.steps]) for save in saves(rows)]


def test_what_one_person_writes_within_moments_is_one_save():
    rows = [row(0, 1, "x", is_first=True), row(1, 1, "y", "b", is_first=True), row(9, 1, "z")]
    assert told(rows) == [(1, [(ADDED, "a"), (ADDED, "b")]), (1, [(CHANGED, "a")])]


def test_what_two_people_write_at_once_is_two_saves():
    rows = [row(0, 1, "x", is_first=True), row(1, 2, "y")]
    assert told(rows) == [(1, [(ADDED, "a")]), (2, [(CHANGED, "a")])]


def test_each_step_says_how_it_was_before_and_after_the_save():
    rows = [row(0, 1, "x", is_first=True), row(9, 1, "between"), row(10, 1, "y")]
    (_, save) = saves(rows)
    (step,) = save.steps
    assert (step.before, step.after) == ({"text": "x"}, {"text": "y"})


def test_a_save_that_changes_nothing_and_what_comes_and_goes_in_one_are_not_told():
    rows = [row(0, 1, "x", is_first=True), row(9, 2, "x")]
    assert told(rows) == [(1, [(ADDED, "a")])]
    rows = [row(0, 1, "x", is_first=True), row(1, 1, "x", is_removal=True)]
    assert told(rows) == []


def test_what_is_removed_and_what_is_older_than_its_history_is_told_as_such():
    rows = [row(0, 1, "x"), row(9, 1, "x", is_removal=True)]
    found = saves(rows)
    assert [save.steps[0].how for save in found] == [CHANGED, REMOVED]
    assert found[0].steps[0].before is None


def test_rows_are_told_in_the_order_of_their_moments():
    rows = [row(9, 1, "y"), row(0, 1, "x", is_first=True)]
    assert [save.at.second for save in saves(rows)] == [0, 9]


def test_what_is_removed_says_what_it_said_last_and_not_what_its_removal_left_of_it():
    rows = [row(0, 1, "x", is_first=True), row(9, 1, "", is_removal=True)]
    (_, save) = saves(rows)
    assert save.steps[0].after == {"text": "x"}
