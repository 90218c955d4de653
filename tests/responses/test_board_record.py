"""The record of a board's page: its canonical JSON stays readable, and its layout says it all."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from responses.publishing.blocks import Contents, Grid, Heading, Notice, Picture
from responses.publishing.board import BoardRecord, lay_out_board
from responses.publishing.board.layout import ROWS_OF_A_KIND
from responses.publishing.board.record import Chosen, Group, Told
from responses.publishing.board.words import NOTHING_MOVED, NOTHING_RATED_THEN, NOTHING_TO_RATE

from .board_records import FULL, counts

GOLDEN = Path(__file__).parent.parent / "data" / "board-v1.json"


def headings(record):
    return [one.text for one in lay_out_board(record) if isinstance(one, Heading)]


def test_the_record_says_something_in_each_of_its_fields():
    blank = {one.name for one in fields(FULL) if not getattr(FULL, one.name)}
    assert blank == {"has_every_state"}


def test_what_was_written_is_read_back():
    assert BoardRecord.from_json(FULL.to_json()) == FULL


def test_a_record_of_the_first_schema_stays_readable_and_as_it_was_written():
    text = GOLDEN.read_text("utf-8").rstrip("\n")
    assert BoardRecord.from_json(text) == FULL
    assert BoardRecord.from_json(text).to_json() == text


def test_a_schema_that_is_not_known_is_refused():
    text = replace(FULL, schema_version=99).to_json()
    with pytest.raises(ValueError, match="No BoardRecord of schema 99"):
        BoardRecord.from_json(text)


def test_the_exceptions_come_first_and_the_parts_are_listed():
    assert headings(FULL) == [
        "What wants attention",
        "Red",
        "Reports without a rating",
        "What moved since 10 March 2026, Performance board",
        "Slipped",
        "RAG over time",
        "Open recommendations",
        "Not for this force",
    ]
    (contents,) = [one for one in lay_out_board(FULL) if isinstance(one, Contents)]
    assert [one.text for one in contents.links] == [
        text
        for text in headings(FULL)
        if text not in ("Red", "Slipped", "Reports without a rating")
    ]


def test_a_drawing_says_the_same_in_words_and_as_a_table():
    (picture,) = [one for one in lay_out_board(FULL) if isinstance(one, Picture)]
    assert "Red from 0 to 1, Amber from 1 to 0" in picture.words
    assert [[one.text for one in row] for row in picture.twin.rows] == [
        ["31 May 2026", "0", "1", "1", "1", "1"],
        ["10 June 2026", "1", "0", "1", "1", "1"],
    ]


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("exceptions", "The first 10 of 25. The table of open recommendations holds each"),
        ("movements", "The first 10 of 25. The board’s page, as at the same days, leads to"),
    ],
)
def test_a_long_list_is_cut_and_says_where_all_of_it_is(part, told):
    rows = tuple(Told(f"Recommendation {n}", "Mend", "Hens", "") for n in range(25))
    record = replace(FULL, **{part: (Group("Kestrels", rows),)})
    blocks = lay_out_board(record, most_moved=ROWS_OF_A_KIND)
    tables = [one for one in blocks if isinstance(one, Grid)]
    (table,) = [one for one in tables if one.caption.startswith("Kestrels")]
    assert table.caption == "Kestrels: 25 recommendations"
    assert len(table.rows) == ROWS_OF_A_KIND
    assert any(isinstance(one, Notice) and one.text.startswith(told) for one in blocks)


def test_all_that_moved_stands_where_nothing_else_keeps_it():
    rows = tuple(Told(f"Recommendation {n}", "Mend", "Hens", "") for n in range(25))
    blocks = lay_out_board(replace(FULL, movements=(Group("Kestrels", rows),)))
    (table,) = [one for one in blocks if getattr(one, "caption", "").startswith("Kestrels")]
    assert len(table.rows) == 25


def test_what_was_put_off_twice_is_one_recommendation_in_the_count():
    rows = [Told("Recommendation 1", "Mend", "Hens", f"from {n}") for n in range(2)]
    rows.append(Told("Recommendation 2", "Mend", "Hens", "from 3"))
    blocks = lay_out_board(replace(FULL, movements=(Group("Put off", tuple(rows)),)))
    captions = [one.caption for one in blocks if isinstance(one, Grid)]
    assert "Put off: 3 times, 2 recommendations" in captions


@pytest.mark.parametrize(("label", "told"), [("RAG", "Chosen: RAG"), ("Owner", "Chosen: owner")])
def test_what_was_chosen_is_named_as_it_is_written_within_a_sentence(label, told):
    facts, *_ = lay_out_board(replace(FULL, chosen=(Chosen(label, "Kestrel"),)))
    assert told in [row.label for row in facts.rows]


def test_an_empty_board_says_so_and_has_no_drawing():
    empty = replace(
        FULL,
        states=counts(0, 0, 0, 0, 0),
        chosen=(),
        **dict.fromkeys(("exceptions", "movements", "unrated", "months", "items", "elsewhere"), ()),
    )
    notices = [one.text for one in lay_out_board(empty) if isinstance(one, Notice)]
    assert {NOTHING_TO_RATE, NOTHING_MOVED, "None is recorded yet."} <= set(notices)
    later = lay_out_board(replace(empty, is_of_its_day=False))
    assert NOTHING_RATED_THEN in [one.text for one in later if isinstance(one, Notice)]
    assert not any(isinstance(one, Picture) for one in lay_out_board(empty))
    assert "None that was chosen is open." in [
        one.text for one in lay_out_board(replace(FULL, items=())) if isinstance(one, Notice)
    ]
