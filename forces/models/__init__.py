"""Who: forces, the bodies that hold them to account, office-holders, users."""

from ..roles import Role
from .body import LocalPolicingBody, Oversight
from .copy_addressee import CopyAddressee
from .edition import Edition
from .force import PoliceForce
from .office import OfficeHolder
from .user import Membership, User

__all__ = [
    "CopyAddressee",
    "Edition",
    "LocalPolicingBody",
    "Membership",
    "OfficeHolder",
    "Oversight",
    "PoliceForce",
    "Role",
    "User",
]
