"""The covering letters of a publication, which go with its copies."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path
from django.utils import timezone

from forces import policies
from forces.admin.scoping import rights
from forces.recipients import Recipient

from ..covering.making import make_letter
from .documents import require_format, send_document


class Letters:
    """The letters of a publication, for its admin: for those who record its copies."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.letter)
        route = "<int:pk>/letter/<slug:recipient>/letter.<slug:suffix>"
        return [path(route, view, name="responses_publication_letter"), *super().get_urls()]

    def letter(self, request, pk, recipient, suffix):
        """Send the letter to `recipient` of today; of a withdrawn version there is none."""
        publication = self.own_or_404(request, pk)
        if not self._may_send(request, publication):
            raise PermissionDenied
        require_format(suffix)
        if recipient not in self.letters_of(request, publication):
            raise Http404("No such letter.")
        made = make_letter(publication, recipient, suffix, on=timezone.localdate())
        name = (
            f"letter-{recipient.replace('_', '-')}-{publication.force.slug}-"
            f"{publication.report.slug}-v{publication.number}"
        )
        return send_document(made, name, suffix)

    def letters_of(self, request, publication):
        """Return to whom the person may send `publication` with a letter, as Recipients."""
        is_withdrawn = hasattr(publication, "withdrawal")
        if is_withdrawn or not self._may_send(request, publication):
            return ()
        return tuple(Recipient)

    def _may_send(self, request, publication):
        return rights(request).may(policies.RECORD_DISPATCH, self.force_id_of(publication))
