from django.apps import AppConfig


class ResponsesConfig(AppConfig):
    """The reply: drafts, answers and publications."""

    name = "responses"
    verbose_name = "Responses"

    def ready(self):
        from . import checks  # noqa: F401 - registers what it checks
