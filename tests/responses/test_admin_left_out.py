"""Whoever enters what is not kept is told what went, and where; the words stay."""

import re
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.db import IntegrityError

from forces.models import Role
from recommendations.models import InspectionReport, Recommendation
from recommendations.rich_text import to_plain
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import (
    AnswerFactory,
    InspectionReportFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.html_form import errors, form_data, with_row

pytestmark = pytest.mark.django_db

HOSTILE = (Path(__file__).parents[1] / "data/pasted-hostile.html").read_text("utf-8")
OF_HOSTILE = (
    "3 hidden commands, a script, 2 styles, a link to an address that is not allowed "
    "(javascript:), a link to an address that is not allowed (data:), an embedded frame, "
    "2 pictures and an unknown mark (marquee)"
)


@pytest.fixture
def response():
    return ResponseFactory()


@pytest.fixture
def editor(response):
    return signed_in(Role.EDITOR, force=response.force)


def told(answer):
    """The messages of `answer`, each "level: words"."""
    return [f"{one.level_tag}: {one}" for one in get_messages(answer.wsgi_request)]


def left_out(answer):
    return [message for message in told(answer) if "Left out" in message]


def test_hostile_words_that_are_posted_stay_and_the_rest_is_told(response, editor):
    change = page(Response, "change", response.pk)
    data = with_row(form_data(editor.get(change)), "sections", heading="Opening", body=HOSTILE)
    answer = editor.post(change, data)
    assert answer.status_code == 302, errors(answer)
    assert left_out(answer) == [
        f"warning: Left out of “Opening”, Body: {OF_HOSTILE}. The rest of the text stayed."
    ]
    body = response.sections.get().body
    assert set(re.findall(r"<[^/].*?>", body)) == {
        *("<p>", "<strong>", '<a href="https://reports.example/third" rel="noopener">'),
    }
    assert to_plain(body).split("\n") == [
        *("The words stay.", "A first, a second and a third link.", "Moving words."),
    ]


def test_the_page_shows_the_message(response, editor):
    change = page(Response, "change", response.pk)
    data = with_row(form_data(editor.get(change)), "sections", heading="A", body="<u>B</u>")
    shown = editor.post(change, data | {"_continue": "on"}, follow=True).content.decode()
    assert "Left out of “A”, Body: an underline." in shown


def test_rows_are_named_as_the_page_names_them(response, editor):
    finding = RecommendationFactory(report=response.report, label="7")
    AnswerFactory(response=response, findings=[finding], position="accepted")
    change = page(Response, "change", response.pk)
    got = editor.get(change)
    data = form_data(got) | {"answers-0-action": "<p>Yes.<img src=a></p>"}
    [message] = left_out(editor.post(change, data))
    assert "“Recommendation 7: Accepted”, Action taken or proposed: a picture." in message


def test_clean_words_and_the_noise_of_word_processors_bring_no_message(response, editor):
    NarrativeSectionFactory(response=response)
    change = page(Response, "change", response.pk)
    noise = "<p class=MsoNormal style='mso-margin:0'><b>A</b><o:p></o:p></p><h1>B</h1>"
    data = with_row(form_data(editor.get(change)), "sections", heading="New", body=noise)
    answer = editor.post(change, data)
    assert answer.status_code == 302
    assert left_out(answer) == []
    assert response.sections.last().body == "<p><strong>A</strong></p><h3>B</h3>"


def test_a_page_that_comes_back_tells_it_too_and_shows_what_got_in(response, editor):
    change = page(Response, "change", response.pk)
    body = "<p>Words<script>x()</script></p>"
    data = with_row(form_data(editor.get(change)), "sections", heading="Opening", body=body)
    answer = editor.post(change, data | {"published_on_date": "no day"})
    assert answer.status_code == 200
    assert "Left out of “Opening”, Body: a script." in answer.content.decode()
    assert "x()" not in answer.content.decode()
    assert form_data(answer)["sections-0-body"] == "<p>Words</p>"
    assert not response.sections.exists()


def test_a_row_that_goes_tells_nothing(response, editor):
    NarrativeSectionFactory(response=response)
    change = page(Response, "change", response.pk)
    data = form_data(editor.get(change))
    data |= {"sections-0-body": "<script>x()</script>", "sections-0-DELETE": "on"}
    answer = editor.post(change, data)
    assert left_out(answer) == []
    assert not response.sections.exists()


def test_what_is_not_saved_is_not_told(response, editor, monkeypatch):
    def refuse(*args):
        raise IntegrityError

    change = page(Response, "change", response.pk)
    data = with_row(form_data(editor.get(change)), "sections", heading="A", body="<u>B</u>")
    monkeypatch.setattr("responses.admin.responses.ResponseAdmin.log_change", refuse)
    answer = editor.post(change, data)
    assert len(told(answer)) == 1
    assert "Nothing was saved" in told(answer)[0]
    assert not response.sections.exists()


def test_the_page_of_a_report_tells_of_its_own_fields_and_of_its_findings():
    report = InspectionReportFactory()
    keeper = signed_in(Role.REGISTER_EDITOR)
    change = page(InspectionReport, "change", report.pk)
    data = form_data(keeper.get(change)) | {"summary": "<p>Short.<video></video></p>"}
    row = {"subject": "Beats", "kind": "recommendation", "label": "3"}
    data = with_row(data, "findings", **row, text="<p onclick=x>Walk them.</p>")
    answer = keeper.post(change, data)
    assert answer.status_code == 302, errors(answer)
    assert [message.split(". ")[0] for message in left_out(answer)] == [
        "warning: Left out of Summary: a video or sound",
        "warning: Left out of “Recommendation 3: Beats”, Text: a hidden command",
    ]
    assert Recommendation.objects.get().text == "<p>Walk them.</p>"


def test_what_holds_no_words_at_all_is_missing():
    report = InspectionReportFactory()
    keeper = signed_in(Role.REGISTER_EDITOR)
    change = page(InspectionReport, "change", report.pk)
    row = {"subject": "Beats", "kind": "recommendation", "label": "3", "text": "<img src=a>"}
    answer = keeper.post(change, with_row(form_data(keeper.get(change)), "findings", **row))
    assert "This field is required" in errors(answer)
    assert "Left out of “Recommendation 3: Beats”, Text: a picture." in answer.content.decode()
