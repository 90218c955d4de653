"""An editor brings a Word document into a draft: by mouse at two widths, and by keyboard alone."""

import pytest

from recommendations.models import Assessment
from responses.models import Response
from responses.workflow import Status
from tests.journeys.checks import scrolls_sideways, violations
from tests.journeys.hands import Hands
from tests.journeys.test_admin_pages import show_whole
from tests.responses.importing.word_files import p, row, table, word

pytestmark = pytest.mark.django_db(transaction=True)

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEADS = ["Rec No", "Recommendation", "Response", "RAG", "Owner", "Due"]
LONG = "We read the report with care and have asked the force for a plan. " * 4
DOCUMENT = word(
    p("Our answer", style="Title"),
    table(["Force", "Borsetshire"], ["Summary", LONG]),
    *(p("What we think", style="H1"), p(LONG), p("One", item=(1, 0)), p("Two", item=(1, 1))),
    *(p("In figures", style="H2"), p(LONG)),
    table(row("Year", "Officers in the team", head=True), ["2025", "2"], ["2026", "4"]),
    p("Answers", style="H1"),
    table(
        HEADS, ["1", "", LONG, "Not met", "Head of crime", "May 2027"], ["99", "", LONG, "", "", ""]
    ),
    header=p("Office of Borsetshire"),
    comments=f'<w:comment w:id="0">{p("Is this right?")}</w:comment>',
)


def assert_no_barrier(page):
    show_whole(page)
    assert violations(page) == []
    assert not scrolls_sideways(page)


@pytest.fixture
def draft(demonstration):
    """The next draft of Thames Valley, which has the text of the one before."""
    response = Response.objects.get(force__slug="thames-valley")
    response.status = Status.DRAFT
    response.save()
    return response


def choose(page, content, name="answer.docx"):
    file = {"name": name, "mimeType": WORD, "buffer": content}
    page.get_by_label("Document").set_input_files(file)


def open_import(page, live_server, draft):
    page.goto(f"{live_server.url}/admin/responses/response/{draft.pk}/change/")
    page.get_by_role("link", name="Import a document").click()
    page.get_by_role("heading", name="Import a document").wait_for()


@pytest.mark.parametrize("width", [1280, 320])
def test_a_document_is_looked_at_sent_and_put_in(sign_in, live_server, open_page, draft, width):
    page = open_page(width=width)
    sign_in(page, "editor-thames-valley")
    open_import(page, live_server, draft)
    assert_no_barrier(page)
    choose(page, DOCUMENT[:-100])
    page.get_by_role("button", name="Show what it holds").click()
    page.get_by_role("alert").get_by_text("damaged or cut short").wait_for()
    assert_no_barrier(page)
    choose(page, DOCUMENT)
    page.get_by_role("button", name="Show what it holds").click()
    page.get_by_text("Nothing is written yet").wait_for()
    assert_no_barrier(page)
    page.get_by_label("Where it goes: Text, In figures").select_option("Leave it out")
    page.get_by_label("Record this rating of Recommendation 1").check()
    page.get_by_role("button", name="Put it into the draft").click()
    page.get_by_role("alert").get_by_text("needs one").wait_for()
    assert_no_barrier(page)
    page.get_by_label("The document takes its place").check()
    page.get_by_label("Reason, for Recommendation 1").fill("No plan yet.")
    page.get_by_role("button", name="Put it into the draft").click()
    page.get_by_text("Put into the draft: the title").wait_for()
    assert_no_barrier(page)
    headings = [section.heading for section in draft.sections.all()]
    assert headings == ["What we think", "Not placed by the import"]
    rating = Assessment.objects.get(force=draft.force, recommendation__label="1")
    assert (rating.rag, rating.reason) == ("red", "No plan yet.")


def test_by_keyboard_alone(sign_in, live_server, open_page, draft):
    page = open_page()
    sign_in(page, "editor-thames-valley")
    open_import(page, live_server, draft)
    hands = Hands(page, "importer")
    choose(page, DOCUMENT)
    hands.follow(page.get_by_role("button", name="Show what it holds"))
    page.get_by_text("Nothing is written yet").wait_for()
    hands.reach(page.get_by_label("The document takes its place"))
    hands.press("ArrowDown")
    assert page.get_by_label("The document follows it").is_checked()
    hands.choose(page.get_by_label("Where it goes: Title, Our answer"), "Leave it out")
    hands.follow(page.get_by_role("button", name="Put it into the draft"))

    page.get_by_text("Put into the draft: 2 rows of the form").wait_for()
    assert draft.sections.filter(heading="What we think").exists()
    assert draft.sections.count() > 3
