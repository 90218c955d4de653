"""The command that loads the forces and the bodies that oversee them."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command

from forces.models import LocalPolicingBody, Oversight, PoliceForce

pytestmark = pytest.mark.django_db


def load_forces():
    out = StringIO()
    call_command("load_forces", stdout=out)
    return out.getvalue()


def everything():
    models = (PoliceForce, LocalPolicingBody, Oversight)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_the_43_territorial_forces_and_five_others_are_loaded():
    assert "48 forces added" in load_forces()
    assert PoliceForce.objects.exclude(ons_code="").count() == 43
    assert PoliceForce.objects.filter(ons_code="").count() == 5


def test_each_of_the_43_has_one_body_under_section_55_of_the_kinds_of_today():
    load_forces()
    territorial = Oversight.objects.exclude(force__ons_code="").select_related("body")
    assert len({oversight.force_id for oversight in territorial}) == len(territorial) == 43
    assert Counter(oversight.body.kind for oversight in territorial) == {
        "pcc": 33,
        "pfcc": 4,
        "mayor": 4,
        "mopac": 1,
        "common_council": 1,
    }
    assert all(oversight.body.is_under_section_55 for oversight in territorial)


def test_section_55_runs_for_none_of_the_five_others():
    load_forces()
    others = Oversight.objects.filter(force__ons_code="").select_related("body")
    assert len(others) == 5
    assert not any(oversight.body.is_under_section_55 for oversight in others)


def test_all_that_is_loaded_would_pass_the_forms_of_the_admin():
    load_forces()
    for model in (PoliceForce, LocalPolicingBody, Oversight):
        for row in model.objects.all():
            row.full_clean()


def test_loading_again_adds_nothing():
    load_forces()
    before = everything()
    assert "0 forces added" in load_forces()
    assert everything() == before


def test_what_was_edited_since_stays_as_it_is():
    load_forces()
    kent = PoliceForce.objects.get(slug="kent")
    kent.name = "Kent Constabulary"
    kent.save()
    oversight = Oversight.objects.get(force=kent)
    successor = LocalPolicingBody.objects.create(name="Mayor of Kent", kind="mayor")
    oversight.body = successor
    oversight.save()
    before = everything()
    load_forces()
    assert everything() == before


def test_the_demonstrations_two_forces_stand_at_their_addresses():
    load_forces()
    bodies = {
        slug: Oversight.objects.get(force__slug=slug).body.office_title
        for slug in ("thames-valley", "staffordshire")
    }
    assert bodies == {
        "thames-valley": "Police and Crime Commissioner",
        "staffordshire": "Police, Fire and Crime Commissioner",
    }
