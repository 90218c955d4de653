"""The admin of forces, bodies, people and accounts, and what all admin pages share."""

from . import bodies, forces, users

__all__ = ["bodies", "forces", "users"]
