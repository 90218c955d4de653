from django.db import migrations

from forces.editions import watch


class Migration(migrations.Migration):
    dependencies = [
        ("forces", "0010_edition"),
        ("recommendations", "0009_kind_found_by_index"),
    ]

    operations = [
        watch(
            "Addressee",
            "Addressing",
            "InspectionReport",
            "InspectionReport_forces",
            "Recommendation",
        )
    ]
