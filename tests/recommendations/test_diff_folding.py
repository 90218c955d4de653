"""Long unchanged passages make room, and what changed stays."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from recommendations.diff_folding import SKIPPED, fold
from recommendations.word_diff import Mark, Piece, compare

TEXTS = st.text(alphabet="ab c\n", max_size=60)


def kept(text):
    return Piece(Mark.KEPT, text)


def numbers(start, end):
    return " ".join(str(number) for number in range(start, end))


def test_words_near_a_change_stay_and_the_others_make_room():
    lines = compare(
        f"{numbers(0, 50)} old {numbers(50, 99)}", f"{numbers(0, 50)} new {numbers(50, 99)}"
    )
    assert fold(lines, around=5) == (
        (
            SKIPPED,
            kept("45 46 47 48 49"),
            Piece(Mark.REMOVED, "old"),
            Piece(Mark.ADDED, "new"),
            kept("50 51 52 53 54"),
            SKIPPED,
        ),
    )


def test_a_gap_of_few_words_is_not_worth_its_sign():
    before = f"old {numbers(0, 12)} old"
    lines = fold(compare(before, before.replace("old", "new")), around=5)
    assert kept(numbers(0, 12)) in lines[0]


def test_whole_lines_make_room_for_one_sign():
    before = "\n".join(["Begin.", *(f"Line {numbers(i, i + 9)}." for i in range(9)), "End."])
    lines = fold(compare(before, f"New.\n{before}\nNew."), around=1)
    assert lines == (
        (Piece(Mark.ADDED, "New."),),
        (kept("Begin."),),
        (SKIPPED,),
        (kept("End."),),
        (Piece(Mark.ADDED, "New."),),
    )


def test_a_few_words_alone_beside_a_gap_go_with_it():
    before = f"The plan is old.\nSecond {numbers(0, 40)}"
    lines = fold(compare(before, before.replace("old", "new")), around=3)
    assert lines[1:] == ((SKIPPED,),)


@given(TEXTS, TEXTS, st.integers(0, 5))
def test_every_change_stays_and_no_sign_stands_beside_another(before, after, around):
    lines = compare(before, after)
    folded = fold(lines, around=around)

    def changed(lines):
        return [one for line in lines for one in line if one.mark in (Mark.ADDED, Mark.REMOVED)]

    assert changed(folded) == changed(lines)
    for line in folded:
        assert line
        assert all(one != SKIPPED or two != SKIPPED for one, two in pairwise(line))
