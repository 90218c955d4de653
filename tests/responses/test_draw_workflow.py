"""The state diagram in the guides is that of the table."""

from django.core.management import call_command

from responses.management.commands import draw_workflow
from responses.presenters import workflow
from responses.workflow import TRANSITIONS


def test_the_guide_shows_the_table_as_it_is():
    assert draw_workflow.PLACE.read_text("utf-8") == workflow.page()


def test_the_command_writes_it_where_it_is_told(tmp_path, monkeypatch, capsys):
    place = tmp_path / "workflow.md"
    monkeypatch.setattr(draw_workflow, "PLACE", place)
    call_command("draw_workflow")
    assert place.read_text("utf-8").count("-->") == len(TRANSITIONS) + 1
    assert "written" in capsys.readouterr().out
