"""From a new report to a published response for one force, by keyboard alone."""

import datetime

import pytest
from django.utils import timezone

from tests.journeys.hands import Hands

pytestmark = pytest.mark.django_db(transaction=True)

REPORT = "Village policing, 2026"
FINDINGS = (("1", "Beats", "Walk every beat."), ("2", "Bicycles", "Buy two bicycles."))
ANSWERS = ("Every beat is walked.", "Two bicycles were bought.")


@pytest.fixture
def person(open_page, live_server, demonstration):
    """Return a function that signs somebody in, by keyboard, and returns their Hands."""

    def person(username):
        hands = Hands(open_page(), username)
        page = hands.page
        page.goto(f"{live_server.url}/sign-in/")
        hands.write(page.get_by_label("Username"), username)
        hands.write(page.get_by_label("Password"), demonstration)
        hands.press("Enter")
        page.get_by_role("heading", name="Your work").wait_for()
        hands.done("sign in")
        return hands

    return person


def control(hands, name):
    return hands.page.locator(f"[name='{name}']")


def editor_of(hands, name):
    """The visual editor of the text box `name`."""
    return hands.page.locator(f".prose-editor:has([name='{name}']) [role=textbox]")


def link(hands, name):
    return hands.page.get_by_role("link", name=name).first


def button(hands, name):
    return hands.page.get_by_role("button", name=name).first


def save(hands):
    hands.follow(button(hands, "Save and continue editing"))
    hands.page.get_by_text("changed successfully").wait_for()


def move(hands, name, said):
    hands.follow(link(hands, name))
    hands.follow(button(hands, name))
    hands.page.get_by_text(said).first.wait_for()
    hands.done(name)


def enter_the_report(hands):
    hands.follow(hands.page.locator("a[href$='/inspectionreport/add/']"))
    hands.write(control(hands, "title"), "An inspection of village policing")
    hands.write(control(hands, "short_title"), REPORT)
    hands.choose(control(hands, "kind"), "Thematic inspection")
    published_on = timezone.localdate() - datetime.timedelta(days=10)
    hands.write(control(hands, "published_on_date"), f"{published_on:%-d %B %Y}")
    hands.choose(control(hands, "scope"), "Named forces")
    hands.tick(hands.page.get_by_label("Staffordshire Police"))
    hands.tick(control(hands, "is_listed"))
    for number, (label, subject, text) in enumerate(FINDINGS):
        hands.follow(button(hands, "Add another finding"))
        hands.write(control(hands, f"findings-{number}-label"), label)
        hands.write(control(hands, f"findings-{number}-subject"), subject)
        hands.write(editor_of(hands, f"findings-{number}-text"), text)
    hands.follow(button(hands, "Save and continue editing"))
    hands.page.get_by_text("was added successfully").wait_for()
    hands.done("enter the report")
    hands.follow(link(hands, "Open a response for every force"))
    hands.follow(button(hands, "Open 1 response"))
    hands.page.get_by_text("1 response opened").wait_for()
    hands.done("open the response")


def invite(hands):
    hands.follow(link(hands, REPORT))
    today = timezone.localdate()
    hands.write_day(control(hands, "invited_on"), today)
    hands.write_day(control(hands, "reply_by_on"), today + datetime.timedelta(days=14))
    save(hands)
    hands.done("invite the chief officer")


def comment(hands):
    hands.follow(link(hands, REPORT))
    hands.write(editor_of(hands, "text"), "The force has read the report with care.")
    hands.follow(button(hands, "Send the comments to the office"))
    hands.follow(button(hands, "Send"))
    hands.page.get_by_text("Sent").first.wait_for()
    hands.done("write and send the comments")


def answer(hands):
    """Follow each gap from the checklist to its field, and close it."""
    hands.page.reload()
    for number, words in enumerate(ANSWERS):
        hands.follow(link(hands, f"Recommendation {number + 1} is not explained"))
        hands.write(editor_of(hands, f"answers-{number}-action"), words)
        save(hands)
        hands.done(f"answer recommendation {number + 1}")
    hands.tick(control(hands, "makes_no_reply"))
    hands.choose(control(hands, "ratings-0-rag"), "Green")
    hands.choose(control(hands, "ratings-1-rag"), "Amber")
    save(hands)
    assert "no gaps" in hands.page.locator("#checklist").inner_text()
    hands.done("reply and rate")


def test_from_a_new_report_to_a_published_response(person, open_page, live_server):
    enter_the_report(person("register-editor"))
    editor = person("editor-staffordshire")
    invite(editor)
    comment(person("liaison-staffordshire"))
    answer(editor)
    move(editor, "Submit for approval", "Submitted")
    approver = person("approver-staffordshire")
    approver.follow(link(approver, REPORT))
    move(approver, "Approve", "Approved")
    move(approver, "Publish version 1", "Version 1")

    reader = Hands(open_page(), "reader")
    reader.page.goto(live_server.url)
    reader.follow(link(reader, REPORT))
    reader.page.wait_for_url("**/forces/staffordshire/**")
    text = reader.page.locator("main").inner_text()
    for words in (*ANSWERS, "The force has read the report with care.", "day 11, in time"):
        assert words in text
    reader.done("read it")
