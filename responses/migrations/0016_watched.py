from django.db import migrations

from forces.editions import watch


class Migration(migrations.Migration):
    dependencies = [
        ("forces", "0010_edition"),
        ("responses", "0015_publications_by_key"),
    ]

    operations = [watch("Publication", "PublishedReport", "Withdrawal")]
