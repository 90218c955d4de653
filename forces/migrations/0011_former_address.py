import django.db.models.deletion
from django.db import migrations, models

from forces.editions import watch


class Migration(migrations.Migration):
    dependencies = [
        ("forces", "0010_edition"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicalpoliceforce",
            name="slug",
            field=models.SlugField(
                help_text="Its address on this site. Change it only if you must: the old one then leads to the new one for ever. Example: staffordshire",
                verbose_name="address",
            ),
        ),
        migrations.AlterField(
            model_name="policeforce",
            name="slug",
            field=models.SlugField(
                help_text="Its address on this site. Change it only if you must: the old one then leads to the new one for ever. Example: staffordshire",
                unique=True,
                verbose_name="address",
            ),
        ),
        migrations.CreateModel(
            name="FormerForceAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=80, unique=True)),
                (
                    "leads_to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_addresses",
                        to="forces.policeforce",
                    ),
                ),
            ],
        ),
        watch("FormerForceAddress"),
    ]
