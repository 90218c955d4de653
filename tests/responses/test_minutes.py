"""A board's page as it is frozen for the minutes: the same for ever, whatever is changed."""

import datetime
import re

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone

from forces import guard
from forces.models import Role
from recommendations.services import record_rating
from responses.models import FrozenBoard, Meeting
from responses.publishing.board import BoardRecord
from responses.publishing.canonical import sha256
from responses.services import freeze
from tests.admin_client import page, signed_in
from tests.factories import (
    ActionFactory,
    AddressingFactory,
    AssessmentFactory,
    MeetingFactory,
    OversightFactory,
    RecommendationFactory,
    UserFactory,
)
from tests.responses.documents.pdf_reading import pages_of
from tests.responses.documents.test_board_pack import text_of_word
from tests.responses.documents.test_equal_content import close

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 6, 10)
NOW = datetime.datetime(2026, 6, 10, 9, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(days=3)
# The session, who asks, the page and the other pages of its meeting.
QUERIES = 4
ARTICLE = re.compile(r'<article class="frozen">.*</article>', re.DOTALL)


@pytest.fixture
def rating():
    force = OversightFactory(
        force__name="Ambridge Police", force__short_name="Ambridge", began_on=None
    ).force
    rating = AssessmentFactory(
        force=force, recommendation=RecommendationFactory(subject="Mend the fences")
    )
    values = {"rag": "red", "reason": "The fences fell.", "owner": "Head of Cows"}
    return record_rating(assessment=rating, by=None, now=NOW, **values)


@pytest.fixture
def meeting(rating):
    return MeetingFactory(force=rating.force, held_on=DAY, name="Police and Crime Panel")


@pytest.fixture
def editor(rating):
    return signed_in(Role.EDITOR, force=rating.force)


def frozen(meeting, *, now=NOW, since=(None, ""), by=None):
    return freeze(meeting=meeting, since=since, by=by, now=now)


def file_of(one, suffix):
    kwargs = {"force": one.meeting.force.slug, "pk": one.pk, "suffix": suffix}
    return reverse("minutes_file", kwargs=kwargs)


def said(client, one):
    """Return what stands on the frozen page, and each of its files."""
    shown = client.get(one.get_absolute_url())
    assert shown.status_code == 200
    files = [client.get(file_of(one, kind)).content for kind in ("pdf", "docx", "xlsx", "csv")]
    return ARTICLE.search(shown.content.decode())[0], *files, client.get(file_of(one, "json"))


@pytest.mark.documents
def test_the_page_and_its_files_are_the_same_after_everything_was_changed(rating, meeting, editor):
    one, _ = frozen(meeting)
    *before, json = said(editor, one)
    assert "The fences fell." in before[0]
    assert "Head of Cows" in before[0]
    record_rating(assessment=rating, by=None, now=LATER, rag="green", owner="Head of Hens")
    finding, force = rating.recommendation, rating.force
    finding.subject, force.name, meeting.name = "Mend nothing", "Felpersham Police", "Another"
    body = force.oversights.get().body
    body.name = "Another body"
    for row in (finding, force, meeting, body):
        row.save()
    # Backdated: it is true of a day before, and was recorded after.
    late = AssessmentFactory(force=force, recommendation=RecommendationFactory(subject="Geese"))
    record_rating(assessment=late, by=None, now=LATER, rag="red", reason="r", reviewed_on=DAY)
    *after, again = said(editor, one)
    assert after == before
    assert again.content == json.content
    shown = editor.get(one.get_absolute_url()).content.decode()
    for word in ("Felpersham Police", "Head of Hens", "Mend nothing", "Another", "Geese"):
        assert word not in ARTICLE.search(shown)[0]


def test_the_hash_is_that_of_the_json_file_and_stands_on_the_page(meeting, editor):
    one, _ = frozen(meeting, by=editor.user)
    content = editor.get(file_of(one, "json")).content.decode()
    assert sha256(content) == one.sha256
    assert BoardRecord.from_json(content).meeting == "Police and Crime Panel"
    shown = editor.get(one.get_absolute_url()).content.decode()
    assert one.sha256 in shown
    assert f"Frozen on 10 June 2026 at 10:00 by {editor.user}" in shown


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


@pytest.mark.documents
def test_its_documents_say_at_the_front_that_they_are_frozen_and_how_to_prove_it(meeting, editor):
    one, _ = frozen(meeting)
    first = close(pages_of(editor.get(file_of(one, "pdf")).content)[0])
    word = close(text_of_word(editor.get(file_of(one, "docx")).content))
    for text in (first, word[: word.index("Whatwantsattention")]):
        assert (
            close("Frozen for the minutes of Police and Crime Panel, on 10 June 2026 at 10:00.")
            in text
        )
        assert one.sha256 in text


@pytest.mark.parametrize("role", [Role.APPROVER, Role.LIAISON, Role.BOARD_MEMBER])
def test_who_keeps_no_meetings_reads_a_frozen_page_and_freezes_none(meeting, role):
    one, _ = frozen(meeting)
    client = signed_in(role, force=meeting.force)
    assert client.get(one.get_absolute_url()).status_code == 200
    place = reverse("freeze_board", args=[meeting.force.slug, meeting.pk])
    assert client.post(place).status_code == 404
    board = reverse("board", args=[meeting.force.slug])
    assert place not in client.get(board, {"at": meeting.asked}).content.decode()


def test_a_frozen_page_stands_under_its_own_force_alone(meeting):
    one, _ = frozen(meeting)
    other = MeetingFactory(held_on=DAY)
    client = signed_in(Role.EDITOR, force=other.force)
    assert client.get(one.get_absolute_url()).status_code == 404
    assert client.get(reverse("minutes", args=[other.force.slug, one.pk])).status_code == 404


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


def test_a_meeting_that_is_frozen_stays_with_its_force_and_day(meeting, editor):
    frozen(meeting)
    for change in ({"held_on": "2026-06-11"}, {"force": ""}):
        values = {"force": meeting.force.pk, "held_on": "2026-06-10", "name": "Panel"} | change
        editor.post(page(Meeting, "change", meeting.pk), values)
        meeting.refresh_from_db()
        assert (meeting.held_on, meeting.name) == (DAY, "Police and Crime Panel")
    meeting.held_on = DAY + datetime.timedelta(days=1)
    with pytest.raises(ValidationError, match="keeps its force and its day"):
        meeting.full_clean()
    with pytest.raises(ProtectedError, match="frozen for the minutes"):
        meeting.delete()
    with pytest.raises(ProtectedError, match="frozen for the minutes"):
        Meeting.objects.all().delete()
    meeting.held_on, meeting.name = DAY, "Panel"
    meeting.full_clean()
    shown = editor.post(page(Meeting, "delete", meeting.pk), {"post": "yes"}).content.decode()
    assert "frozen for the minutes" in shown
    assert Meeting.objects.filter(pk=meeting.pk).exists()


def test_the_meetings_own_page_leads_to_the_board(meeting, editor):
    frozen(meeting)
    shown = editor.get(page(Meeting, "change", meeting.pk)).content.decode()
    assert f"{reverse('board', args=[meeting.force.slug])}?at={meeting.asked}" in shown
    assert "It is frozen 1 time." in shown


def test_a_page_costs_as_many_queries_with_three_ratings_as_with_one(
    rating, meeting, editor, django_assert_num_queries
):
    one, _ = frozen(meeting)
    with django_assert_num_queries(QUERIES):
        editor.get(one.get_absolute_url())
    for _ in range(2):
        more = AssessmentFactory(force=meeting.force)
        record_rating(assessment=more, by=None, now=NOW, rag="red", reason="r")
    two, is_new = frozen(meeting, now=LATER)
    assert is_new
    with django_assert_num_queries(QUERIES):
        editor.get(two.get_absolute_url())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda one: {"payload": one.payload.replace("fell", "rose")}, "does not have the hash"),
        (lambda one: {"payload": "{", "sha256": sha256("{")}, "cannot be read"),
        (lambda one: {"meeting_id": MeetingFactory(held_on=DAY).pk}, "of its meeting"),
    ],
)
def test_a_frozen_page_that_was_tampered_with_is_named(meeting, change, told, capsys):
    one, _ = frozen(meeting)
    call_command("verify_publications")
    assert "Verified 1 frozen page of boards" in capsys.readouterr().out
    for sql in guard.to_lift(FrozenBoard, connection.vendor):
        connection.cursor().execute(sql)
    FrozenBoard._base_manager.filter(pk=one.pk).update(**change(one))
    with pytest.raises(CommandError, match=told) as found:
        call_command("verify_publications")
    assert f"minutes {one.pk} of" in str(found.value)


def test_the_name_of_who_froze_it_stays(meeting):
    by = UserFactory(is_superuser=True, first_name="Lynda", last_name="Snell")
    one, _ = frozen(meeting, by=by)
    by.last_name = "Bellamy"
    by.save()
    assert FrozenBoard.objects.get(pk=one.pk).frozen_by_name == "Lynda Snell"
