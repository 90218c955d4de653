"""An office's document into a draft: choose it, look at each piece, and put it in.

What was looked at goes to the browser and back, signed for the person and the response; no
file is kept.
"""

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_POST

from forces.admin.faults import Fault, faults_of

from ..importing.accepting import ChangedError, accept, seen_of
from ..importing.proposing import propose
from ..importing.reading import understand
from ..importing.refusal import ImportRefusedError
from ..importing.service import register_of
from ..importing.settling import settled
from ..importing.writing import has_text
from ..presenters.imports import in_words
from ..workflow import OPEN
from .import_form import DocumentForm
from .import_review import MOST_PIECES, MOST_SIGNED, REPLACE, TOO_LONG, Review, sign, unsign

TITLE = "Import a document"
NOT_OPEN = "The text of this response cannot be changed where it stands now."
PARTS_ON_PAGE = (
    ("sections", "sections"),
    ("answers", "answers"),
    ("signatories", "signatories"),
    ("fields", "rows of the form"),
    ("wordings", "recommendations as printed"),
)
NOT_SIGNED = "Nothing was written: this page was not made for you. Choose the file again."


class Imports:
    """For the admin of responses: the page that takes a document, and what comes of it."""

    def get_urls(self):
        views = {
            "import/": (self.import_view, "import"),
            "import/accept/": (self.accept_view, "accept"),
        }
        own = [
            path(
                f"<int:pk>/{place}",
                self.admin_site.admin_view(view),
                name=f"responses_response_{name}",
            )
            for place, (view, name) in views.items()
        ]
        return [*own, *super().get_urls()]

    def import_address(self, request, response):
        """Return where a document for `response` is imported, "" for those who may not."""
        if not self.has_change_permission(request, response):
            return ""
        return reverse("admin:responses_response_import", args=[response.pk])

    def import_view(self, request, pk):
        """Ask for a file; on POST show its pieces, or why it is not taken."""
        response = self._response_to_write(request, pk)
        if response.status not in OPEN:
            return self._leave(request, response, NOT_OPEN)
        if request.method != "POST":
            return self._ask_for_document(request, response, DocumentForm())
        form = DocumentForm(request.POST, request.FILES)
        source = form.source()
        if source is None:
            return self._ask_for_document(request, response, form)
        try:
            register = register_of(response)
            proposal = propose(understand(settled(source, register.findings)), register)
        except ImportRefusedError as refusal:
            form.refuse(str(refusal))
            return self._ask_for_document(request, response, form)
        signed = sign(proposal, form.cleaned_data["document"].name, request, response)
        if len(signed) > MOST_SIGNED or len(proposal.pieces) > MOST_PIECES:
            form.refuse(TOO_LONG)
            return self._ask_for_document(request, response, form)
        review = Review(proposal, response, has_text(response))
        return self._show_review(request, review, form.cleaned_data["document"].name, signed)

    @method_decorator(require_POST)
    def accept_view(self, request, pk):
        """Put what the person looked at into the draft, all of it or nothing."""
        response = self._response_to_write(request, pk)
        if response.status not in OPEN:
            return self._leave(request, response, NOT_OPEN)
        signed = request.POST.get("signed", "")
        try:
            proposal, name = unsign(signed, request, response)
        except signing.BadSignature:
            return self._leave(request, response, NOT_SIGNED)
        review = Review(proposal, response, has_text(response), request.POST)
        if faults := review.faults():
            return self._show_review(request, review, name, signed, faults)
        return self._put_in(request, review, name, signed)

    def _put_in(self, request, review, name, signed):
        wanted, ticked = review.wanted()
        replace = not review.has_text or review.how == REPLACE
        asked = {"by": request.user, "now": timezone.now(), "seen": request.POST.get("seen", "")}
        try:
            done = accept(
                wanted, response=review.response, replace=replace, ratings=ticked, **asked
            )
        except ChangedError as refusal:
            again = Review(
                review.proposal, review.response, has_text(review.response), request.POST
            )
            words = f"{refusal} Below is what would be done now: look at it again."
            return self._show_review(request, again, name, signed, [Fault(words)])
        except (ImportRefusedError, ValidationError) as refusal:
            words = " ".join(getattr(refusal, "messages", [str(refusal)]))
            return self._show_review(request, review, name, signed, [Fault(words)])
        self.log_change(request, review.response, TITLE)
        return self._say_what_was_done(request, review.response, done)

    def _say_what_was_done(self, request, response, done):
        """Go back to the response and say what was done, with links to look at it."""
        preview = reverse("admin:responses_response_preview", args=[response.pk, done.draft.layout])
        parts = [(name, label) for name, label in PARTS_ON_PAGE if getattr(done.draft, name)]
        links = format_html_join(", ", '<a href="#{}-group">{}</a>', parts)
        words = format_html(
            '{} Look at it: {} or the <a href="{}">preview as readers will see it</a>.',
            *(in_words(done), links, preview),
        )
        for note in done.notes:
            self.message_user(request, note, messages.WARNING)
        return self._leave(request, response, words, messages.SUCCESS)

    def _response_to_write(self, request, pk):
        """Return the response if the person writes for its force; raises Http404 or 403."""
        response = self.own_or_404(request, pk)
        if not self._may(request, self.edit, response):
            raise PermissionDenied
        return response

    def _ask_for_document(self, request, response, form):
        more = {"form": form, "faults": faults_of(form, ())}
        return self._import_page(request, response, "response_import", more)

    def _show_review(self, request, review, name, signed, faults=()):
        more = {
            "review": review,
            "file": name,
            "signed": signed,
            "seen": seen_of(review.response, now=timezone.now()),
            "faults": faults,
            "number": len(review.rows),
        }
        return self._import_page(request, review.response, "import_review", more)

    def _import_page(self, request, response, name, more):
        context = {
            **self.admin_site.each_context(request),
            "title": TITLE,
            "opts": self.opts,
            "row": response,
            "way": self.way_to(request, response),
            "back": reverse("admin:responses_response_change", args=[response.pk]),
            **more,
        }
        return TemplateResponse(request, f"admin/{name}.html", context)

    def _leave(self, request, response, words, level=messages.ERROR):
        self.message_user(request, words, level)
        place = reverse("admin:responses_response_change", args=[response.pk])
        return HttpResponseRedirect(place)
