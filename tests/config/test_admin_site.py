import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_demonstration", [True, False])
def test_staff_pages_of_a_demonstration_say_so(client, settings, is_demonstration):
    settings.DEMONSTRATION = is_demonstration
    page = client.get(reverse("admin:login"), follow=True).content.decode()
    assert ("Demonstration:" in page) is is_demonstration
