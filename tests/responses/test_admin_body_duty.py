"""A body with responses: whether section 55 runs for them is not changed by a slip."""

import pytest

from forces.models import LocalPolicingBody, Role
from forces.models.body import BodyKind
from tests.admin_client import page, signed_in
from tests.factories import LocalPolicingBodyFactory, ResponseFactory
from tests.html_form import errors, form_data

pytestmark = pytest.mark.django_db
OUTSIDE = BodyKind.OTHER_AUTHORITY


def save(body, **typed):
    keeper = signed_in(Role.REGISTER_EDITOR)
    change = page(LocalPolicingBody, "change", body.pk)
    answer = keeper.post(change, form_data(keeper.get(change)) | typed)
    body.refresh_from_db()
    return answer


@pytest.mark.parametrize(
    ("was", "to", "told"),
    [
        (BodyKind.PCC, OUTSIDE, "Section 55 would not run for them any more"),
        (OUTSIDE, BodyKind.MAYOR, "Section 55 would run for them from now on"),
    ],
)
def test_a_kind_with_another_duty_is_chosen_only_where_it_is_meant(was, to, told):
    body = ResponseFactory(body__kind=was).body
    answer = save(body, kind=to)
    assert "The register holds 1 response of this body." in errors(answer)
    assert told in errors(answer)
    assert body.kind == was
    assert save(body, kind=to, changes_duty="on").status_code == 302
    assert body.kind == to


def test_a_kind_with_the_same_duty_is_chosen_at_once():
    body = ResponseFactory(body__kind=BodyKind.PCC).body
    assert save(body, kind=BodyKind.MAYOR).status_code == 302
    assert body.kind == BodyKind.MAYOR


def test_a_body_without_responses_is_not_asked_about():
    body = LocalPolicingBodyFactory(kind=BodyKind.PCC)
    change = page(LocalPolicingBody, "change", body.pk)
    assert "changes_duty" not in form_data(signed_in(Role.REGISTER_EDITOR).get(change))
    assert save(body, kind=OUTSIDE).status_code == 302
    assert body.kind == OUTSIDE
