"""The next step of a response as one button on its page, which says why it is greyed."""

from dataclasses import dataclass

from django.utils import timezone

from .. import services
from ..presenters.queue import turn_words
from ..waiting import note_approvals, turns_of
from ..workflow import BACK, Move


@dataclass(frozen=True)
class NextStep:
    """What the button says, where it leads, and why the person cannot press it now, or ""."""

    label: str
    address: str
    why_not: str


class NextSteps:
    """For the admin of responses, whose moves are Steps."""

    def next_step(self, request, response, record):
        """Return the NextStep of `response`, which says what `record` says, for the person."""
        note_approvals([response], on=timezone.localdate(), records={response.pk: record})
        turn = next((one for one in turns_of(response) if one.move), None)
        move = turn.move if turn else Move.OPEN_NEXT_DRAFT
        step = self.steps[move]
        if turn and not self.may_take(request, response, step):
            why_not = turn_words(turn, **self.asked_of_turns(request, response))
        elif not self.may_take(request, response, step):
            why_not = "An editor opens it, to publish a further version."
        else:
            why_not = services.why_not_now(
                move, response, record, by=request.user, now=timezone.now()
            )
        label = step.label.format(**self.words_of(response))
        return NextStep(label, self.step_address(response, move), why_not)

    def other_steps(self, request, response):
        """Return (address, label) of each step back that the person may take."""
        back = {self.step_address(response, move) for move in BACK}
        steps = self.steps_of(request, response)
        return [(address, label) for address, label in steps if address in back]
