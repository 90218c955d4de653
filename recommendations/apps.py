from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """What the inspectorate said, and where each force stands."""

    name = "recommendations"
    verbose_name = "Reports, recommendations and ratings"
