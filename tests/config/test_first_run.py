"""The first run of the demonstration: the .env that it writes, and where it refuses."""

import stat

import pytest


def settings_of(env_file):
    lines = [line for line in env_file.read_text().splitlines() if not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


def test_the_demonstration_runs_from_nothing_and_later_commands_read_its_env_file(manage, env_file):
    result = manage("demo", "--no-serve")
    assert result.returncode == 0, result.stderr
    written = settings_of(env_file)
    assert f"password {written['DEMO_PASSWORD']}" in result.stdout
    assert manage("migrate", "--check").returncode == 0


def test_the_env_file_is_for_its_owner_alone_and_its_secrets_are_fresh(manage, env_file):
    first = write_env_file(manage, env_file)
    assert stat.S_IMODE(env_file.stat().st_mode) == 0o600
    env_file.unlink()
    second = write_env_file(manage, env_file)
    assert first["DEBUG"] == "on"
    for name in ("SECRET_KEY", "DEMO_PASSWORD"):
        assert len(first[name]) >= 12
        assert first[name] != second[name]


def write_env_file(manage, env_file):
    """Let the demonstration write its .env and stop there, at a database it cannot open."""
    manage("demo", "--no-serve", DATABASE_URL="sqlite:////nowhere/at/all.sqlite3")
    return settings_of(env_file)


def test_an_env_file_that_is_there_is_kept_as_it_is(manage, env_file):
    text = "DEBUG=on\nSECRET_KEY=mine\nDATABASE_URL=sqlite:////nowhere/at/all.sqlite3\n"
    env_file.write_text(text)
    manage("demo", "--no-serve")
    assert env_file.read_text() == text


@pytest.mark.parametrize("debug", ["off", "False", "0", ""])
def test_an_environment_with_debug_off_is_refused_and_nothing_is_written(
    manage, refuses, env_file, debug
):
    refuses(manage("demo", "--no-serve", DEBUG=debug), "the environment", "DEBUG")
    assert not env_file.exists()


@pytest.mark.parametrize(
    "text",
    ["DEBUG=off\nSECRET_KEY=real\nALLOWED_HOSTS=a.example\n", "SECRET_KEY=real\n", ""],
    ids=["off", "not named", "empty"],
)
def test_an_env_file_that_does_not_turn_debug_on_is_refused(
    manage, refuses, env_file, tmp_path, text
):
    env_file.write_text(text)
    refuses(manage("demo", "--no-serve"), str(env_file), "DEBUG")
    assert env_file.read_text() == text
    assert not (tmp_path / "test.sqlite3").exists()


def test_the_environment_cannot_be_overruled_by_the_env_file(manage, refuses, env_file):
    env_file.write_text("DEBUG=on\nSECRET_KEY=mine\n")
    refuses(manage("demo", "--no-serve", DEBUG="off"), "the environment")


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(manage, refuses, tmp_path):
    refuses(manage("demo", ENV_FILE=str(tmp_path / "no" / "folder" / ".env")), "cannot write")


def test_a_database_that_cannot_be_opened_is_said_in_a_sentence(manage, refuses):
    result = manage("demo", "--no-serve", DATABASE_URL="sqlite:////nowhere/at/all.sqlite3")
    refuses(result, "The database cannot be read")


def test_what_the_file_says_is_not_overruled_by_the_environment(manage, refuses, env_file):
    env_file.write_text("DEBUG=off\nSECRET_KEY=real\nALLOWED_HOSTS=a.example\n")
    refuses(manage("demo", "--no-serve", DEBUG="on"), str(env_file), "DEBUG")
