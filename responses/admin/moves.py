"""The moves of a response: each a page of its own that says what it does, with one button."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from forces.admin.scoping import rights
from recommendations import rag

from .. import services, workflow
from ..presenters.checklist import points
from ..publishing.layouts.findings import rag_of, rated
from ..services.moving import hash_of
from ..workflow import Guard, Move, MoveRefusedError

MADE_BY = {
    Move.SUBMIT: services.submit,
    Move.TAKE_BACK: services.take_back,
    Move.RETURN: services.return_to_editors,
    Move.APPROVE: services.approve,
    Move.PUBLISH: services.publish,
    Move.OPEN_NEXT_DRAFT: services.open_next_draft,
}
# What happens then, for those who are asked whether they want it.
THEN = {
    Move.SUBMIT: "An approver looks at it next. Until it comes back, nobody changes its text.",
    Move.TAKE_BACK: "It becomes a draft again, and can be written on.",
    Move.RETURN: "Its editors can write on it again, and see what you say here.",
    Move.APPROVE: "It can then be published as it reads now. Nobody changes its text any more.",
    Move.PUBLISH: "Everybody can read it at once, at an address that stays. A version that is "
    "published is never changed; a later version can follow it.",
    Move.OPEN_NEXT_DRAFT: "The text can be changed again. What is published stays until you "
    "publish again.",
}
DONE = {
    Move.SUBMIT: "Submitted for approval.",
    Move.TAKE_BACK: "Taken back: it is a draft again.",
    Move.RETURN: "Returned to its editors.",
    Move.APPROVE: "Approved.",
    Move.PUBLISH: "Version {number} is published.",
    Move.OPEN_NEXT_DRAFT: "The next draft is open. What is published stays as it is.",
}


def label_of(move, number):
    """Return what the button of `move` says; `number` is that of the version to come."""
    return f"Publish version {number}" if move == Move.PUBLISH else Move(move).label


def ratings_in_words(record):
    """Return "6 Green, 4 Amber, none Red" of what the record rates, or nothing where it cannot."""
    findings = rated(record.findings)
    return rag.in_words(rag_of(finding) for finding in findings) if findings else ""


class Moves:
    """The moves of a response, for its admin."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.move)
        place = path("<int:pk>/move/<slug:move>/", view, name="responses_response_move")
        return [place, *super().get_urls()]

    def moves_of(self, request, response):
        """Return (move, label) for each move that the person may make from where it stands."""
        return [
            (move, label_of(move, response.versions + 1))
            for move in workflow.moves_from(response.status)
            if self._may_make(request, response, workflow.transition(response.status, move))
        ]

    def move(self, request, pk, move):
        """Say what the move does and ask; on POST make it, once."""
        response = self.own_or_404(request, pk)
        if move not in Move.values:
            raise Http404("No such move.")
        try:
            transition = workflow.transition(response.status, move)
        except MoveRefusedError as error:
            if not self._may_ever(request, response, move):
                raise PermissionDenied from error
            return self._refused(request, pk, str(error))
        if not self._may_make(request, response, transition):
            raise PermissionDenied
        if request.method == "POST":
            return self._make(request, response, Move(move), transition)
        return self._ask(request, response, Move(move), transition)

    @staticmethod
    def _may_make(request, response, transition):
        return rights(request).may(frozenset({transition.role}), response.force_id)

    @staticmethod
    def _may_ever(request, response, move):
        """Whether the person has the role of `move`, from whatever state it leads."""
        roles = {one.role for (_, name), one in workflow.TRANSITIONS.items() if name == move}
        return rights(request).may(frozenset(roles), response.force_id)

    def _ask(self, request, response, move, transition, refusal=""):
        record, checklist = services.checklist_of(response, on=timezone.localdate())
        asks_why = Guard.REASON in transition.guards or (
            move == Move.APPROVE and bool(checklist.gaps)
        )
        context = {
            **self.admin_site.each_context(request),
            "title": label_of(move, response.versions + 1),
            "opts": self.opts,
            "original": response,
            "move": move,
            "then": THEN[move],
            "record": record,
            "checklist": checklist if move != Move.OPEN_NEXT_DRAFT else None,
            "points": points(checklist, response.pk, answers=len(record.answers)),
            "ratings": ratings_in_words(record),
            "asks_why": asks_why,
            "for_readers": move == Move.APPROVE,
            "reason": request.POST.get("reason", ""),
            "refusal": refusal,
            "seen": hash_of(record),
        }
        return TemplateResponse(request, "admin/move.html", context)

    def _make(self, request, response, move, transition):
        asks = {"seen": request.POST.get("seen", "")}
        if move in (Move.RETURN, Move.APPROVE):
            asks["reason"] = request.POST.get("reason", "")
        number = response.versions + 1
        try:
            MADE_BY[move](response=response, by=request.user, now=timezone.now(), **asks)
        except MoveRefusedError as error:
            return self._after_refusal(request, response, move, transition, error)
        done = DONE[move].format(number=number)
        self.log_change(request, response, done)
        self.message_user(request, done, messages.SUCCESS)
        return self.back_to(response.pk)

    def _after_refusal(self, request, response, move, transition, error):
        """Ask again where a reason is missing, with what was typed; else go back and say why."""
        response.refresh_from_db(fields=["status"])
        if error.guard in (Guard.REASON, Guard.NO_GAPS):
            return self._ask(request, response, move, transition, str(error))
        return self._refused(request, response.pk, str(error))

    def _refused(self, request, pk, sentence):
        self.message_user(request, sentence, messages.ERROR)
        return self.back_to(pk)

    @staticmethod
    def back_to(pk):
        return HttpResponseRedirect(reverse("admin:responses_response_change", args=[pk]))
