from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from .. import policies
from ..models import Membership, User
from ..sign_in.links import send_link
from ..sign_in.second_factor import remove_all
from .account_forms import LABELS, AccountForm, AccountPasswordForm, OpenAccountForm
from .formsets import DistinctFormSet
from .history import Timelined
from .house import HouseAdmin, PartInline
from .scoping import FollowsParent, RegisterScope
from .steps import Step, Steps
from .yes_or_no import in_words

# Roles in forces (policies.py) decide what people may do; Django's groups decide nothing.
# What people sign in with is theirs alone: nobody reads or changes it here.
admin.site.unregister([Group, EmailAddress, Authenticator, SocialAccount, SocialApp, SocialToken])

EDITORS_OF_REGISTER = frozenset()
LINK_THEN = "A link to set a password is sent to them once that is done."


def why_no_link(user):
    if not user.email:
        return "This account has no e-mail address to which a link could go."
    return "" if user.is_active else "This account is closed."


def why_not_remove(user):
    return "" if user.authenticator_set.exists() else "There is no second step to remove."


def what_lacks(user):
    """Return what `user` lacks to do what they have an account for, as a sentence, or ""."""
    roles = set(user.memberships.values_list("role", flat=True))
    if user.is_superuser or not user.is_active:
        return ""
    if not roles:
        return "Next, add a role to this account: without one they can sign in, and do nothing."
    if roles & policies.WRITE_ANYTHING and not user.is_staff:
        return "Tick “Uses the working pages”: without it they cannot open what their role is for."
    return ""


def waits_for_first_link(user):
    """Whether `user` has neither a password nor been sent a link to set one, and could be."""
    return not (why_no_link(user) or user.link_sent_at or user.has_usable_password())


SEND_LINK = Step(
    label="Send the link{again}",
    roles=EDITORS_OF_REGISTER,
    service=send_link,
    why_not=why_no_link,
    then="A mail with a link goes to the address of this account. Whoever has it sets a password "
    "there. Earlier links stop working when that is done.",
    done="The link is sent.",
)
REMOVE_SECOND_FACTOR = Step(
    label="Remove the second step",
    roles=EDITORS_OF_REGISTER,
    service=remove_all,
    why_not=why_not_remove,
    then="For somebody who has lost their phone or key, and the recovery codes too. Be sure that "
    "it is they who ask: call them. Their authenticator app, passkeys and codes are no longer "
    "accepted, and they set up a second step anew when they next sign in.",
    done="Removed. They set up a second step anew when they next sign in.",
)

ACCOUNT = ["is_active", "is_staff"]


def name_of(field):
    """Return what the forms and filters call a `field` of an account."""
    return User._meta.get_field(field).verbose_name


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
class AccountAdmin(RegisterScope, Timelined, Steps, HouseAdmin, UserAdmin):
    form, add_form = AccountForm, OpenAccountForm
    change_password_form = AccountPasswordForm
    add_form_template = change_form_template = "admin/user_form.html"
    steps = {"send_link": SEND_LINK, "remove_second_factor": REMOVE_SECOND_FACTOR}
    step_argument = "user"
    list_display = ["username", "full_name", "mail", "roles", "is_open", "works_here"]
    list_filter = ["is_active", "is_staff"]
    search_help_text = "By name or address."
    filter_horizontal = []
    inlines = [MembershipInline]
    readonly_fields = ["last_login", "date_joined", "link_sent_at"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Who this is", {"fields": ["first_name", "last_name", "email"]}),
        ("Access", {"fields": ACCOUNT}),
        ("Dates", {"fields": ["last_login", "date_joined", "link_sent_at"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username"]}),
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

    def get_readonly_fields(self, request, obj=None):
        """Nobody closes their own account: perhaps nobody else could open it again."""
        own = ACCOUNT if obj is not None and obj == request.user else []
        return [*super().get_readonly_fields(request, obj), *own]

    def save_related(self, request, form, formsets, change):
        """Send the first link once the account is kept for sure and lacks nothing, or say what
        this person still lacks to do anything at all.
        """
        super().save_related(request, form, formsets, change)
        user = form.instance
        waits = waits_for_first_link(user)
        if lack := what_lacks(user):
            self.message_user(request, f"{lack} {LINK_THEN}" if waits else lack, messages.WARNING)
        elif waits:
            transaction.on_commit(lambda: self._send_first_link(request, user))

    def _send_first_link(self, request, user):
        try:
            send_link(user=user, by=request.user, now=timezone.now())
        except ValidationError as error:
            next_time = "The account is open all the same: send the link, or set a password."
            self.message_user(request, f"{error.message} {next_time}", messages.WARNING)
        else:
            self.message_user(request, f"A link to set a password is sent to {user.email}.")

    def words_of(self, user):
        return {"again": " again" if user.link_sent_at else ""}

    def row_of_step(self, request, pk):
        user = self.get_object(request, str(pk))
        return user or self._get_obj_does_not_exist_redirect(request, self.opts, pk)

    def may_take(self, request, row, step):
        return self.has_change_permission(request, row)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context["steps"] = self.steps_of(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

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

    @admin.display(description="name", ordering="last_name")
    def full_name(self, user):
        return user.get_full_name() or "–"

    @admin.display(description=LABELS["email"], ordering="email")
    def mail(self, user):
        return user.email or "–"

    @admin.display(description=name_of("is_active"), ordering="is_active")
    def is_open(self, user):
        return in_words(user.is_active)

    @admin.display(description=name_of("is_staff"), ordering="is_staff")
    def works_here(self, user):
        return in_words(user.is_staff)

    @admin.display(description="roles")
    def roles(self, user):
        if user.is_superuser:
            return "Owner of this installation"
        return "; ".join(self._in_words(role) for role in user.memberships.all())

    @staticmethod
    def _in_words(membership):
        role = membership.get_role_display()
        return f"{role}, {membership.force.short_name}" if membership.force_id else role
