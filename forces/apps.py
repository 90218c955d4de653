from django.apps import AppConfig


class ForcesConfig(AppConfig):
    """Who: forces, the bodies that hold them to account, their people, and the users."""

    name = "forces"
    verbose_name = "Forces, bodies and people"

    def ready(self):
        from . import checks  # noqa: F401 - registers what it checks
