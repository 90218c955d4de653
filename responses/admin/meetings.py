"""The meetings of boards, which the office keeps for its force."""

from django.contrib import admin

from forces import policies
from forces.admin.filters import ForceFilter
from forces.admin.history import Timelined
from forces.admin.house import HouseAdmin
from forces.admin.scoping import ForceScope

from ..models import Meeting


@admin.register(Meeting)
class MeetingAdmin(ForceScope, Timelined, HouseAdmin):
    """The days that a board's pages offer to compare with."""

    see = policies.SEE_MEETINGS
    edit = policies.KEEP_MEETINGS
    list_display = ["name", "force", "held_on"]
    list_select_related = ["force"]
    list_filter = [ForceFilter]
    search_fields = ["name", "force__name"]
    search_help_text = "By name or force."
    fields = ["force", "held_on", "name"]
