from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Lower
from django.db.models.lookups import Exact
from simple_history.models import HistoricalRecords

from ..roles import Role
from .force import PoliceForce

# Who signs in by the account of their office is known by this address.
EMAIL_ONCE = models.UniqueConstraint(
    Lower("email"),
    condition=~Q(email=""),
    name="forces_user_email_once",
    violation_error_message="Another account has this e-mail address, perhaps in other capitals, "
    "or is closed and still has it.",
)


def has_email(email):
    """Return the condition that an account has the address `email`, as EMAIL_ONCE compares it."""
    return Exact(Lower("email"), Lower(Value(email)))


class User(AbstractUser):
    """Somebody who signs in. What they may do follows from their memberships (policies.py).

    `previous_sign_in_at` is the last sign-in on an earlier day than that of
    `signed_in_at`: what came since then is new to them (services.record_sign_in).
    """

    is_active = models.BooleanField(
        "account is open",
        default=True,
        help_text="Untick it when somebody leaves: they cannot sign in any more, and their name "
        "stays beside what they did.",
    )
    is_staff = models.BooleanField(
        "uses the working pages",
        default=False,
        help_text="For everybody who writes, rates or approves. A board member reads the board "
        "pages and needs no tick.",
    )
    signed_in_at = models.DateTimeField("last here", null=True, editable=False)
    previous_sign_in_at = models.DateTimeField("here before", null=True, editable=False)

    link_sent_at = models.DateTimeField(
        "link to set a password last sent", null=True, blank=True, editable=False
    )

    class Meta(AbstractUser.Meta):
        ordering = ["username"]
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="forces_user_username_once",
                violation_error_message="Another account has this username, perhaps in other "
                "capitals.",
            ),
            EMAIL_ONCE,
        ]

    def __str__(self):
        return self.get_full_name() or self.username

    def clean(self):
        """Refuse the address of another account at its field, where Django would name none."""
        super().clean()
        try:
            EMAIL_ONCE.validate(User, self)
        except ValidationError as error:
            raise ValidationError({"email": error}) from error


class Membership(models.Model):
    """One role of one user in one force; a register editor's role has no force."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    force = models.ForeignKey(
        PoliceForce,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        help_text="Blank for a register editor only.",
    )
    role = models.CharField(max_length=20, choices=Role)

    history = HistoricalRecords()

    class Meta:
        ordering = ["user", "force", "role"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "force", "role"],
                name="forces_membership_once",
                violation_error_message="This person already has this role in this force.",
            ),
            models.UniqueConstraint(
                fields=["user", "role"],
                condition=Q(force=None),
                name="forces_membership_without_force_once",
                violation_error_message="This person already has this role.",
            ),
            models.CheckConstraint(
                condition=Q(role=Role.REGISTER_EDITOR, force=None)
                | (~Q(role=Role.REGISTER_EDITOR) & Q(force__isnull=False)),
                name="forces_membership_force_unless_register_editor",
            ),
        ]

    def __str__(self):
        where = f" for {self.force}" if self.force_id else ""
        return f"{self.user}: {self.get_role_display()}{where}"

    def clean(self):
        super().clean()
        if self.role == Role.REGISTER_EDITOR and self.force_id:
            raise ValidationError({"force": "A register editor belongs to no force."})
        if self.role and self.role != Role.REGISTER_EDITOR and not self.force_id:
            raise ValidationError({"force": "Choose the force in which the person has this role."})
