"""manage.py without settings, and with those of a real installation."""

import pytest

REAL = {
    "SECRET_KEY": "a-key-for-this-test-alone-that-is-long-and-has-0123456789-in-it",
    "ALLOWED_HOSTS": "answerable.example",
    "SITE_ADDRESS": "https://answerable.example",
}
STATED = {
    "OPERATOR_NAME": "An office",
    "OPERATOR_EMAIL": "office@answerable.example",
    "ACCESSIBILITY_STATUS": "full",
    "ACCESSIBILITY_PREPARED_ON": "2026-04-15",
    "ACCESSIBILITY_REVIEWED_ON": "2026-04-15",
    "ACCESSIBILITY_REPLY_DAYS": "10",
}


@pytest.mark.parametrize("command", ["check", "migrate", "runserver", "createsuperuser"])
def test_without_an_environment_a_command_names_what_is_missing(manage, refuses, command):
    refuses(manage(command), "SECRET_KEY", "ALLOWED_HOSTS", "docs/settings.md")


def test_only_what_is_missing_is_named(manage, refuses):
    result = manage("check", SECRET_KEY=REAL["SECRET_KEY"])
    refuses(result, "Not set: ALLOWED_HOSTS.")


def test_debug_is_off_unless_it_is_turned_on(manage):
    result = manage(
        "shell", "-c", "from django.conf import settings; print(settings.DEBUG)", **REAL
    )
    assert result.stdout.split()[-1] == "False"


def test_the_deployment_check_has_nothing_to_say_where_all_is_stated(manage):
    result = manage("check", "--deploy", "--fail-level", "WARNING", **REAL, **STATED)
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


def test_the_deployment_check_warns_of_what_the_trust_pages_leave_open(manage):
    result = manage("check", "--deploy", **REAL)
    assert result.returncode == 0, result.stderr
    assert "answerable.W001" in result.stderr


@pytest.mark.parametrize("name", ["STATUS", "PREPARED_ON", "REVIEWED_ON", "REPLY_DAYS"])
def test_a_fact_of_the_statement_that_is_none_is_refused(manage, refuses, name):
    refuses(manage("check", **REAL, **{f"ACCESSIBILITY_{name}": "soon"}), f"ACCESSIBILITY_{name}")


def test_the_deployment_check_asks_for_the_address_to_which_mails_lead(manage):
    result = manage("check", "--deploy", **REAL | {"SITE_ADDRESS": ""})
    assert result.returncode != 0
    assert "SITE_ADDRESS is not set" in result.stderr


def test_a_number_that_is_none_and_a_provider_that_is_none_are_refused(manage, refuses):
    refuses(manage("check", **REAL, SESSION_IDLE_MINUTES="an hour"), "SESSION_IDLE_MINUTES")
    refuses(
        manage("check", **REAL, OPENID_PROVIDERS="entra"), "OPENID_PROVIDERS", "docs/sign-in.md"
    )


def test_the_environment_wins_over_the_env_file(manage, env_file):
    env_file.write_text("SITE_NAME=From the file\nSECRET_KEY=file\nALLOWED_HOSTS=a.example\n")
    show = "from django.conf import settings; print(settings.SITE_NAME)"
    assert "From the file" in manage("shell", "-c", show).stdout
    assert "From outside" in manage("shell", "-c", show, SITE_NAME="From outside").stdout


@pytest.mark.parametrize("day", ["2019", "1 January 2019", "2019-02-30"])
def test_a_first_day_of_judging_that_is_no_day_is_refused(manage, refuses, day):
    result = manage("check", **REAL, SECTION_55_JUDGED_FROM=day)
    refuses(result, "SECTION_55_JUDGED_FROM", "2019-01-01")


def test_a_brand_colour_that_is_none_is_refused(manage, refuses):
    refuses(manage("check", **REAL, BRAND_COLOUR="blue;}"), "BRAND_COLOUR", "#1f3a5f")


@pytest.mark.parametrize("address", ["answerable.example", "https://answerable.example/admin/"])
def test_the_address_of_the_site_is_one_without_a_path(manage, refuses, address):
    result = manage("check", **REAL | {"SITE_ADDRESS": address})
    refuses(result, "SITE_ADDRESS", "https://answerable.example")
