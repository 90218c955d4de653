"""The roles that a person can hold. Pure; what each may do is in policies.py."""

from django.db import models


class Role(models.TextChoices):
    EDITOR = "editor", "Editor"
    LIAISON = "liaison", "Force liaison"
    APPROVER = "approver", "Approver"
    BOARD_MEMBER = "board_member", "Board member"
    REGISTER_EDITOR = "register_editor", "Register editor"
