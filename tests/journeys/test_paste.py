"""What is pasted from elsewhere into the visual editor, as it is then kept."""

from pathlib import Path

import pytest
from django.utils import timezone

from recommendations.rich_text_notes import left_out
from responses.models import NarrativeSection, Response
from responses.services import open_next_draft

pytestmark = pytest.mark.django_db(transaction=True)

DATA = Path(__file__).parents[1] / "data"
PASTE = """(editor, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  const paste = { clipboardData, bubbles: true, cancelable: true };
  editor.dispatchEvent(new ClipboardEvent("paste", paste));
}"""
OPENING = (
    "<h3>What the force does</h3>"
    "<p>The Commissioner <strong>welcomes</strong> the report and asks for <em>steady</em> work "
    'on it. The report is <a href="https://reports.example/village-policing" rel="noopener">'
    "on the inspectorate's site</a>.</p>"
    "<h4>In the first year</h4>"
)
ROW = "<tr><td><p>Ambridge</p></td><td><p>2</p></td></tr>"


@pytest.fixture
def draft(sign_in, live_server, page):
    """The page of an open draft, a new section on it; `page` stands there."""
    sign_in(page, "editor-staffordshire")
    published = Response.objects.get(force__slug="staffordshire")
    response = open_next_draft(response=published, by=None, now=timezone.now())
    address = f"{live_server.url}/admin/responses/response/{response.pk}/change/"
    page.goto(address, wait_until="networkidle")  # The editors come after the page.
    page.get_by_role("button", name="Add another Section").click()
    rows = page.locator("#sections-group .inline-related:not(.empty-form)")
    rows.last.locator("p.pasted").wait_for(state="attached")
    rows.last.locator("input[name$=heading]").fill("Pasted")
    return rows.last


def paste(row, html):
    row.get_by_role("textbox", name="Body").evaluate(PASTE, html)


def noted(row):
    note = row.get_by_role("status").filter(has_text="Left out of what you pasted")
    note.wait_for()
    return note.inner_text()


def saved(page):
    """Save, and return what is kept and the messages of the next page."""
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_text("was changed successfully").wait_for()
    body = NarrativeSection.objects.get(heading="Pasted").body
    return body, page.locator(".messagelist").inner_text()


def test_a_document_from_word_keeps_what_it_is_made_of(draft, page):
    paste(draft, (DATA / "pasted-from-word.html").read_text("utf-8"))
    assert noted(draft) == (
        "Left out of what you pasted: a picture and a comment. The rest of the text stayed."
    )
    body, messages = saved(page)
    assert body == (
        f"{OPENING}"
        "<ul><li><p>Every beat has a name on it.</p>"
        "<ul><li><p>In the <strong>north</strong> since May.</p></li>"
        "<li><p>In the south since June.</p></li></ul></li>"
        "<li><p>Every bicycle has a bell.</p></li></ul>"
        "<h4>Steps still to take</h4>"
        '<ol start="3"><li><p>Look again in March.</p>'
        "<ol><li><p>With the parishes.</p></li></ol></li>"
        "<li><p>Report on the 16th of April.</p></li></ol>"
        "<table><tbody><tr><th><p><strong>Village</strong></p></th>"
        f"<th><p><strong>Beats</strong></p></th></tr>{ROW}</tbody></table>"
        "<p>That is all for now.</p>"
    )
    assert "Left out" not in messages


def test_a_document_from_google_docs_keeps_what_it_is_made_of(draft, page):
    paste(draft, (DATA / "pasted-from-google-docs.html").read_text("utf-8"))
    assert noted(draft) == "Left out of what you pasted: a picture. The rest of the text stayed."
    body, messages = saved(page)
    assert body == (
        f"{OPENING}"
        "<ul><li><p>Every beat has a name on it.</p>"
        "<ul><li><p>In the <strong>north</strong> since May.</p></li></ul></li>"
        "<li><p>Every bicycle has a bell.</p></li></ul>"
        '<ol start="3"><li><p>Look again in March.</p></li></ol>'
        "<table><tbody><tr><td><p><strong>Village</strong></p></td>"
        f"<td><p><strong>Beats</strong></p></td></tr>{ROW}</tbody></table>"
    )
    assert "Left out" not in messages


