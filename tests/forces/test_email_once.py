"""An e-mail address belongs to one account, in whatever case it is written."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from forces.models import Role, User
from tests.admin_client import page, signed_in
from tests.factories import UserFactory
from tests.html_form import form_data

pytestmark = pytest.mark.django_db
TAKEN = "Another account has this e-mail address"


@pytest.fixture
def keeper():
    return signed_in(Role.REGISTER_EDITOR)


def errors_at_email(client, address, **fields):
    answer = client.post(address, form_data(client.get(address)) | fields)
    return answer.context["adminform"].form.errors if answer.status_code == 200 else {}


@pytest.mark.parametrize("is_active", [True, False])
def test_the_address_of_another_account_is_refused_at_its_field(keeper, is_active):
    UserFactory(email="anna@office.example", is_active=is_active)
    fields = {"username": "second", "email": "Anna@office.example"}
    for address in (page(User, "add"), page(User, "change", UserFactory().pk)):
        errors = errors_at_email(keeper, address, **fields)
        assert list(errors) == ["email"]
        assert len(errors["email"]) == 1
        assert TAKEN in errors["email"][0]


def test_an_account_keeps_its_own_address_and_many_have_none(keeper):
    anna = UserFactory(email="anna@office.example")
    for user in (anna, UserFactory(email=""), UserFactory(email="")):
        change = page(User, "change", user.pk)
        assert errors_at_email(keeper, change, email=user.email.upper()) == {}


def test_the_database_refuses_it_too():
    UserFactory(email="anna@office.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory(email="ANNA@office.example")


@pytest.fixture
def before(transactional_db):
    """The database as it was when accounts could share an address; afterwards as it should be."""
    MigrationExecutor(connection).migrate([("forces", "0006_username_once")])
    yield
    # A deletion would look for what later migrations have added.
    User.objects.update(email="")
    MigrationExecutor(connection).migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())


def test_an_upgrade_names_the_accounts_that_share_an_address(before):
    for username, email in (("anna", "a@x.example"), ("ann", "A@x.example"), ("bert", "")):
        UserFactory(username=username, email=email)
    UserFactory(email="")
    with pytest.raises(CommandError, match=r"share .*: a@x\.example \(anna, ann\)\. Only one"):
        call_command("migrate", "forces", verbosity=0)
    User.objects.filter(username="ann").update(email="")
    call_command("migrate", "forces", verbosity=0)
