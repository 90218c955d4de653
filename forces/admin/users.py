from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group

from ..models import Membership, User
from .formsets import DistinctFormSet
from .history import Timelined
from .house import HouseAdmin, PartInline
from .scoping import FollowsParent, RegisterScope

# Roles in forces (policies.py) decide what people may do; Django's groups decide nothing.
admin.site.unregister(Group)

ACCOUNT = ["is_active", "is_staff"]


class MembershipFormSet(DistinctFormSet):
    distinct = ("role", "force")
    twice = "This role stands here twice."


class MembershipInline(FollowsParent, PartInline):
    model = Membership
    formset = MembershipFormSet
    verbose_name = "role"
    verbose_name_plural = "roles"
    intro = "What this person may do, and in which force. One row for each role."

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("user", "force")

    def has_change_permission(self, request, obj=None):
        """Nobody gives a role to themselves but the owner of the installation."""
        if obj == request.user and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)


@admin.register(User)
class AccountAdmin(RegisterScope, Timelined, HouseAdmin, UserAdmin):
    list_display = ["username", "get_full_name", "email", "roles", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff"]
    search_help_text = "By name or address."
    filter_horizontal = []
    inlines = [MembershipInline]
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Who this is", {"fields": ["first_name", "last_name", "email"]}),
        ("Access", {"fields": ACCOUNT}),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "usable_password", "password1", "password2"]}),
        ("Who this is", {"fields": ["first_name", "last_name", "email"]}),
        ("Access", {"fields": ["is_staff"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("memberships__force")

    def get_fieldsets(self, request, obj=None):
        """Only the owner of the installation makes somebody else an owner."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not request.user.is_superuser:
            return fieldsets
        with_owner = ("Access", {"fields": [*ACCOUNT, "is_superuser"]})
        return [
            with_owner if heading == "Access" else (heading, options)
            for heading, options in fieldsets
        ]

    def has_change_permission(self, request, obj=None):
        """A register editor keeps every account but those of the installation's owners."""
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_view_permission(self, request, obj=None):
        return super().has_change_permission(request)

    def has_delete_permission(self, request, obj=None):
        """Accounts stay, since history names them; one that is not active cannot sign in."""
        return False

    @admin.display(description="roles")
    def roles(self, user):
        if user.is_superuser:
            return "Owner of this installation"
        return "; ".join(self._in_words(role) for role in user.memberships.all())

    @staticmethod
    def _in_words(membership):
        role = membership.get_role_display()
        return f"{role}, {membership.force.short_name}" if membership.force_id else role
