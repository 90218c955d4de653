"""The table of transitions as a page of the guides: a state diagram and a table. Pure."""

from ..workflow import TRANSITIONS, Move, Status

HEAD = """\
# The workflow of a response

Drawn from `responses/workflow.py` by `manage.py draw_workflow`; a test keeps it current.
"""


def page():
    """Return the guide as Markdown, with the diagram in Mermaid's notation."""
    return "\n".join([HEAD, "```mermaid", *_diagram(), "```", "", *_table(), ""])


def _diagram():
    yield "stateDiagram-v2"
    yield f"    [*] --> {Status.DRAFT}"
    for status in Status:
        yield f"    {status}: {status.label}"
    for (status, move), one in TRANSITIONS.items():
        yield f"    {status} --> {one.target}: {Move(move).label} ({one.role.label.lower()})"


def _table():
    yield "| from | move | by | to | what it asks | what the audit says |"
    yield "|---|---|---|---|---|---|"
    for (status, move), one in TRANSITIONS.items():
        asks = "; ".join(guard.label for guard in one.guards) or "–"
        cells = (status.label, move.label, one.role.label, one.target.label, asks, one.event)
        yield f"| {' | '.join(cells)} |"
