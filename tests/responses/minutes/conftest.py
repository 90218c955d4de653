"""A rating of Ambridge, a meeting of its board, and an editor of its office."""

import pytest

from forces.models import Role
from recommendations.services import record_rating
from tests.admin_client import signed_in
from tests.factories import (
    AssessmentFactory,
    MeetingFactory,
    OversightFactory,
    RecommendationFactory,
)
from tests.responses.minutes.frozen import DAY, NOW


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
