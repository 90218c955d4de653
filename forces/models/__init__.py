"""Who: forces, the bodies that hold them to account, office-holders, users."""

from ..roles import Role
from .body import LocalPolicingBody, Oversight
from .copy_addressee import CopyAddressee
from .edition import Edition
from .force import FormerForceAddress, PoliceForce
from .former_address import Addressed, FormerAddress
from .office import OfficeHolder
from .user import Membership, User

__all__ = [
    "Addressed",
    "CopyAddressee",
    "Edition",
    "FormerAddress",
    "FormerForceAddress",
    "LocalPolicingBody",
    "Membership",
    "OfficeHolder",
    "Oversight",
    "PoliceForce",
    "Role",
    "User",
]
