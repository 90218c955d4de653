"""How `manage.py demo` behaves: run again, refused, and signed in to."""

import re
import socket
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from forces import policies
from forces.models import PoliceForce, User
from recommendations.models import InspectionReport
from responses.demonstration.accounts import ACCOUNTS
from responses.management.commands import demo
from responses.models import Passage, Publication, RenderedPage, Response
from responses.pages.renderer import renderer_at
from responses.workflow import TRANSITIONS, Move, Status
from tests.factories import InspectionReportFactory, UserFactory

pytestmark = pytest.mark.django_db
PUBLISHING = TRANSITIONS[Status.APPROVED, Move.PUBLISH]


@pytest.fixture(autouse=True)
def debug_is_on(settings):
    settings.DEBUG = settings.DEMONSTRATION = True
    settings.DEMO_PASSWORD = "a-password-for-tests"


def run_demo():
    out = StringIO()
    call_command("demo", "--no-serve", stdout=out)
    return out.getvalue()


def all_rows():
    """Every row of the register's own tables."""
    models = [
        model
        for name in ("forces", "recommendations", "responses")
        for model in apps.get_app_config(name).get_models(include_auto_created=True)
    ]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def test_running_it_again_changes_no_row():
    run_demo()
    before = all_rows()
    run_demo()
    assert all_rows() == before


def test_what_an_older_version_loaded_is_found_by_its_words():
    run_demo()
    Passage.objects.all().delete()
    RenderedPage.objects.update(renderer="of an older version")
    run_demo()
    assert Passage.objects.exists()
    for row in RenderedPage.objects.select_related("publication__force", "publication__report"):
        place = row.publication
        assert row.renderer == renderer_at(place.force.slug, place.report.slug)


def test_what_was_edited_since_stays_as_it_is():
    run_demo()
    response = Response.objects.get(force__slug="staffordshire")
    response.sections.first().delete()
    response.signatories.update(name="Somebody else")
    InspectionReport.objects.update(short_title="Renamed")
    User.objects.filter(username="editor-staffordshire").update(is_active=False)
    User.objects.get(username="register-editor").memberships.all().delete()
    before = all_rows()
    run_demo()
    assert all_rows() == before


def test_it_prints_the_addresses_and_each_sign_in():
    printed = run_demo()
    assert "http://127.0.0.1:8000/admin/" in printed
    assert "a-password-for-tests" in printed
    for account in ACCOUNTS:
        assert account.username in printed


def test_each_address_that_it_prints_leads_to_a_page(client):
    printed = run_demo()
    paths = re.findall(r"http://127\.0\.0\.1:8000(/\S*)", printed)
    assert len(paths) == len(demo.ADDRESSES)
    for path in paths:
        assert client.get(path, follow=True).status_code == 200, path


def test_each_account_signs_in_and_comes_where_it_belongs(client):
    run_demo()
    for account in ACCOUNTS:
        form = {"login": account.username, "password": "a-password-for-tests"}
        reply = client.post("/sign-in/?next=/admin/", form, follow=True)
        place = "/board/" if account.username.startswith("board-") else "/admin/"
        assert (reply.status_code, reply.redirect_chain[-1][0]) == (200, place), account.username
        client.logout()


def test_each_account_may_do_what_its_role_says_and_only_in_its_force():
    run_demo()
    thames_valley = PoliceForce.objects.get(slug="thames-valley")
    may = {
        account.username: (
            rights.may(policies.EDIT_DRAFTS, thames_valley.pk),
            rights.may(frozenset({PUBLISHING.role}), thames_valley.pk),
            rights.may(policies.WRITE_COMMENTS, thames_valley.pk),
            rights.may(policies.SEE_BOARD, thames_valley.pk),
            rights.edits_register,
        )
        for account in ACCOUNTS
        for rights in [policies.Rights(User.objects.get(username=account.username))]
    }
    assert may == {
        "register-editor": (False, False, False, False, True),
        "editor-thames-valley": (True, False, False, True, False),
        "liaison-thames-valley": (False, False, True, True, False),
        "approver-thames-valley": (False, True, False, True, False),
        "board-thames-valley": (False, False, False, True, False),
    } | dict.fromkeys((name for name in may if "staffordshire" in name), (False,) * 5)
    assert len(may) == 9
    assert not User.objects.filter(is_superuser=True).exists()


def test_running_it_again_signs_nobody_out(client):
    run_demo()
    client.force_login(User.objects.get(username="editor-thames-valley"))
    run_demo()
    assert client.get("/admin/").status_code == 200


def test_where_no_password_is_set_each_run_makes_a_new_one_that_works(settings):
    settings.DEMO_PASSWORD = ""
    first, second = (
        re.search(r"password (\S{12,})", run_demo())[1],
        re.search(r"password (\S{12,})", run_demo())[1],
    )
    assert first != second
    user = User.objects.get(username="register-editor")
    assert user.check_password(second)
    assert not user.check_password(first)


def assert_refused_untouched(*words):
    before = all_rows()
    with pytest.raises(CommandError) as refusal:
        run_demo()
    for word in words:
        assert word in str(refusal.value)
    assert all_rows() == before


def test_a_report_that_is_no_demonstration_is_real_data():
    InspectionReportFactory(short_title="Village policing")
    assert_refused_untouched("Village policing", "DATABASE_URL")


def test_a_real_report_beside_the_demonstration_is_real_data():
    run_demo()
    InspectionReportFactory(short_title="Village policing")
    assert_refused_untouched("Village policing")


def test_users_without_a_demonstration_are_real_data():
    UserFactory()
    assert_refused_untouched("users")


def test_with_debug_off_it_refuses(settings):
    settings.DEBUG = False
    assert_refused_untouched("DEBUG is off")


def test_a_taken_port_is_said_before_anything_is_loaded():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(CommandError, match=r"port \d+ of this machine is in use"):
            call_command("demo", port=other.getsockname()[1])
    assert not PoliceForce.objects.exists()


@pytest.mark.parametrize("port", ["0", "80", "65536", "http"])
def test_a_port_that_cannot_be_is_refused(port):
    with pytest.raises(CommandError, match="between 1024 and 65535"):
        call_command("demo", "--no-serve", "--port", port)


@pytest.fixture
def served(monkeypatch):
    """What `runserver` was called with, in place of serving."""
    calls = []
    real = demo.call_command

    def watch(name, *args, **options):
        if name == "runserver":
            calls.append((args, options))
        else:
            real(name, *args, **options)

    monkeypatch.setattr(demo, "call_command", watch)
    monkeypatch.setattr(demo.Command, "_refuse_a_taken_port", lambda self, port: None)
    return calls


def test_it_serves_in_one_process_that_can_be_interrupted(served):
    call_command("demo", stdout=StringIO())
    assert served == [(("127.0.0.1:8000",), {"use_reloader": False})]
    assert Publication.objects.count() == 2


def test_it_serves_on_another_port_and_prints_its_addresses(served, settings):
    settings.SITE_ADDRESS = "http://127.0.0.1:8000"
    out = StringIO()
    call_command("demo", "--port", "8124", stdout=out)
    assert served == [(("127.0.0.1:8124",), {"use_reloader": False})]
    assert "http://127.0.0.1:8124/admin/" in out.getvalue()
    assert ":8000" not in out.getvalue()
    assert settings.SITE_ADDRESS == "http://127.0.0.1:8124"
