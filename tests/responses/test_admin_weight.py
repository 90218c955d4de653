"""The page of a full response stays light over the wire, with all that it loads."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from forces.models import Role
from recommendations.models import InspectionReport
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import (
    AnswerFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
)

pytestmark = pytest.mark.django_db

NAMED = re.compile(r'(?:src|href)="/static/([^"]+)"')
WITHIN = re.compile(rb"""(?:from\s*|import\s*|url\()["']?(\./[\w.-]+|[\w-]+\.woff2)["']?""")
# Named in the import map and in what a text box says of its editor.
BY_THE_EDITOR = {"paste/extension.js", "django_prose_editor/editor.js"}
# Nothing on the page is written in it: admin-forms.css names a font of its own.
NEVER_USED = {"django_prose_editor/material-icons.woff2"}


def loaded(html):
    """Return the static files of a page, with what its modules and style sheets load."""
    names, waiting = set(), set(NAMED.findall(html)) | BY_THE_EDITOR
    while waiting:
        name = waiting.pop()
        names.add(name)
        here = Path(name).parent
        for found in WITHIN.findall(content(name)):
            waiting |= {(here / found.decode()).as_posix()} - names - NEVER_USED
    return names


def content(name):
    return Path(finders.find(name)).read_bytes()


def on_the_wire(name):
    kept = content(name)
    return len(kept) if name.endswith("woff2") else len(gzip.compress(kept))


def full_response():
    """A response to 16 recommendations in 12 sections, each of some 400 words."""
    response = ResponseFactory()
    for number in range(16):
        finding = RecommendationFactory(report=response.report, label=str(number + 1))
        AnswerFactory(response=response, findings=[finding])
    for number in range(12):
        words = " ".join(f"word{number * place}" for place in range(400))
        NarrativeSectionFactory(response=response, body=f"<p>{words}</p>")
    return response


def test_a_full_response_weighs_at_most_400_kilobytes():
    response = full_response()
    client = signed_in(Role.EDITOR, force=response.force)
    answer = client.get(page(Response, "change", response.pk), headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    files = loaded(gzip.decompress(answer.content).decode())
    assert {"kept/store.js", "parts/drag.js", "editor-icons.woff2", "paste/lists.js"} <= files
    assert len(answer.content) + sum(map(on_the_wire, files)) <= 400 * 1024


def test_only_pages_that_make_an_address_of_a_name_load_the_scripts_for_it():
    client = signed_in(Role.REGISTER_EDITOR)
    assert "xregexp" in client.get(page(InspectionReport, "add")).content.decode()
    response = ResponseFactory()
    editor = signed_in(Role.EDITOR, force=response.force)
    html = editor.get(page(Response, "change", response.pk)).content.decode()
    assert "xregexp" not in html
