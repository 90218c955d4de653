"""An editor freezes the page of a meeting: once for each change, and of a day that can be."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from forces.models import Role
from recommendations.services import record_rating
from responses.models import FrozenBoard
from responses.publishing.board import BoardRecord
from tests.admin_client import signed_in
from tests.factories import (
    ActionFactory,
    AddressingFactory,
    AssessmentFactory,
    MeetingFactory,
    RecommendationFactory,
)
from tests.responses.minutes.frozen import DAY, LATER, NOW, form_of, frozen, place_of, press

pytestmark = pytest.mark.django_db


def test_an_editor_freezes_the_page_of_a_meeting_with_one_button(meeting, editor):
    board = reverse("board", args=[meeting.force.slug])
    place = place_of(meeting)
    shown = editor.get(board, {"at": meeting.asked, "since": "2026-03-01"}).content.decode()
    assert f'action="{place}"' in shown
    assert "the meeting can be neither moved to another day nor deleted" in shown
    assert 'name="since" value="2026-03-01"' in shown
    got = press(editor, meeting, since="2026-03-01")
    one = FrozenBoard.objects.get()
    assert got.url == one.get_absolute_url()
    assert str(BoardRecord.from_json(one.payload).since) == "1 March 2026"
    assert one.get_absolute_url() in editor.get(board, {"at": meeting.asked}).content.decode()
    # Neither on another day, nor of what was chosen.
    for asked in ({"at": "2026-06-09"}, {"at": meeting.asked, "rag": "red"}):
        assert place not in editor.get(board, asked).content.decode()


def test_what_is_unchanged_is_not_frozen_twice_and_the_page_says_so(rating, meeting, editor):
    first, second = press(editor, meeting), press(editor, meeting)
    assert FrozenBoard.objects.count() == 1
    assert second.url == f"{first.url}?unchanged"
    assert "so it was not frozen again" in editor.get(second.url).content.decode()
    rating.recommendation.subject = "Mend all fences"
    rating.recommendation.save()
    third = press(editor, meeting)
    assert FrozenBoard.objects.count() == 2
    earlier = editor.get(first.url).content.decode()
    assert "frozen again later" in earlier
    assert ": the newest</li>" in earlier
    shown = editor.get(third.url).content.decode()
    assert "frozen again later" not in shown
    assert ": the newest" not in shown
    assert first.url in shown


def test_the_meeting_to_compare_with_that_was_asked_for_is_the_one_that_is_kept(meeting, editor):
    day = datetime.date(2026, 3, 1)
    _, asked = (
        MeetingFactory(force=meeting.force, held_on=day, name=name) for name in ("Apple", "Pear")
    )
    press(editor, meeting, since=asked.asked)
    assert BoardRecord.from_json(FrozenBoard.objects.get().payload).since_meeting == "Pear"


def test_a_day_later_what_was_known_of_the_day_alone_makes_no_other_page(rating, meeting):
    ActionFactory(assessment=rating, due_on=DAY - datetime.timedelta(days=1))
    unrated = RecommendationFactory(report__short_title="Geese, 2024")
    AddressingFactory(recommendation=unrated, force=meeting.force)
    one, _ = frozen(meeting)
    for words in ("Geese, 2024", "Actions overdue", "0 of 1 action done, 1 overdue"):
        assert words in one.payload
    assert frozen(meeting, now=LATER) == (one, False)
    rating.recommendation.subject = "Mend all fences"
    rating.recommendation.save()
    two, is_new = frozen(meeting, now=LATER)
    assert is_new
    assert frozen(meeting, now=LATER) == (two, False)


def test_a_meeting_to_come_has_nothing_to_freeze(meeting, editor):
    with pytest.raises(ValidationError, match="still to come"):
        frozen(meeting, now=NOW - datetime.timedelta(days=1))
    meeting.held_on = timezone.localdate() + datetime.timedelta(days=1)
    meeting.save()
    got = editor.post(place_of(meeting))
    assert got.status_code == 400
    assert "This day has not come yet." in got.content.decode()
    assert not FrozenBoard.objects.exists()


def test_a_day_to_compare_with_that_cannot_be_is_told(meeting, editor):
    place = place_of(meeting)
    got = editor.post(place, {"since": "2026-07-01"})
    assert got.status_code == 400
    shown = got.content.decode()
    assert "which is not before" in shown
    # Its boxes and links lead on, to the board.
    board = reverse("board", args=[meeting.force.slug])
    assert f'<form method="get" action="{board}">' in shown
    assert f'href="{board}?at={meeting.asked}"' in shown


def test_who_comes_to_freeze_without_the_button_is_led_to_the_board(meeting):
    place = place_of(meeting)
    board = reverse("board", args=[meeting.force.slug])
    for role in (Role.EDITOR, Role.BOARD_MEMBER):
        client = signed_in(role, force=meeting.force)
        assert client.get(place).url == f"{board}?at={meeting.asked}"
    other = MeetingFactory(held_on=DAY)
    assert (
        client.get(reverse("freeze_board", args=[meeting.force.slug, other.pk])).status_code == 404
    )
    assert signed_in(Role.EDITOR, force=other.force).get(place).status_code == 404
    assert not FrozenBoard.objects.exists()


def a_rating(rating):
    record_rating(assessment=rating, by=None, now=LATER, rag="amber", reason="They stand.")


def the_name_of_the_force(rating):
    rating.force.name = "Felpersham Police"
    rating.force.save()


def the_meeting_before(rating):
    MeetingFactory(force=rating.force, held_on=DAY - datetime.timedelta(days=9))


@pytest.mark.parametrize(
    ("change", "asked", "query"),
    [
        (a_rating, {}, ""),
        (the_name_of_the_force, {"since": "2026-03-01"}, "&amp;since=2026-03-01"),
        (the_meeting_before, {}, ""),
    ],
)
def test_a_page_that_changed_after_it_was_opened_is_not_frozen_unseen(
    rating, meeting, editor, change, asked, query, monkeypatch
):
    monkeypatch.setattr(timezone, "now", lambda: LATER)
    meeting.held_on = LATER.date()
    meeting.save()
    form = form_of(editor, meeting, **asked)
    change(rating)
    got = editor.post(place_of(meeting), form)
    assert got.status_code == 409
    shown = got.content.decode()
    assert "This page changed after you opened it" in shown
    board = reverse("board", args=[meeting.force.slug])
    assert (
        f'<a href="{board}?at={meeting.asked}{query}">Look at the page as it stands now</a>'
        in shown
    )
    assert not FrozenBoard.objects.exists()
    assert press(editor, meeting).status_code == 302
    assert FrozenBoard.objects.exists()


def test_what_was_never_looked_at_is_not_frozen(meeting, editor):
    assert editor.post(place_of(meeting)).status_code == 409
    assert not FrozenBoard.objects.exists()


def test_what_is_kept_is_what_the_button_had_the_hash_of(meeting, editor):
    two = MeetingFactory(force=meeting.force, held_on=DAY, name="Audit committee")
    for one in (meeting, two):
        form = form_of(editor, one)
        press(editor, one)
        assert one.frozen_boards.get().sha256 == form["seen"]


def test_the_page_of_a_meeting_costs_as_many_queries_with_three_of_all_as_with_one(
    rating, meeting, editor, django_assert_num_queries
):
    board = reverse("board", args=[meeting.force.slug])
    with CaptureQueriesContext(connection) as asked:
        editor.get(board, {"at": meeting.asked})
    for name in ("Audit committee", "Scrutiny panel"):
        more = AssessmentFactory(
            force=meeting.force, recommendation__report=rating.recommendation.report
        )
        record_rating(assessment=more, by=None, now=NOW, rag="red", reason="r")
        frozen(MeetingFactory(force=meeting.force, held_on=DAY, name=name))
    with django_assert_num_queries(len(asked)):
        editor.get(board, {"at": meeting.asked})
