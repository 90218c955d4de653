"""An editor freezes the page of a meeting: once for each change, and of a day that can be."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from forces.models import Role
from responses.models import FrozenBoard
from responses.publishing.board import BoardRecord
from tests.admin_client import signed_in
from tests.factories import ActionFactory, AddressingFactory, MeetingFactory, RecommendationFactory
from tests.responses.minutes.frozen import DAY, LATER, NOW, frozen

pytestmark = pytest.mark.django_db


def test_an_editor_freezes_the_page_of_a_meeting_with_one_button(meeting, editor):
    board = reverse("board", args=[meeting.force.slug])
    place = reverse("freeze_board", args=[meeting.force.slug, meeting.pk])
    shown = editor.get(board, {"at": meeting.asked, "since": "2026-03-01"}).content.decode()
    assert f'action="{place}"' in shown
    assert "the meeting can be neither moved to another day nor deleted" in shown
    assert 'name="since" value="2026-03-01"' in shown
    got = editor.post(place, {"since": "2026-03-01"})
    one = FrozenBoard.objects.get()
    assert got.url == one.get_absolute_url()
    assert str(BoardRecord.from_json(one.payload).since) == "1 March 2026"
    assert one.get_absolute_url() in editor.get(board, {"at": meeting.asked}).content.decode()
    # Neither on another day, nor of what was chosen.
    for asked in ({"at": "2026-06-09"}, {"at": meeting.asked, "rag": "red"}):
        assert place not in editor.get(board, asked).content.decode()


def test_what_is_unchanged_is_not_frozen_twice_and_the_page_says_so(rating, meeting, editor):
    place = reverse("freeze_board", args=[meeting.force.slug, meeting.pk])
    first, second = editor.post(place), editor.post(place)
    assert FrozenBoard.objects.count() == 1
    assert second.url == f"{first.url}?unchanged"
    assert "so it was not frozen again" in editor.get(second.url).content.decode()
    rating.recommendation.subject = "Mend all fences"
    rating.recommendation.save()
    third = editor.post(place)
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
    place = reverse("freeze_board", args=[meeting.force.slug, meeting.pk])
    editor.post(place, {"since": asked.asked})
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
    got = editor.post(reverse("freeze_board", args=[meeting.force.slug, meeting.pk]))
    assert got.status_code == 400
    assert "This day has not come yet." in got.content.decode()
    assert not FrozenBoard.objects.exists()


def test_a_day_to_compare_with_that_cannot_be_is_told(meeting, editor):
    place = reverse("freeze_board", args=[meeting.force.slug, meeting.pk])
    got = editor.post(place, {"since": "2026-07-01"})
    assert got.status_code == 400
    shown = got.content.decode()
    assert "which is not before" in shown
    # Its boxes and links lead on, to the board.
    board = reverse("board", args=[meeting.force.slug])
    assert f'<form method="get" action="{board}">' in shown
    assert f'href="{board}?at={meeting.asked}"' in shown


def test_who_comes_to_freeze_without_the_button_is_led_to_the_board(meeting):
    place = reverse("freeze_board", args=[meeting.force.slug, meeting.pk])
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
