import itertools

import pytest

from responses.workflow import TRANSITIONS, Move, MoveRefusedError, Status, after

EXPECTED = {
    (Status.DRAFT, Move.PUBLISH): Status.PUBLISHED,
    (Status.PUBLISHED, Move.OPEN_NEXT_DRAFT): Status.DRAFT,
}


@pytest.mark.parametrize(("status", "move"), list(itertools.product(Status, Move)))
def test_only_the_moves_of_the_table_are_possible(status, move):
    if (status, move) in EXPECTED:
        assert after(status, move) == EXPECTED[status, move]
    else:
        with pytest.raises(MoveRefusedError, match=status.label.lower()):
            after(status, move)


def test_every_state_can_be_left():
    assert {status for status, _ in TRANSITIONS} == set(Status)
