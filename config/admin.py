"""The admin site itself: its name, and the order of its front page."""

import functools

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page

from forces.kept import naming_the_saved
from responses.history.register import timeline_of_row
from responses.models import Publication, Response
from responses.services import derive_of
from responses.views.reminders import reminders

# What people come to do, in the order in which they do it, and a sentence for each.
WORK = {
    "Answer the inspectors": {
        "Response": "Write what your office answers to a report, look at it as readers will, "
        "and publish it.",
        "ChiefOfficerComments": "Write what the chief officer says of a report, and send it to the "
        "office.",
        "Assessment": "Say where your force stands on each recommendation: Red, Amber or Green.",
        "ProgressProposal": "Say what progress your force has made on a recommendation. The office "
        "takes it up or says why not.",
        "Publication": "Every version that was published, as readers see it.",
        "Meeting": "The days on which your board meets: its pages say what moved between them.",
    },
    "What the inspectors said": {
        "InspectionReport": "Each report with its recommendations and other findings.",
        "Recommendation": "One finding at a time: its words, and to whom it is addressed.",
        "Addressee": "Those to whom recommendations are addressed, such as the College of "
        "Policing.",
    },
    "Forces, bodies and people": {
        "PoliceForce": "The forces, their names and their addresses here.",
        "LocalPolicingBody": "The commissioners, mayors and other bodies that answer for forces.",
        "Oversight": "Which body holds which force to account, and since when.",
        "OfficeHolder": "Who holds which office: commissioners and chief officers.",
        "CopyAddressee": "To whom copies of a response are sent: who is Home Secretary, and who "
        "receives them for the inspectorate.",
        "CoveringLetter": "The words of the letters that go with copies to the inspectorate and to "
        "the Home Secretary.",
    },
    "Accounts": {
        "User": "Who signs in here, and what they may do in which force.",
    },
}
# The sentence for those who only read a page that others write.
TO_READ = {
    "ChiefOfficerComments": "What the chief officer says of a report, once the force has sent it.",
    "Assessment": "Where your force stands on each recommendation: Red, Amber or Green.",
    "ProgressProposal": "What progress the force says it has made, to accept or to decline.",
}


class AnswerableAdminSite(admin.AdminSite):
    site_header = settings.SITE_NAME
    site_title = settings.SITE_NAME
    index_title = "Your work"
    enable_nav_sidebar = False

    def admin_view(self, view, cacheable=False):
        """Compress the pages: forms repeat much. Django pads them, so that lengths tell nothing.

        Whatever page saves what was typed tells the browser so.
        """
        answer = super().admin_view(view, cacheable)

        @gzip_page
        @functools.wraps(answer)
        def named(request, *args, **kwargs):
            return naming_the_saved(request, answer(request, *args, **kwargs))

        return named

    def get_urls(self):
        """Leave out what is not in use; two of it tell anybody on the staff of any row."""
        left_out = ("autocomplete", "view_on_site", "password_change_done")
        urls = [url for url in super().get_urls() if getattr(url, "name", "") not in left_out]
        return [path("reminders/", self.admin_view(self.reminders), name="reminders"), *urls]

    def reminders(self, request):
        """Let the person choose which reminders come by mail."""
        return reminders(request, self)

    @method_decorator([never_cache, login_not_required])
    def login(self, request, extra_context=None):
        """Lead to the one sign-in; those who are signed in and not staff belong on their board."""
        if request.user.is_authenticated and not self.has_permission(request):
            return HttpResponseRedirect(reverse("boards"))
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))

    def password_change(self, request, extra_context=None):
        """Everybody changes the password on one page, staff or not."""
        return HttpResponseRedirect(reverse("change_password"))

    def index(self, request, extra_context=None):
        from .front_page import waiting  # Its pages register with this site, so they come later.

        more = {"work": self.work(request), **waiting(request, self)}
        return super().index(request, more | (extra_context or {}))

    def app_index(self, request, app_label, extra_context=None):
        """The front page is arranged by what people do; the apps have no pages of their own."""
        return HttpResponseRedirect(reverse("admin:index"))

    def timeline_of(self, row):
        """Return who did what to `row` of the register, newest first, for its history page."""
        return timeline_of_row(row)

    def published_responses(self, report):
        """Return how many responses to `report` readers can read in some version."""
        shown = Publication.objects.filter(withdrawal=None).answering(report)
        return shown.values("response").distinct().count()

    def responses_of(self, body):
        """Return how many responses of `body` the register holds, drafts too."""
        return Response.objects.filter(body=body).count()

    def address_changed(self, row):
        """Have the pages of the responses of `row`, a force or a report, made anew."""
        derive_of(row)

    def steps_of_report(self, request, report):
        """Return (address, label) of what the person may do from the page of `report`."""
        return self.get_model_admin(Response).steps_of_report(request, report)

    def work(self, request):
        """Return headings, each with the pages that the person may open and their sentences."""
        apps = self.get_app_list(request)
        pages = {page["object_name"]: page for app in apps for page in app["models"]}
        return {
            heading: [
                pages[name] | {"sentence": sentence_for(pages[name], written)}
                for name, written in about.items()
                if name in pages
            ]
            for heading, about in WORK.items()
            if pages.keys() & about.keys()
        }


def sentence_for(page, written):
    """Return the sentence `written` for those who write on `page`, or the one for its readers."""
    if page["perms"]["add"] or page["perms"]["change"]:
        return written
    return TO_READ.get(page["object_name"], written)
