"""Passages, and their words as PostgreSQL's text search or as FTS5 of SQLite.

SQLite drops the triggers when it rebuilds the table: a migration that alters it lays them again.
"""

import django.db.models.deletion
from django.db import migrations, models

from forces.editions import watch

POSTGRESQL = (
    """
    ALTER TABLE responses_passage ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', heading), 'A')
        || setweight(to_tsvector('english', text), 'C')
    ) STORED
    """,
    "CREATE INDEX passage_words ON responses_passage USING gin (words)",
)
POSTGRESQL_BACK = ("ALTER TABLE responses_passage DROP COLUMN words",)
SQLITE = (
    """
    CREATE VIRTUAL TABLE responses_passage_words USING fts5(
        heading, text, content='responses_passage', content_rowid='id',
        tokenize='porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER responses_passage_words_added AFTER INSERT ON responses_passage BEGIN
        INSERT INTO responses_passage_words (rowid, heading, text)
        VALUES (NEW.id, NEW.heading, NEW.text);
    END
    """,
    """
    CREATE TRIGGER responses_passage_words_removed AFTER DELETE ON responses_passage BEGIN
        INSERT INTO responses_passage_words (responses_passage_words, rowid, heading, text)
        VALUES ('delete', OLD.id, OLD.heading, OLD.text);
    END
    """,
    """
    CREATE TRIGGER responses_passage_words_altered AFTER UPDATE ON responses_passage BEGIN
        INSERT INTO responses_passage_words (responses_passage_words, rowid, heading, text)
        VALUES ('delete', OLD.id, OLD.heading, OLD.text);
        INSERT INTO responses_passage_words (rowid, heading, text)
        VALUES (NEW.id, NEW.heading, NEW.text);
    END
    """,
)
SQLITE_BACK = (
    *(f"DROP TRIGGER responses_passage_words_{what}" for what in ("added", "removed", "altered")),
    "DROP TABLE responses_passage_words",
)


def lay_words(apps, schema_editor):
    _run(schema_editor, POSTGRESQL, SQLITE)


def lift_words(apps, schema_editor):
    _run(schema_editor, POSTGRESQL_BACK, SQLITE_BACK)


def _run(schema_editor, postgresql, sqlite):
    for sql in postgresql if schema_editor.connection.vendor == "postgresql" else sqlite:
        schema_editor.execute(sql)


class Migration(migrations.Migration):
    dependencies = [
        ("recommendations", "0010_watched"),
        ("responses", "0016_watched"),
    ]

    operations = [
        migrations.CreateModel(
            name="Passage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("heading", models.TextField()),
                ("text", models.TextField()),
                (
                    "anchor",
                    models.CharField(help_text="Its place on the page, or blank.", max_length=300),
                ),
                (
                    "ref",
                    models.CharField(
                        help_text="Of which finding of `report` it speaks.", max_length=60
                    ),
                ),
                (
                    "rag",
                    models.CharField(
                        choices=[
                            ("red", "Red"),
                            ("amber", "Amber"),
                            ("green", "Green"),
                            ("not_for_force", "Not for this force"),
                            ("not_assessed", "Not yet assessed"),
                        ],
                        max_length=15,
                    ),
                ),
                ("body_name", models.CharField(max_length=200)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("published_at", models.DateTimeField()),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passages",
                        to="responses.publication",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="recommendations.inspectionreport",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["published_at", "id"], name="passage_newest")],
            },
        ),
        migrations.RunPython(lay_words, lift_words),
        watch("Passage"),
    ]
