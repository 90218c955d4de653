import django.db.models.deletion
from django.db import migrations, models

from forces.guard import guard


class Migration(migrations.Migration):
    dependencies = [
        ("responses", "0006_comments_not_sent"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "layout",
                    models.CharField(
                        choices=[
                            (
                                "statement",
                                "Statement: the commissioner's narrative, then the recommendations",
                            ),
                            (
                                "record",
                                "Record: the labelled form, then the text under its headings",
                            ),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "format",
                    models.CharField(choices=[("pdf", "PDF"), ("docx", "Word")], max_length=4),
                ),
                (
                    "is_chosen",
                    models.BooleanField(help_text="Whether it is the layout that the body chose."),
                ),
                ("content", models.BinaryField()),
                (
                    "sha256",
                    models.CharField(help_text="The SHA-256 of the content.", max_length=64),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="responses.publication",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("publication", "layout", "format"),
                        name="responses_one_document_per_layout_and_format",
                    )
                ],
            },
        ),
        guard("PublishedDocument"),
    ]
