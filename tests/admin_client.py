"""Signing in to the admin as somebody with a role."""

from django.test import Client
from django.urls import reverse

from forces.models import Role
from tests.factories import MembershipFactory, UserFactory


def signed_in(*roles, force=None):
    """Return a client of a new user who holds `roles`, each in `force` where it has one."""
    user = UserFactory()
    for role in roles:
        MembershipFactory(
            user=user, role=role, force=None if role == Role.REGISTER_EDITOR else force
        )
    client = Client()
    client.force_login(user)
    client.user = user
    return client


def page(model, view, *args):
    """Return the address of an admin page: page(Response, "change", 3)."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}", args=args)
