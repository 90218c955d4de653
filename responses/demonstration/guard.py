"""Whether a database may take the demonstration: one that holds real data may not."""

from django.db import connection

from forces.models import User
from recommendations.models import InspectionReport


def why_not():
    """Return the sentence that says why this database may not take the demonstration, or ""."""
    tables = set(connection.introspection.table_names())
    if not {InspectionReport._meta.db_table, User._meta.db_table} <= tables:
        return ""
    real = InspectionReport.objects.filter(is_demonstration=False).order_by("pk").first()
    if real:
        return (
            f"This database holds a report that is not a demonstration (“{real.short_title}”), "
            "so the demonstration keeps away from it. Name another in DATABASE_URL."
        )
    if User.objects.exists() and not InspectionReport.objects.exists():
        return (
            "This database has users but no demonstration, so the demonstration keeps away "
            "from it. Name another in DATABASE_URL."
        )
    return ""
