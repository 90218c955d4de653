"""The letters of a publication in the admin: who has them, of what, and the copy recorded after."""

from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document

from forces.models import CopyAddressee, Role
from forces.recipients import Recipient
from recommendations.partial_dates import PartialDate
from responses.models import CoveringLetter, Dispatch, Publication
from responses.services import withdraw
from tests.admin_client import page, signed_in
from tests.factories import LocalPolicingBodyFactory, OfficeHolderFactory, PoliceForceFactory
from tests.html_form import form_data
from tests.responses.documents.pdf_reading import pages_of
from tests.responses.publishing import NOW, publish_again, publish_response, words

pytestmark = pytest.mark.django_db
RECIPIENTS = [one.value for one in Recipient]
SUFFIXES = ["pdf", "docx"]


@pytest.fixture
def publication():
    body = LocalPolicingBodyFactory(name="Body for Ambridge", address="1 Hill Street\nAmbridge")
    OfficeHolderFactory(body=body, name="Clara Chandler")
    return publish_response(force__short_name="Ambridge", body=body)


@pytest.fixture
def editor(publication):
    return signed_in(Role.EDITOR, force=publication.force)


def address(publication, recipient="home_secretary", suffix="pdf"):
    return page(Publication, "letter", publication.pk, recipient, suffix)


def text_of(got, suffix="pdf"):
    assert got.status_code == 200
    if suffix == "pdf":
        return " ".join(pages_of(got.content))
    return "\n".join(one.text for one in Document(BytesIO(got.content)).paragraphs)


def write_to(name, recipient="home_secretary", **values):
    return CopyAddressee.objects.create(recipient=recipient, name=name, **values)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER])
@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_an_office_has_the_letter_of_today_to_the_addressee(publication, role, suffix, recipient):
    write_to("Ann Archer MP", recipient)
    client = signed_in(role, force=publication.force)
    got = client.get(address(publication, recipient, suffix))
    text = text_of(got, suffix)
    for said in (
        "Ann Archer MP",
        PartialDate.of(timezone.localdate()).words,
        "Body for Ambridge",
        "1 Hill Street",
        "Clara Chandler",
        "version 1",
    ):
        assert said in text
    name = f"letter-{recipient.replace('_', '-')}-{publication.force.slug}"
    assert name in got["Content-Disposition"]


def test_the_letterhead_is_that_of_the_day_of_the_publication(publication, editor):
    body = publication.response.body
    body.address = "2 New Street"
    body.save()
    text = text_of(editor.get(address(publication)))
    assert "1 Hill Street" in text
    assert "2 New Street" not in text


def test_each_version_has_letters_of_its_own(publication, editor):
    second = publish_again(publication)
    assert "version 2" in text_of(editor.get(address(second)))
    assert "version 1" in text_of(editor.get(address(publication)))


def test_the_words_are_those_of_the_body_or_of_all_or_of_the_site(publication, editor):
    other = LocalPolicingBodyFactory()
    words_of = {"recipient": "home_secretary", "subject": "S"}
    CoveringLetter.objects.create(**words_of, text="Of another.", body=other)
    assert "I enclose" in text_of(editor.get(address(publication)))
    CoveringLetter.objects.create(**words_of, text="Of all, {force}.")
    assert f"Of all, {publication.force.name}." in text_of(editor.get(address(publication)))
    CoveringLetter.objects.create(**words_of, text="Our own.", body=publication.response.body)
    text = text_of(editor.get(address(publication)))
    assert "Our own." in text
    assert "Of all" not in text
    assert "I enclose" in text_of(editor.get(address(publication, "inspectorate")))


def test_of_a_withdrawn_version_there_is_no_letter(publication, editor):
    withdraw(publication=publication, by=None, now=NOW, reason="It named somebody.")
    assert editor.get(address(publication)).status_code == 404
    assert "letter" not in words(editor.get(page(Publication, "change", publication.pk)))


@pytest.mark.parametrize(("recipient", "suffix"), [("mayor", "pdf"), ("inspectorate", "odt")])
def test_there_is_no_other_letter(publication, editor, recipient, suffix):
    assert editor.get(address(publication, recipient, suffix)).status_code == 404


def test_nobody_else_has_it(publication):
    stranger = signed_in(Role.EDITOR, force=PoliceForceFactory())
    assert stranger.get(address(publication)).status_code == 404
    for role in (Role.LIAISON, Role.BOARD_MEMBER, Role.REGISTER_EDITOR):
        client = signed_in(role, force=publication.force)
        assert client.get(address(publication)).status_code in (302, 403, 404)


def test_the_pages_lead_to_each_letter_and_to_its_record(publication, editor):
    for shown in (
        words(editor.get(page(Publication, "change", publication.pk))),
        words(editor.get("/admin/")),
    ):
        for recipient in RECIPIENTS:
            for suffix in SUFFIXES:
                assert f'href="{address(publication, recipient, suffix)}"' in shown
            dispatch = page(Publication, "dispatch", publication.pk)
            assert f'href="{dispatch}?recipient={recipient}"' in shown


def test_the_page_of_a_version_says_to_whom_it_went_and_when(publication, editor):
    path = page(Publication, "change", publication.pk)
    Dispatch.objects.create(
        publication=publication, recipient="inspectorate", sent_on=NOW.date(), recorded_at=NOW
    )
    copies = words(editor.get(path)).split('class="copies-to">')[1].split("</ul>")[0]
    items = copies.split("</li>")
    assert ["Sent 29 May 2026" in one for one in items if "covering letter" in one].count(True) == 1
    (sent,) = [one for one in items if "Sent 29 May 2026" in one]
    assert address(publication, "inspectorate") in sent


def test_the_front_page_offers_only_the_letters_that_are_still_to_go(publication, editor):
    Dispatch.objects.create(
        publication=publication, recipient="inspectorate", sent_on=NOW.date(), recorded_at=NOW
    )
    shown = words(editor.get("/admin/"))
    assert address(publication, "home_secretary") in shown
    assert address(publication, "inspectorate") not in shown


def test_the_record_of_a_copy_begins_with_the_addressee_of_the_letter(publication, editor):
    write_to("Ann Archer MP")
    place = page(Publication, "dispatch", publication.pk)
    form = form_data(editor.get(f"{place}?recipient=home_secretary"))
    assert form["recipient"] == "home_secretary"
    assert form["sent_to"] == "Ann Archer MP, Home Secretary"
    assert not Dispatch.objects.exists()
    typed = form | {"sent_on": "2026-05-29", "sent_to": "Another office"}
    editor.post(f"{place}?recipient=home_secretary", typed)
    assert Dispatch.objects.get().sent_to == "Another office"


@pytest.mark.parametrize("query", ["", "?recipient=", "?recipient=mayor"])
def test_without_a_recipient_the_record_begins_blank(publication, editor, query):
    form = form_data(editor.get(page(Publication, "dispatch", publication.pk) + query))
    assert not form.get("recipient")
    assert not form["sent_to"]
