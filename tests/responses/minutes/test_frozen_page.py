"""A board's page as it is frozen for the minutes: the same for ever, whatever is changed."""

import re

import pytest
from django.urls import reverse

from forces.models import Role
from recommendations.services import record_rating
from responses.models import FrozenBoard
from responses.publishing.board import BoardRecord
from responses.publishing.canonical import sha256
from tests.admin_client import signed_in
from tests.factories import AssessmentFactory, MeetingFactory, RecommendationFactory, UserFactory
from tests.responses.documents.pdf_reading import pages_of
from tests.responses.documents.test_board_pack import text_of_word
from tests.responses.documents.test_equal_content import close
from tests.responses.minutes.frozen import DAY, LATER, NOW, file_of, frozen

pytestmark = pytest.mark.django_db
# The session, who asks, the page and the other pages of its meeting.
QUERIES = 4
ARTICLE = re.compile(r'<article class="frozen">.*</article>', re.DOTALL)


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


def test_the_name_of_who_froze_it_stays(meeting):
    by = UserFactory(is_superuser=True, first_name="Lynda", last_name="Snell")
    one, _ = frozen(meeting, by=by)
    by.last_name = "Bellamy"
    by.save()
    assert FrozenBoard.objects.get(pk=one.pk).frozen_by_name == "Lynda Snell"
