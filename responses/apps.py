from django.apps import AppConfig


class ResponsesConfig(AppConfig):
    """The reply: drafts, answers and publications."""

    name = "responses"
    verbose_name = "Responses"