def test_nothing_of_a_hostile_page_runs_or_stays_and_the_note_says_what_went(draft, page):
    html = (DATA / "pasted-hostile.html").read_text("utf-8")
    title = page.title()
    paste(draft, html)
    note = noted(draft)
    of_any_paste = [part for part in left_out(html) if "style" not in part and "mark" not in part]
    assert sorted(note_parts(note)) == sorted(of_any_paste)
    body, _ = saved(page)
    assert body == (
        "<p>The words <strong>stay</strong>.</p><p>A first, a second and a "
        '<a href="https://reports.example/third" rel="noopener">third</a> link.</p>'
        "<p>Moving words.</p>"
    )
    assert page.title() == title


def note_parts(note):
    listed = note.removeprefix("Left out of what you pasted: ").split(". The rest")[0]
    return listed.replace(" and ", ", ").split(", ")


def test_a_note_goes_with_the_next_paste(draft):
    paste(draft, "<p>One<img></p>")
    assert "a picture" in noted(draft)
    paste(draft, "<p>Two</p>")
    assert draft.get_by_role("status").inner_text() == ""


def written(page, row, html):
    """Paste `html` in the place of all that stands in the editor; return what it makes of it."""
    row.get_by_role("textbox", name="Body").click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    paste(row, html)
    return row.locator("textarea[name$=body]").input_value()


OF_OTHERS = {
    "<h2>A</h2><h3>B</h3><h5>C</h5>": "<h3>A</h3><h4>B</h4><h4>C</h4>",
    "<h4>A</h4><p>B</p>": "<h4>A</h4><p>B</p>",
    "<p class=MsoTitle>A</p><p style='mso-outline-level:3'>B</p>": "<h3>A</h3><h4>B</h4>",
    "<p style='font-weight:700'>A <span style='font-weight: bold'>b</span></p>": (
        "<p>A <strong>b</strong></p>"
    ),
    "<p>A <b style='mso-bidi-font-weight:normal'>b</b></p>": "<p>A <strong>b</strong></p>",
    "<p><b style='font-weight: 400'>A </b><font style='font-weight:600'>b</font></p>": (
        "<p>A <strong>b</strong></p>"
    ),
    "<p><i style='font-style:normal'>A </i><span style='font-style:oblique'>b</span></p>": (
        "<p>A <em>b</em></p>"
    ),
    "<p>A</p><br><p>&nbsp;</p><ul><li>B</li></ul>": "<p>A</p><ul><li><p>B</p></li></ul>",
    "<h1><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>A</h1><p>B</p>": (
        "<h3>2. A</h3><p>B</p>"
    ),
    "<table><thead><tr><td align=right>A</td></tr></thead><tr><td>B</td></tr></table>": (
        "<table><tbody><tr><th><p>A</p></th></tr><tr><td><p>B</p></td></tr></tbody></table>"
    ),
    "<p>A <a href='#there'>b</a><a name=there></a> style='x' onclick='y'</p>": (
        "<p>A b style='x' onclick='y'</p>"
    ),
    # As it stands on the clipboard when words are copied within the editor.
    '<h4 data-pm-slice="0 0 []">A</h4><p></p><p>B</p>': "<h4>A</h4><p></p><p>B</p>",
}


def test_marks_of_other_programs_are_understood(draft, page):
    for html, kept in OF_OTHERS.items():
        assert written(page, draft, html) == kept


def items(*rows):
    """Paragraphs as Word pastes them: each of `rows` is a level, a marker and words."""
    return "".join(
        f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>"
        f"<span style='mso-list:Ignore'>{marker}<span>&nbsp; </span></span>{words}</p>"
        for level, marker, words in rows
    )


LISTS = {
    "<ol>A B</ol><ul>C</ul><ol>D</ol><ol>E</ol>": items(
        (1, "1.", "A"), (1, "2.", "B"), (1, "·", "C"), (1, "1)", "D"), (1, "1)", "E")
    ),
    "<ol>A</ol><ul>B<ul>C</ul><ol>D</ol></ul>": items(
        (2, "(a)", "A"), (1, "§", "B"), (3, "o", "C"), (2, "iv.", "D")
    ),
    "<ol>A B</ol>": items((1, "1.1", "A"), (1, "1.2", "B")),
    "<ul>A</ul>B<ul>C</ul>": items((1, "•", "A")) + "<p>B</p>" + items((1, "•", "C")),
}


def test_items_of_word_become_lists_within_lists(draft, page):
    for kept, html in LISTS.items():
        short = written(page, draft, html).replace(' data-type="decimal"', "")
        short = short.replace("</p></li><li><p>", " ")
        for tag in ("<p>", "</p>", "<li>", "</li>"):
            short = short.replace(tag, "")
        assert short == kept
