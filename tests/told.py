"""What the history page of a row tells."""

from tests.admin_client import page
from tests.html_form import errors, form_data


def moments(client, row):
    """Return the moments that the history page of `row` shows to `client`, newest first."""
    return list(client.get(page(type(row), "history", row.pk)).context["page"])


def newest(client, row):
    """Return what the newest moment tells."""
    return tells(moments(client, row)[0])


def tells(moment):
    """Return (words, {label: (removed, added)}) for each part that a moment touched."""
    return [(one.words, {label: marks(d) for label, d in one.fields}) for one in moment.told]


def marks(difference):
    """Return the words that were removed, and those that were added."""
    pieces = [piece for line in difference.lines for piece in line]
    return tuple(
        " ".join(piece.text for piece in pieces if piece.mark == mark)
        for mark in ("removed", "added")
    )


def change(client, row, add=None, **typed):
    """Save the page of `row` with what is `typed`; `add` may add rows to what is posted."""
    path = page(type(row), "change", row.pk)
    data = form_data(client.get(path))
    answer = client.post(path, (add(data) if add else data) | typed)
    assert answer.status_code == 302, errors(answer)
