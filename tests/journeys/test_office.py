"""From nothing to a published response, by mouse and keyboard, as the people who do it."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


def write(page, field, text):
    """Type `text` into the visual editor of the form's `field`."""
    editor = page.locator(f".prose-editor:has(textarea[name='{field}']) [role=textbox]")
    editor.click()
    page.keyboard.type(text)


def add_row(page, name):
    page.get_by_role("button", name=f"Add another {name}").click()


def enter_report(page, server):
    page.goto(f"{server}/admin/recommendations/inspectionreport/add/")
    page.locator("[name=title]").fill("An inspection of village policing")
    page.locator("[name=short_title]").fill("Village policing, 2026")
    page.locator("[name=kind]").select_option("thematic")
    page.locator("[name=published_on_date]").fill("1 June 2026")
    page.locator("[name=is_listed]").check()
    for number, subject in enumerate(["Beats", "Bicycles"]):
        add_row(page, "Finding")
        page.locator(f"[name=findings-{number}-label]").fill(str(number + 1))
        page.locator(f"[name=findings-{number}-subject]").fill(subject)
        write(page, f"findings-{number}-text", f"Forces should look at their {subject.lower()}.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("was added successfully").wait_for()


def write_response(page, server):
    page.goto(f"{server}/admin/responses/response/add/")
    page.locator("[name=report]").select_option(label="Village policing, 2026")
    page.locator("[name=layout]").select_option("statement")
    page.get_by_role("button", name="Save").first.click()
    page.wait_for_url("**/change/")
    page.locator("[name=late_reason]").fill("The office moved house.")
    add_row(page, "Section")
    page.locator("[name=sections-0-heading]").fill("Where the force stands")
    write(page, "sections-0-body", "The Commissioner has seen every beat.")
    add_row(page, "Answer")
    page.locator("input[name=answers-0-findings]").first.check()
    write(page, "answers-0-action", "Every village has a beat again.")
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_text("was changed successfully").wait_for()
    return page.url


def make(page, move, reason=""):
    """Make a move from the page of a response: its link, then the button of its own page."""
    page.get_by_role("link", name=move).click()
    if reason:
        page.get_by_label("Reason for publishing with gaps").fill(reason)
    page.get_by_role("button", name=move).click()
    page.wait_for_url("**/change/")


def rate(page):
    page.get_by_role("link", name="Ratings").click()
    page.locator("[name=form-0-rag]").select_option("red")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Give the reason").first.wait_for()
    page.locator("[name=form-0-reason]").fill("Two villages still have none.")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("changed successfully").wait_for()


def test_an_office_enters_a_response_from_nothing_and_the_public_reads_it(
    sign_in_by_hand, live_server, open_page
):
    server = live_server.url
    register_editor, editor, approver, reader = (open_page() for _ in range(4))

    sign_in_by_hand(register_editor, "register-editor")
    enter_report(register_editor, server)

    sign_in_by_hand(editor, "editor-staffordshire")
    draft = write_response(editor, server)
    rate(editor)
    editor.goto(draft)
    editor.get_by_role("link", name="Preview as a statement").click()
    editor.wait_for_url("**/preview/statement/")
    assert "Draft: not published" in editor.locator("body").inner_text()
    assert "The Commissioner has seen every beat." in editor.locator("main").inner_text()

    address = f"{server}/forces/staffordshire/village-policing-2026/"
    assert reader.request.get(address).status == 404

    editor.goto(draft)
    make(editor, "Submit for approval")
    sign_in_by_hand(approver, "approver-staffordshire")
    approver.goto(draft)
    make(approver, "Approve", reason="The Commissioner answers the report as a whole.")
    make(approver, "Publish version 1")
    approver.get_by_text("Version 1 is published").wait_for()

    reader.goto(address)
    text = reader.locator("main").inner_text()
    for words in (
        "Where the force stands",
        "The Commissioner has seen every beat.",
        "Every village has a beat again.",
        "Two villages still have none.",
        "1 of 2 recommendations has no answer.",
        "The Commissioner answers the report as a whole.",
        "The office moved house.",
    ):
        assert words in text


def test_an_office_sees_nothing_of_another_office(sign_in_by_hand, live_server, open_page):
    page = open_page()
    sign_in_by_hand(page, "editor-staffordshire")
    for path in ("responses/response/", "recommendations/assessment/", "responses/publication/"):
        page.goto(f"{live_server.url}/admin/{path}")
        assert "Staffordshire" in page.locator("#content").inner_text()
        assert "Thames Valley" not in page.locator("#content").inner_text()
