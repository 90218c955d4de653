"""A document goes into a draft by the admin: chosen, looked at piece by piece, then written."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from forces.models import Role
from recommendations.models import Assessment
from recommendations.services import record_rating
from responses.admin import import_review
from responses.models import NarrativeSection, Response
from responses.services import open_response, submit
from tests.admin_client import signed_in
from tests.factories import AnswerFactory, NarrativeSectionFactory
from tests.html_form import form_data

from .importing.documents import county_force, farm_report
from .importing.word_files import p, table, word

pytestmark = pytest.mark.django_db

HEADS = ["Rec No", "Recommendation", "Response", "RAG", "Owner", "Due"]
DOCUMENT = word(
    p("Our answer", style="Title"),
    table(["Force", "Borsetshire"], ["Date of response", "20 March 2026"]),
    *(p("Reply", style="H1"), p("We agree.")),
    p("Vans", style="H2"),
    p("There are two."),
    p("Answers", style="H1"),
    table(
        HEADS,
        ["1", "Mark trailers and tools.", "Marked.", "Green", "Pat", "May 2027"],
        ["2", "A named officer", "None.", "Red", "", ""],
    ),
    header=p("Office of Borsetshire"),
)


@pytest.fixture
def response():
    return open_response(force=county_force(), report=farm_report(), by=None, now=timezone.now())


@pytest.fixture
def editor(response):
    return signed_in(Role.EDITOR, force=response.force)


def address(response, name="import"):
    return reverse(f"admin:responses_response_{name}", args=[response.pk])


def upload(client, response, content=DOCUMENT, name="answer.docx"):
    return client.post(address(response), {"document": SimpleUploadedFile(name, content)})


def form_of(page):
    """What the review sends if nobody touches it."""
    return form_data(page)


def accept(client, response, page, **changes):
    return client.post(address(response, "accept"), form_of(page) | changes, follow=True)


def name_of(page, what, label=""):
    """The name of the control of the piece that was recognised as `what`."""
    rows = page.context["review"].rows
    return next(r.name for r in rows if (r.piece.what, r.piece.label) == (what, label))


def said(page):
    return " ".join(str(message) for message in page.context["messages"])


def test_the_page_of_a_response_leads_to_it(editor, response):
    page = editor.get(reverse("admin:responses_response_change", args=[response.pk]))
    assert f'<a href="{address(response)}">Import a document</a>' in page.content.decode()
    approver = signed_in(Role.APPROVER, force=response.force)
    page = approver.get(reverse("admin:responses_response_change", args=[response.pk]))
    assert address(response) not in page.content.decode()


def test_nothing_is_written_by_a_look(editor, response):
    page = upload(editor, response)
    assert page.status_code == 200
    assert not NarrativeSection.objects.exists()
    rows = [(row.piece.what, row.piece.label) for row in page.context["review"].rows]
    assert rows == [
        ("Title", "Our answer"),
        *(("Row of a form", "Force"), ("Row of a form", "Date of response")),
        *(("Text", "Reply"), ("Text", "Vans"), ("Heading without text", "Answers")),
        *(("Recommendation as printed", "1"), ("Answer to a recommendation", "1")),
        ("Rating", "Recommendation 1"),
        *(("Recommendation as printed", "2"), ("Answer to a recommendation", "2")),
        ("Rating", "Recommendation 2"),
    ]
    text = page.content.decode()
    assert "1 running head: “Office of Borsetshire”" in text
    assert "The document says “Green” (Green), owner Pat, due May 2027." in text


def test_what_to_check_leads_to_the_pieces_that_it_is_about(editor, response):
    document = word(
        p("Our answer", style="Title"),
        table(["Force", "Felpersham"], ["Grade", "Good"]),
        *(p("Force narrative", style="H1"), p("Done.")),
        *(p("Recommendation 1", style="H1"), p("We agree.")),
        *(p("Force response", style="H2"), p("They are marked.")),
    )
    page = upload(editor, response, document)
    rows = {row.name: row.piece.label for row in page.context["review"].rows}
    links = {note.words: [rows[row.name] for row in note.rows]
             for note in page.context["review"].notes}  # fmt: skip
    of_section = next(words for words in links if words.startswith("“Force narrative” is taken"))
    assert links[of_section] == ["Force narrative"]
    of_answer = next(words for words in links if words.startswith("The answer to"))
    assert links[of_answer] == ["Recommendation 1", "Recommendation 1: Force response"]
    about_none = next(words for words in links if words.startswith("The document names"))
    assert links[about_none] == []
    assert f'<a href="#{name_of(page, "Text", "Force narrative")}">Force narrative</a>' in (
        page.content.decode()
    )


def test_what_is_proposed_is_written_and_no_rating_is_touched(editor, response):
    page = accept(editor, response, upload(editor, response))
    response.refresh_from_db()
    assert (response.title, response.published_on.iso) == ("Our answer", "2026-03-20")
    assert [(s.heading, s.level) for s in response.sections.all()] == [("Reply", 1), ("Vans", 2)]
    assert [a.action for a in response.answers.all()] == ["<p>Marked.</p>", "<p>None.</p>"]
    assert set(Assessment.objects.values_list("rag", flat=True)) == {"not_assessed"}
    assert "Put into the draft: the title, 2 rows of the form, 2 sections, 2 answers" in said(page)
    assert "Left out: 1 piece." in said(page)
    text = page.content.decode()
    assert f"/{response.pk}/preview/record/" in said(page)
    for part in ("sections", "answers", "fields", "wordings"):
        assert f'href="#{part}-group"' in said(page)
        assert f'id="{part}-group"' in text


def test_a_rating_is_recorded_where_it_is_ticked_with_its_reason(editor, response):
    page = upload(editor, response)
    first, second = (name_of(page, "Rating", f"Recommendation {n}") for n in "12")
    again = accept(editor, response, page, **{first: "1", second: "1"})
    assert "Give the reason: “Red” needs one." in again.content.decode()
    assert not NarrativeSection.objects.exists()
    sent = {first: "1", second: "1", f"{second}-reason": "No officer yet."}
    page = accept(editor, response, again, **sent)
    found = Assessment.objects.order_by("recommendation__order")[:3]
    assert [one.rag for one in found] == ["green", "red", "not_assessed"]
    assert (found[0].owner, found[0].expected_on.iso) == ("Pat", "2027-05")
    assert found[1].reason == "No officer yet."
    assert "Recorded: 2 ratings." in said(page)


def test_what_a_rating_says_and_nobody_ticked_is_told(editor, response):
    page = upload(editor, response)
    second = name_of(page, "Rating", "Recommendation 2")
    page = accept(editor, response, page, **{second: "1", f"{second}-reason": "No officer."})
    told = "Not recorded, as it was not ticked: Recommendation 1: “Green” (Green), owner Pat, due"
    assert f"{told} May 2027." in said(page)
    assert "Recommendation 2:" not in said(page)


def test_pieces_go_where_they_are_sent(editor, response):
    section = NarrativeSectionFactory(response=response, heading="There before", body="<p>Old.</p>")
    third = response.report.findings.get(label="3")
    page = upload(editor, response)
    sent = {
        "how": "add",
        name_of(page, "Title", "Our answer"): "out",
        name_of(page, "Row of a form", "Force"): f"into:{section.pk}",
        name_of(page, "Text", "Reply"): "section:chief_officer",
        name_of(page, "Text", "Vans"): f"answer:{third.pk}",
        name_of(page, "Answer to a recommendation", "1"): "field:summary",
        name_of(page, "Answer to a recommendation", "2"): "above",
        name_of(page, "Recommendation as printed", "1"): "unplaced",
    }
    accept(editor, response, page, **sent)
    response.refresh_from_db()
    section.refresh_from_db()
    assert response.title == ""
    assert section.body == "<p>Old.</p><p><strong>Force</strong></p><p>Borsetshire</p>"
    reply = response.sections.get(heading="Reply")
    assert reply.voice == "chief_officer"
    assert reply.body == "<p>We agree.</p><p><strong>2</strong></p><p>None.</p>"
    assert response.answers.get().action == "<p><strong>Vans</strong></p><p>There are two.</p>"
    assert response.fields.get(kind="summary").value == "<p>Marked.</p>"
    assert "Mark trailers and tools." in response.sections.get(kind="unplaced").body


def test_a_draft_with_text_asks_what_becomes_of_it(editor, response):
    NarrativeSectionFactory(response=response, heading="There before")
    page = upload(editor, response)
    again = accept(editor, response, page)
    assert import_review.CHOOSE in again.content.decode().replace("&#x27;", "’")
    assert response.sections.count() == 1
    accept(editor, response, again, how="replace")
    assert [s.heading for s in response.sections.all()] == ["Reply", "Vans"]


def test_what_follows_keeps_what_is_there(editor, response):
    NarrativeSectionFactory(response=response, heading="There before", order=4)
    first = response.report.findings.get(label="1")
    answer = AnswerFactory(response=response, findings=[first], action="<p>Old.</p>")
    page = accept(editor, response, upload(editor, response), how="add")
    assert [s.heading for s in response.sections.all()] == ["There before", "Reply", "Vans"]
    answer.refresh_from_db()
    assert answer.action == "<p>Old.</p><p>Marked.</p>"
    assert "The answer to Recommendation 1 follows what was there." in said(page)


def test_a_response_that_changed_meanwhile_is_looked_at_again(editor, response):
    page = upload(editor, response)
    NarrativeSectionFactory(response=response, heading="Meanwhile")
    vans = name_of(page, "Text", "Vans")
    again = accept(editor, response, page, **{vans: "out", "how": "add"})
    assert "has changed since you looked" in again.content.decode()
    assert response.sections.count() == 1
    assert form_of(again)[vans] == "out"
    accept(editor, response, again)
    assert [s.heading for s in response.sections.all()] == ["Meanwhile", "Reply"]


def test_a_rating_that_changed_meanwhile_is_seen_too(editor, response):
    page = upload(editor, response)
    rating = Assessment.objects.first()
    record_rating(assessment=rating, by=None, now=timezone.now(), rag="amber")
    again = accept(editor, response, page)
    assert "has changed since you looked" in again.content.decode()
    assert "The rating now: Amber." in again.content.decode()


def test_a_day_is_not_taken_where_it_is_not_ticked(editor, response):
    page = upload(editor, response)
    sent = form_of(page)
    del sent["day"]
    editor.post(address(response, "accept"), sent)
    response.refresh_from_db()
    assert not response.published_on


@pytest.mark.parametrize("change", [{"signed": "forged"}, {"signed": ""}])
def test_what_was_not_signed_for_this_person_is_refused(editor, response, change):
    page = accept(editor, response, upload(editor, response), **change)
    assert "this page was not made for you" in said(page)
    assert not NarrativeSection.objects.exists()


def test_what_was_signed_for_another_person_or_response_is_refused(editor, response):
    page = upload(editor, response)
    other = signed_in(Role.EDITOR, force=response.force)
    assert "not made for you" in said(accept(other, response, page))
    force = county_force("felpersham")
    theirs = open_response(force=force, report=response.report, by=None, now=timezone.now())
    assert accept(editor, theirs, page).status_code == 404
    assert not NarrativeSection.objects.exists()


def test_a_place_that_is_not_offered_is_refused(editor, response):
    page = upload(editor, response)
    sent = {name_of(page, "Text", "Vans"): "title"}
    again = accept(editor, response, page, **sent)
    assert import_review.NOWHERE in again.content.decode()
    assert not NarrativeSection.objects.exists()


def test_a_file_that_is_not_taken_is_told_at_its_field(editor, response):
    page = upload(editor, response, DOCUMENT[:-100])
    assert "damaged or cut short" in page.content.decode()
    assert page.context["faults"][0].address == "#id_document"
    page = upload(editor, response, b"Only some words", "answer.txt")
    assert "nothing to take from it" in page.content.decode()
    page = upload(editor, response, b"", "answer.txt")
    assert "The file is empty." in page.content.decode()


@pytest.mark.parametrize("limit", ["MOST_SIGNED", "MOST_PIECES"])
def test_a_document_too_long_for_a_page_is_refused(editor, response, monkeypatch, limit):
    monkeypatch.setattr(f"responses.admin.imports.{limit}", 10)
    assert "too long to be looked at" in upload(editor, response).content.decode()


def test_a_response_that_was_handed_in_takes_no_document(editor, response):
    page = upload(editor, response)
    NarrativeSectionFactory(response=response)
    submit(response=response, by=None, now=timezone.now())
    assert "cannot be changed where it stands" in said(accept(editor, response, page))
    assert "cannot be changed where it stands" in said(editor.get(address(response), follow=True))
    assert NarrativeSection.objects.count() == 1


def test_a_hostile_document_is_shown_and_kept_without_what_could_run(editor, response):
    body = word(
        p("Reply <script>alert(1)</script>", style="H1"), p("<img src=x onerror=y()>We agree.")
    )
    page = upload(editor, response, body)
    text = page.content.decode()
    assert "<script>alert" not in text
    assert "onerror" not in text.replace("&lt;img src=x onerror=y()&gt;", "")
    accept(editor, response, page)
    [section] = Response.objects.get().sections.all()
    assert "onerror" not in section.body


def test_a_day_that_has_not_come_is_said_and_not_offered(editor, response):
    dated = word(
        table(["Force", "Borsetshire"], ["Date of response", "20 March 2199"]),
        *(p("Reply", style="H1"), p("We agree.")),
    )
    page = upload(editor, response, dated)
    shown = page.content.decode()
    assert "The document is dated 20 March 2199. That day has not come yet" in shown
    assert 'name="day"' not in shown
    accept(editor, response, page)
    response.refresh_from_db()
    assert not response.published_on.is_known
