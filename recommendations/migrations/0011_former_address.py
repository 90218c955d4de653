import django.db.models.deletion
from django.db import migrations, models

from forces.editions import watch


class Migration(migrations.Migration):
    dependencies = [
        ("forces", "0011_former_address"),
        ("recommendations", "0010_watched"),
    ]

    operations = [
        migrations.AlterField(
            model_name="historicalinspectionreport",
            name="is_listed",
            field=models.BooleanField(
                default=False,
                help_text="Once on the register it stays, and what was its address leads to it for ever.",
                verbose_name="on the public register",
            ),
        ),
        migrations.AlterField(
            model_name="historicalinspectionreport",
            name="slug",
            field=models.SlugField(
                help_text="Its address on this site. Once it is on the public register, change it only if you must: the old one then leads to the new one for ever. Example: online-child-sexual-abuse-2026",
                max_length=80,
                verbose_name="address",
            ),
        ),
        migrations.AlterField(
            model_name="inspectionreport",
            name="is_listed",
            field=models.BooleanField(
                default=False,
                help_text="Once on the register it stays, and what was its address leads to it for ever.",
                verbose_name="on the public register",
            ),
        ),
        migrations.AlterField(
            model_name="inspectionreport",
            name="slug",
            field=models.SlugField(
                help_text="Its address on this site. Once it is on the public register, change it only if you must: the old one then leads to the new one for ever. Example: online-child-sexual-abuse-2026",
                max_length=80,
                unique=True,
                verbose_name="address",
            ),
        ),
        migrations.CreateModel(
            name="FormerReportAddress",
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
                        to="recommendations.inspectionreport",
                    ),
                ),
            ],
        ),
        watch("FormerReportAddress"),
    ]
