"""The words of covering letters in the admin: written by register editors, refused at the field."""

import pytest
from django.db import IntegrityError, transaction

from forces.models import Role
from responses.covering.placeholders import PLACEHOLDERS
from responses.covering.wording import DEFAULTS
from responses.models import CoveringLetter
from tests.admin_client import page, signed_in
from tests.factories import LocalPolicingBodyFactory, PoliceForceFactory
from tests.html_form import form_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return signed_in(Role.REGISTER_EDITOR)


def add(keeper, query="", **typed):
    place = page(CoveringLetter, "add") + query
    return keeper.post(place, form_data(keeper.get(place)) | typed)


def errors_of(answer, field):
    return str(answer.context["adminform"].form.errors[field])


@pytest.mark.parametrize("recipient", DEFAULTS)
def test_a_new_letter_begins_with_the_words_of_the_site(keeper, recipient):
    assert add(keeper, f"?recipient={recipient}").status_code == 302
    letter = CoveringLetter.objects.get()
    assert letter.recipient == recipient
    text = letter.wording.text.replace("\r\n", "\n")
    assert (letter.subject, text, letter.close) == tuple(vars(DEFAULTS[recipient]).values())
    assert letter.history.count() == 1


def test_the_page_names_each_placeholder(keeper):
    shown = keeper.get(page(CoveringLetter, "add")).content.decode()
    assert all(f"<code>{{{name}}}</code>" in shown for name in PLACEHOLDERS)


@pytest.mark.parametrize("field", ["subject", "text", "close"])
@pytest.mark.parametrize("text", ["Of {minister}", "{0.__class__}", "{{ x }}", "{report"])
def test_a_placeholder_that_is_none_is_refused_at_its_field(keeper, field, text):
    answer = add(keeper, **{field: text})
    assert "{report_published_on}" in errors_of(answer, field)
    assert not CoveringLetter.objects.exists()


def test_other_signs_are_kept_as_text(keeper):
    add(keeper, text="#evil() <b>$x$</b> %s")
    assert CoveringLetter.objects.get().text == "#evil() <b>$x$</b> %s"


def test_there_is_one_for_all_and_one_for_each_body(keeper):
    body = LocalPolicingBodyFactory()
    for key in (None, body.pk):
        assert add(keeper, body=key or "").status_code == 302
        assert add(keeper, body=key or "").status_code == 200
        with pytest.raises(IntegrityError), transaction.atomic():
            CoveringLetter.objects.create(recipient="home_secretary", body_id=key)
    assert CoveringLetter.objects.count() == 2
    listed = keeper.get(page(CoveringLetter, "changelist")).content.decode()
    assert "Every body without its own" in listed
    assert body.name in listed


def test_an_office_reads_them_and_changes_nothing():
    letter = CoveringLetter.objects.create(recipient="inspectorate", subject="S", text="T")
    editor = signed_in(Role.EDITOR, force=PoliceForceFactory())
    change = page(CoveringLetter, "change", letter.pk)
    assert "_save" not in editor.get(change).content.decode()
    assert editor.post(change, {"subject": "Mine"}).status_code == 403
    assert editor.get(page(CoveringLetter, "add")).status_code == 403
