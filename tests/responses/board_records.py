"""A BoardRecord in which every field says something."""

from recommendations.partial_dates import PartialDate, parse
from recommendations.rag import MEANINGS, Rag
from responses.publishing.board.record import (
    BoardRecord,
    Chosen,
    Count,
    Group,
    Item,
    Month,
    Told,
    Unrated,
)
from responses.publishing.record import Addressed, Body, Force, Letterhead, Named

STATES = {rag: Named(rag.value, rag.label) for rag in Rag}


def counts(*numbers, changes=(None,) * 5):
    return tuple(map(Count, STATES.values(), numbers, changes))


FENCES = Item(
    label="3a",
    kind="Area for improvement",
    subject="Mend the fences",
    report="Hens, 2026",
    rag=STATES[Rag.RED],
    addressed_to=(
        Addressed("Chief constables", "Ambridge"),
        Addressed("College of Policing", is_inferred=True),
    ),
    owner="=Head of Cows",
    due_on=PartialDate(2026, 10, phrase="within six months"),
    before=STATES[Rag.AMBER],
    direction="slipped",
    reason="The fences fell.\nNobody is in post.",
    progress="In progress",
    expected_on=parse("9 January 2027"),
    put_off=(parse("10 November 2026"), parse("December 2026")),
    reviewed_on=parse("3 July 2026"),
    review="stale, 91 days",
    closed_by_inspectorate_on=parse("4 July 2026"),
    actions="1 of 3 actions done, 2 overdue",
)
PONDS = Item("4", "", "Fill the ponds", "Ponds, 2025", STATES[Rag.NOT_ASSESSED])
FULL = BoardRecord(
    force=Force("Ambridge Police", "Ambridge", "ambridge"),
    body=Body(
        "Commissioner for Ambridge",
        "Police and Crime Commissioner",
        letterhead=Letterhead("Office of the Commissioner", "1 High Street\nAmbridge", "#1f3a5f"),
    ),
    on=parse("10 June 2026"),
    sentence="At 10 June 2026: 1 Red, 1 Green, 1 not yet assessed; since 10 March 2026, 1 slipped.",
    states=counts(1, 0, 1, 1, 1, changes=(1, -1, 0, 0, 0)),
    meeting="Police and Crime Panel",
    since=parse("10 March 2026"),
    since_meeting="Performance board",
    chosen=(Chosen("Owner", "Head of Cows"),),
    progress=(Count(Named("in_progress", "In progress"), 1),),
    exceptions=(
        Group(
            "Red",
            (Told("Recommendation 3a", "Mend the fences", "Hens, 2026", "The fences fell."),),
        ),
    ),
    movements=(
        Group(
            "Slipped",
            (Told("Recommendation 3a", "Mend the fences", "Hens, 2026", "from Amber to Red"),),
        ),
    ),
    unrated=(Unrated("Geese, 2024", parse("May 2024")),),
    months=(
        Month(parse("31 May 2026"), counts(0, 1, 1, 1, 1)),
        Month(parse("10 June 2026"), counts(1, 0, 1, 1, 1)),
    ),
    items=(FENCES, PONDS),
    elsewhere=(Told("Recommendation 5", "Count the geese", "Hens, 2026", "It is for Felpersham."),),
    legend=tuple(Named(rag.value, meaning) for rag, meaning in MEANINGS.items()),
    is_of_several=True,
    is_demonstration=True,
)
