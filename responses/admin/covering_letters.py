"""The words of the covering letters, which register editors keep."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from forces.admin.history import Timelined
from forces.admin.house import HouseAdmin
from forces.admin.scoping import RegisterScope
from forces.recipients import Recipient

from ..covering.placeholders import PLACEHOLDERS
from ..covering.wording import DEFAULTS
from ..models import CoveringLetter

NAMES = format_html(
    'Names in braces are filled in for each letter:<ul class="names">{}</ul>',
    format_html_join("", "<li><code>{{{}}}</code> {}</li>", PLACEHOLDERS.items()),
)
AROUND = (
    "Letterhead, addressee, date and salutation stand above these words, the name and the office "
    "of who signs below. Without an entry here a letter has the words that come with the site."
)


@admin.register(CoveringLetter)
class CoveringLetterAdmin(RegisterScope, Timelined, HouseAdmin):
    is_read_by_offices = True
    list_display = ["recipient", "whose", "subject"]
    list_select_related = ["body"]
    list_filter = ["recipient"]
    search_fields = ["body__name", "subject", "text"]
    search_help_text = "By body or words."

    def get_fieldsets(self, request, obj=None):
        return [
            (None, {"fields": ["recipient", "body"], "description": AROUND + _others(obj)}),
            ("The words", {"fields": ["subject", "text", "close"], "description": NAMES}),
        ]

    def get_changeform_initial_data(self, request):
        """Begin with the words that come with the site, for the recipient in the address."""
        asked = request.GET.get("recipient")
        recipient = Recipient(asked) if asked in Recipient else Recipient.HOME_SECRETARY
        return {"recipient": recipient, **vars(DEFAULTS[recipient])}

    @admin.display(description="letters of", ordering="body__name")
    def whose(self, letter):
        return letter.body or "Every body without its own"


def _others(letter):
    """Return links that begin a new letter with the words to one recipient or the other."""
    if letter:
        return ""
    add = reverse("admin:responses_coveringletter_add")
    links = format_html_join(
        " or ",
        '<a href="{}?recipient={}">{}</a>',
        ((add, one.value, one.in_a_sentence) for one in Recipient),
    )
    return format_html(" Begin with the words to {}.", links)
