import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/forces/atlantis/", "/nowhere/"])
def test_a_demonstration_shows_the_site_s_own_page_where_there_is_none(client, settings, path):
    settings.DEBUG = settings.DEMONSTRATION = True
    response = client.get(path)
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()
    settings.DEMONSTRATION = False
    assert "DEBUG = True" in client.get(path).content.decode()
