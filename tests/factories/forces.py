import factory
from factory.django import DjangoModelFactory

from forces.models import (
    LocalPolicingBody,
    Membership,
    OfficeHolder,
    Oversight,
    PoliceForce,
    Role,
    User,
)


class PoliceForceFactory(DjangoModelFactory):
    class Meta:
        model = PoliceForce

    short_name = factory.Sequence(lambda n: f"Borchester {n}")
    name = factory.LazyAttribute(lambda force: f"{force.short_name} Police")
    slug = factory.Sequence(lambda n: f"borchester-{n}")
    region = "East Midlands"


class LocalPolicingBodyFactory(DjangoModelFactory):
    class Meta:
        model = LocalPolicingBody

    name = factory.Sequence(lambda n: f"Police and Crime Commissioner for Borchester {n}")
    kind = "pcc"


class OversightFactory(DjangoModelFactory):
    class Meta:
        model = Oversight

    force = factory.SubFactory(PoliceForceFactory)
    body = factory.SubFactory(LocalPolicingBodyFactory)


class OfficeHolderFactory(DjangoModelFactory):
    """A commissioner; pass force=… and body=None for a chief officer."""

    class Meta:
        model = OfficeHolder

    name = factory.Sequence(lambda n: f"Holder {n}")
    title = "Police and Crime Commissioner"
    body = factory.SubFactory(LocalPolicingBodyFactory)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"user{n}")
    is_staff = True


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    force = factory.SubFactory(PoliceForceFactory)
    role = Role.EDITOR
