"""The admin site itself: its name, and the order of its front page."""

from django.conf import settings
from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse

from responses.models import Response

# What people come to do, in the order in which they do it, and a sentence for each.
WORK = {
    "Answer the inspectors": {
        "Response": "Write what your office answers to a report, look at it as readers will, "
        "and publish it.",
        "ChiefOfficerComments": "Write what the chief officer says of a report, and send it to the "
        "office.",
        "Assessment": "Say where your force stands on each recommendation: Red, Amber or Green.",
        "Publication": "Every version that was published, as readers see it.",
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
    },
    "Accounts": {
        "User": "Who signs in here, and what they may do in which force.",
    },
}


class AnswerableAdminSite(admin.AdminSite):
    site_header = settings.SITE_NAME
    site_title = settings.SITE_NAME
    index_title = "Your work"
    enable_nav_sidebar = False

    def get_urls(self):
        """Leave out the addresses that tell anybody on the staff of any row: none is in use."""
        left_out = ("autocomplete", "view_on_site")
        return [url for url in super().get_urls() if getattr(url, "name", "") not in left_out]

    def index(self, request, extra_context=None):
        drafts = self.get_model_admin(Response).open_drafts(request)
        more = {"work": self.work(request), "drafts": drafts}
        return super().index(request, more | (extra_context or {}))

    def app_index(self, request, app_label, extra_context=None):
        """The front page is arranged by what people do; the apps have no pages of their own."""
        return HttpResponseRedirect(reverse("admin:index"))

    def work(self, request):
        """Return headings, each with the pages that the person may open and their sentences."""
        apps = self.get_app_list(request)
        pages = {page["object_name"]: page for app in apps for page in app["models"]}
        return {
            heading: [pages[name] | {"sentence": s} for name, s in about.items() if name in pages]
            for heading, about in WORK.items()
            if pages.keys() & about.keys()
        }
