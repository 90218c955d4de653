"""The meetings of boards, which the office keeps for its force."""

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from forces import policies
from forces.admin.filters import ForceFilter
from forces.admin.history import Timelined
from forces.admin.holding import HeldWhileWritten
from forces.admin.house import HouseAdmin
from forces.admin.scoping import ForceScope

from ..models import Meeting
from ..publishing.layouts.words import count


@admin.register(Meeting)
class MeetingAdmin(ForceScope, Timelined, HouseAdmin, HeldWhileWritten):
    """The days that a board's pages offer to compare with."""

    see = policies.SEE_MEETINGS
    edit = policies.KEEP_MEETINGS
    list_display = ["name", "force", "held_on"]
    list_select_related = ["force"]
    list_filter = [ForceFilter]
    search_fields = ["name", "force__name"]
    search_help_text = "By name or force."
    fields = ["force", "held_on", "name", "board_page"]
    readonly_fields = ["board_page"]

    @admin.display(description="Its page")
    def board_page(self, meeting):
        """Lead to the board's page as at this meeting, where it can be frozen for the minutes."""
        if not meeting.pk or meeting.held_on > timezone.localdate():
            return "From the day of the meeting on, its page can be frozen for the minutes."
        number = meeting.frozen_boards.count()
        frozen = f" It is frozen {count(number, 'time')}." if number else ""
        address = f"{reverse('board', args=[meeting.force.slug])}?at={meeting.asked}"
        words = "The board’s page as at this meeting, to look at and to freeze for the minutes"
        return format_html('<a href="{}">{}</a>.{}', address, words, frozen)
