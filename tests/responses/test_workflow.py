"""The table of transitions, move by move, and the guards, one by one."""

import pytest

from forces.roles import Role
from responses.workflow import (
    OPEN,
    REFUSALS,
    TRANSITIONS,
    Case,
    Guard,
    Move,
    MoveRefusedError,
    Status,
    holds,
    require_guards,
    roles_of,
    transition,
    why_not,
)

EXPECTED = {
    ("draft", "submit"): ("submitted", "editor", {"written"}),
    ("returned", "submit"): ("submitted", "editor", {"written"}),
    ("submitted", "take_back"): ("draft", "editor", set()),
    ("submitted", "return"): ("returned", "approver", {"reason"}),
    ("submitted", "approve"): (
        "approved",
        "approver",
        {"another_person", "day_has_come", "after_report", "lateness", "no_gaps"},
    ),
    ("approved", "return"): ("returned", "approver", {"reason"}),
    ("approved", "approve"): (
        "approved",
        "approver",
        {"another_person", "day_has_come", "after_report", "lateness", "no_gaps"},
    ),
    ("approved", "publish"): (
        "published",
        "approver",
        {"as_approved", "day_has_come", "after_report", "lateness", "no_gaps"},
    ),
    ("published", "open_next_draft"): ("draft", "editor", set()),
}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("move", Move)
def test_each_move_leads_where_the_table_says_and_every_other_is_refused(status, move):
    expected = EXPECTED.get((status.value, move.value))
    if expected is None:
        with pytest.raises(MoveRefusedError, match=status.label):
            transition(status, move)
        return
    found = transition(status, move)
    assert (found.target, found.role, set(found.guards)) == expected
    assert found.event


def test_the_moves_out_of_a_state_are_those_of_the_table():
    for status in Status:
        expected = {move for state, move in EXPECTED if state == status}
        assert {move for move in Move if not why_not(status, move)} == expected
        assert expected, f"nothing leads out of {status}"


def test_each_move_has_one_role_from_wherever_it_leads():
    """So who may make it can be said before its state is looked at."""
    for move in Move:
        roles = {role for (_, name), (_, role, _) in EXPECTED.items() if name == move}
        assert roles_of(move) == roles
        assert len(roles) == 1


def test_each_state_can_be_reached_from_the_first_draft():
    reached = {Status.DRAFT}
    for _ in Status:
        reached |= {found.target for (status, _), found in TRANSITIONS.items() if status in reached}
    assert reached == set(Status)


def test_text_is_open_to_its_editors_and_to_nobody_else():
    for (status, move), found in TRANSITIONS.items():
        if status in OPEN:
            assert (move, found.role) == (Move.SUBMIT, Role.EDITOR)


@pytest.mark.parametrize(
    ("guard", "passes", "fails"),
    [
        (Guard.WRITTEN, Case(is_written=True), Case(is_written=False)),
        (Guard.ANOTHER_PERSON, Case(by=1, submitted_by=2), Case(by=1, submitted_by=1)),
        (Guard.REASON, Case(reason="Mend it."), Case(reason="  ")),
        (Guard.DAY_HAS_COME, Case(), Case(is_day_to_come=True, reason="As a whole.")),
        (Guard.AFTER_REPORT, Case(), Case(is_before_report=True, reason="As a whole.")),
        (Guard.LATENESS, Case(), Case(lacks_late_reason=True)),
        (Guard.LATENESS, Case(), Case(lacks_late_reason=True, reason="Another reason.")),
        (Guard.NO_GAPS, Case(gaps=0), Case(gaps=1)),
        (Guard.NO_GAPS, Case(gaps=2, reason="As a whole."), Case(gaps=2, reason=" ")),
        (Guard.AS_APPROVED, Case(), Case(is_as_approved=False)),
    ],
)
def test_each_guard_lets_pass_and_refuses_with_its_sentence(guard, passes, fails):
    assert holds(guard, passes)
    assert not holds(guard, fails)
    require_guards([guard], passes)
    with pytest.raises(MoveRefusedError) as refused:
        require_guards([guard], fails)
    assert str(refused.value) == REFUSALS[guard]


def test_the_first_guard_that_fails_speaks():
    case = Case(gaps=1, lacks_late_reason=True)
    with pytest.raises(MoveRefusedError, match="reason for lateness"):
        require_guards([Guard.LATENESS, Guard.NO_GAPS], case)
    assert set(REFUSALS) == set(Guard)


def test_the_system_itself_is_nobody_who_submitted():
    assert holds(Guard.ANOTHER_PERSON, Case(by=None, submitted_by=None))
