import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_code_is_used_yet():
    """Forget the codes of earlier tests, whose users had the same keys."""
    cache.clear()
