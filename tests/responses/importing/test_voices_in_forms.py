"""Whose words stand in a row of a form, and that they are no name."""

import pytest

from responses.importing import vocabulary

from .test_recognised import draft
from .test_voices import OURS, THEIRS
from .test_voices_of_answers import TITLE, in_london
from .test_voices_of_sections import LONG
from .word_files import table


def form(*rows):
    return draft(TITLE, table(["Force", "Borset"], ["Grade", "Good"], *map(list, rows)))


def test_short_comments_in_a_form_are_no_name():
    made = form((THEIRS, "All accepted."), (OURS, "We agree."), ("Chief Constable", "Pat Marlowe"))
    assert [(one.heading, one.voice) for one in made.sections] == [
        *((THEIRS, "chief_officer"), (OURS, "commissioner")),
    ]
    assert [(one.kind, one.label) for one in made.fields] == [
        *(("force", "Force"), ("grade", "Grade"), ("chief_officer", "Chief Constable")),
    ]


def test_a_row_for_comments_without_any_is_no_name_either():
    rows = ["Title of the report", "Theft from 40 farms"], [THEIRS, ""], ["Grade", "Good"]
    [_, row, _] = draft(TITLE, table(*rows)).fields
    assert (row.kind, row.label) == ("other", THEIRS)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Name and position of the Chief Constable", "chief_officer"),
        *((label, "other") for label in (THEIRS, "PCC's response", "Force position")),
    ],
)
def test_a_label_of_what_is_said_is_not_that_of_a_name(label, kind):
    assert vocabulary.field_kind(label, False) == kind


def test_comments_in_each_of_several_tables_stay_in_their_places():
    rows = [("Number", "7"), (THEIRS, "All accepted."), ("Number", "8"), (THEIRS, "None is.")]
    made = form(*rows)
    assert [(one.kind, one.label) for one in made.fields[2:]] == [
        *(("other", "Number"), ("other", THEIRS)) * 2,
    ]
    assert not [one for one in made.sections if one.heading == THEIRS]


@pytest.mark.parametrize("words", ["All accepted.", LONG])
def test_in_london_a_row_of_the_commissioner_s_comments_is_the_chief_officer_s(words):
    rows = ["Report", "Theft"], ["Commissioner's comments", words], ["Mayor's response", words]
    assert [(one.heading, one.voice) for one in in_london(TITLE, table(*rows)).sections] == [
        ("Commissioner's comments", "chief_officer"),
        ("Mayor's response", "commissioner"),
    ]
