"""What waits for each person, for the front page of the staff: a to-do list with its dates."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from forces import policies
from forces.admin.scoping import rights
from forces.vacancies import bodies_without_holder, forces_without_body
from recommendations.admin.rating_filters import stale
from recommendations.models import Assessment, ProgressProposal
from responses.history.finished import finished_since
from responses.models import ChiefOfficerComments, Publication, Response
from responses.presenters.shut_out import shut_out_words
from responses.shut_out import shut_out_of
from responses.unanswered import unanswered_reports, unlisted_with_drafts


@dataclass(frozen=True)
class RegisterGaps:
    """What the register lacks today, for those who keep it."""

    unlisted: list
    unanswered: list
    bodies: list
    forces: list

    def __bool__(self):
        return bool(self.unlisted or self.unanswered or self.bodies or self.forces)


def waiting(request, site):
    """Return what waits for the person who makes `request`, for the template; `site` is the admin.

    Each part is None, or empty, for those whose work it is not.
    """
    mine, on = rights(request), timezone.localdate()
    reads_drafts = mine.may_somewhere(policies.SEE_DRAFTS)
    sends_copies = mine.may_somewhere(policies.RECORD_DISPATCH)
    publications = site.get_model_admin(Publication)
    proposals = site.get_model_admin(ProgressProposal)
    since = request.user.previous_sign_in_at
    ratings = Assessment.objects.visible_to(request.user)
    return {
        "queue": site.get_model_admin(Response).queue(request) if reads_drafts else None,
        "may_open": mine.may_somewhere(policies.EDIT_DRAFTS),
        "is_asked": mine.may_somewhere(policies.WRITE_COMMENTS),
        "comments": site.get_model_admin(ChiefOfficerComments).asked_for(request),
        "shut_out": [(one, shut_out_words(one)) for one in shut_out_of(request.user, on=on)],
        "finished": finished_since(request.user, since, rights=mine) if since else [],
        "since": since,
        "copies": publications.copies_to_send(request) if sends_copies else [],
        "proposals": proposals.to_decide(request),
        "decided": proposals.decided_lately(request),
        "stale": stale(ratings, on=on).count(),
        "stale_after": settings.RATING_STALE_AFTER_DAYS,
        "register": register_gaps(on) if mine.edits_register else None,
        "boards": policies.forces_of(request.user, policies.SEE_BOARD),
    }


def register_gaps(on):
    """Return the RegisterGaps of the day `on`."""
    return RegisterGaps(
        unlisted=unlisted_with_drafts(),
        unanswered=unanswered_reports(on=on),
        bodies=list(bodies_without_holder(on)),
        forces=list(forces_without_body(on)),
    )
