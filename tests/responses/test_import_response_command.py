"""`manage.py import_response` says what it did, or in one sentence why it did nothing."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from responses.models import NarrativeSection, Response

from .importing.documents import FORM, STATEMENT, county_force, farm_report
from .importing.pdf_files import lines, pdf
from .importing.word_files import p, table, word

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def register():
    county_force()
    farm_report()


def run(path, *options, force="borsetshire", report="theft-from-farms"):
    out = StringIO()
    call_command(
        "import_response", str(path), "--force", force, "--report", report, *options, stdout=out
    )
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    def write(data):
        path = tmp_path / "response.txt"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    return write


def test_it_prints_what_went_where():
    printed = run(FORM)
    for part in (
        "A new draft was opened.",
        "Title: Joint answer form: police force and commissioner",
        "Date published -> Date of the report (empty)",
        "Recommendations as printed: 6 (1, 2, 3, 4, 5, 6)",
        "The Chief Constable's reply -> Response, Chief officer: 3 paragraphs, no list items",
        "2. People and vans -> Theme: 1 paragraph, 3 list items",
        "Leaked mark-up: <p> (4 times)",
        "“Overall grade” has no value in the document.",
    ):
        assert part in printed


def test_it_prints_the_letterhead_that_it_left_out():
    assert "Jo Fenwick / Commissioner for Police & Crime / in Felpersham" in run(STATEMENT)


def test_it_prints_what_it_could_not_place(file):
    text = FORM.read_text(encoding="utf-8").replace(" 6. Thank", " 66. Thank")
    printed = run(file(text))
    assert "66. Thank volunteers each year, in person. (the report has no finding with" in printed
    assert NarrativeSection.objects.get(kind="unplaced").body == (
        "<p>66. Thank volunteers each year, in person.</p>"
    )


def test_a_dry_run_prints_the_same_and_writes_nothing():
    dry = run(FORM, "--dry-run")
    assert not Response.objects.exists()
    assert not NarrativeSection.objects.exists()
    assert dry == run(FORM) + "\nThis was a dry run: nothing was written.\n"


def test_a_dry_run_replaces_nothing():
    run(FORM)
    dry = run(STATEMENT, "--dry-run", "--replace")
    assert Response.objects.get().layout == "record"
    assert dry.startswith(run(STATEMENT, "--replace"))


def refusal(path, *options, **names):
    """The one sentence with which it refuses, when it wrote nothing."""
    before = list(NarrativeSection.objects.values())
    with pytest.raises(CommandError) as refused:
        run(path, *options, **names)
    assert list(NarrativeSection.objects.values()) == before
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \r\n \t \r\n", "empty"),
        (b"a line\n" * 300_000, "larger than 2 MB"),
        (b"Reply\n\nWe\x00agree.", "not plain text"),
        (b"\x89PNG\r\n\x1a\n\x00", "not plain text"),
        (b"Just some words", "nothing to take from it"),
        (b"First.\n\nSecond.\n", "nothing to take from it"),
    ],
)
def test_a_file_that_cannot_be_read_stops_it(file, data, why):
    assert why in refusal(file(data))
    assert not Response.objects.exists()


def test_a_word_document_and_a_pdf_are_taken_too(tmp_path):
    rows = ["1", "Mark trailers.", "Marked.", "Green"]
    body = table(["No", "Recommendation", "Response", "RAG"], rows)
    path = tmp_path / "response.docx"
    path.write_bytes(word(p("Reply", style="H1"), p("We agree."), body))
    assert "Recommendation 1: “Green” (Green)" in run(path, "--dry-run")
    assert not Response.objects.exists()
    assert "Answers: 1 (Recommendation 1)" in run(path)
    path = tmp_path / "response.pdf"
    path.write_bytes(pdf(lines("Reply", bold=True) + lines("We agree with it.", top=700)))
    assert "Reply -> Response: 1 paragraph" in run(path, "--replace")


def test_a_document_that_is_not_taken_stops_it(tmp_path):
    path = tmp_path / "response.docx"
    path.write_bytes(word(p("We agree."))[:-90])
    assert "damaged or cut short" in refusal(path)
    path.write_bytes(pdf([]))
    assert "pictures of pages" in refusal(path)
    assert not Response.objects.exists()


def test_a_missing_file_and_a_folder_stop_it(tmp_path):
    assert "No such file" in refusal(tmp_path / "nothing.txt")
    assert "Is a directory" in refusal(tmp_path)


def test_an_unknown_force_or_report_stops_it():
    assert "No force here has the address “atlantis”" in refusal(FORM, force="atlantis")
    assert "No report here has the address “none”" in refusal(FORM, report="none")
    assert not Response.objects.exists()


def test_a_draft_with_text_stops_it():
    run(FORM)
    assert "--replace" in refusal(STATEMENT)
    assert "--replace" in refusal(STATEMENT, "--dry-run")
    run(STATEMENT, "--replace")
    assert Response.objects.get().layout == "statement"
