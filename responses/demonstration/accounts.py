"""The people who sign in to the demonstration: one for each role that it can show."""

from dataclasses import dataclass

from forces.models import Membership, PoliceForce, Role, User


@dataclass(frozen=True)
class Account:
    """A sign-in: its user name, the name shown, its role, and the force's slug where it has one."""

    username: str
    first_name: str
    last_name: str
    role: Role
    force: str = ""

    @property
    def is_staff(self):
        """Whether the admin is open to it: a board has pages of its own."""
        return self.role != Role.BOARD_MEMBER


ACCOUNTS = (
    Account("register-editor", "Register", "editor", Role.REGISTER_EDITOR),
    Account("editor-thames-valley", "Thames Valley", "editor", Role.EDITOR, "thames-valley"),
    Account("liaison-thames-valley", "Thames Valley", "liaison", Role.LIAISON, "thames-valley"),
    Account("approver-thames-valley", "Thames Valley", "approver", Role.APPROVER, "thames-valley"),
    Account("board-thames-valley", "Thames Valley", "board", Role.BOARD_MEMBER, "thames-valley"),
    Account("editor-staffordshire", "Staffordshire", "editor", Role.EDITOR, "staffordshire"),
    Account("liaison-staffordshire", "Staffordshire", "liaison", Role.LIAISON, "staffordshire"),
    Account("approver-staffordshire", "Staffordshire", "approver", Role.APPROVER, "staffordshire"),
    Account("board-staffordshire", "Staffordshire", "board", Role.BOARD_MEMBER, "staffordshire"),
)


def load_accounts(password):
    """Add the accounts that are missing, and let each sign in with `password`.

    A password that is right already is left alone, so that nobody is signed out.
    """
    for account in ACCOUNTS:
        user = User.objects.filter(username=account.username).first() or _add(account)
        if not user.check_password(password):
            user.set_password(password)
            user.save(update_fields=["password"])


def _add(account):
    user = User.objects.create_user(
        account.username,
        first_name=account.first_name,
        last_name=account.last_name,
        is_staff=account.is_staff,
    )
    force = PoliceForce.found_at(account.force) if account.force else None
    Membership.objects.create(user=user, role=account.role, force=force)
    return user
