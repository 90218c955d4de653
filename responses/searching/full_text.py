"""Asks the database for words: PostgreSQL's text search, or FTS5 of SQLite.

Both know the words of English by their stems, and rank a heading above the text below it.
Migration 0017 lays what is asked here.
"""

from dataclasses import dataclass

from django.db import connections

from ..models import Passage


@dataclass(frozen=True)
class Dialect:
    """The SQL of one kind of database: `rank` of passages among some, and words of a few."""

    name: str
    rank: str
    excerpt: str


POSTGRESQL = Dialect(
    "for_postgresql",
    rank="""
    SELECT passage.id, ts_rank(passage.words, asked.query)
    FROM responses_passage AS passage, websearch_to_tsquery('english', %s) AS asked(query)
    WHERE passage.words @@ asked.query AND passage.id IN ({among})
    ORDER BY passage.published_at DESC, passage.id DESC
    LIMIT %s
    """,
    excerpt="""
    SELECT passage.id, ts_headline('english', passage.text, asked.query, concat(
        'StartSel=', chr(2), ',StopSel=', chr(3),
        ',MaxFragments=2,MinWords=10,MaxWords=24,FragmentDelimiter=" … "'
    ))
    FROM responses_passage AS passage, websearch_to_tsquery('english', %s) AS asked(query)
    WHERE passage.id IN ({keys})
    """,
)
SQLITE = Dialect(
    "for_sqlite",
    rank="""
    SELECT passage.id, -bm25(responses_passage_words, 8.0, 1.0)
    FROM responses_passage_words
    JOIN responses_passage AS passage ON passage.id = responses_passage_words.rowid
    WHERE responses_passage_words MATCH %s AND passage.id IN ({among})
    ORDER BY passage.published_at DESC, passage.id DESC
    LIMIT %s
    """,
    excerpt="""
    SELECT rowid, snippet(responses_passage_words, 1, char(2), char(3), ' … ', 40)
    FROM responses_passage_words
    WHERE responses_passage_words MATCH %s AND rowid IN ({keys})
    """,
)


def ranks(words, passages, *, most):
    """Return {key: rank} of the newest `most` of `passages` that hold `words`.

    `passages` is a queryset, `words` are Words that want something.
    """
    connection, dialect = _of(passages.db)
    among, given = passages.order_by().values("pk").query.sql_with_params()
    sql = dialect.rank.format(among=among)
    return _rows(connection, sql, [getattr(words, dialect.name)(), *given, most])


def excerpts(words, keys):
    """Return {key: excerpt} of the passages with these `keys`, with FOUND and END around words."""
    if not keys:
        return {}
    connection, dialect = _of(Passage.objects.db)
    sql = dialect.excerpt.format(keys=", ".join(["%s"] * len(keys)))
    return _rows(connection, sql, [getattr(words, dialect.name)(), *keys])


def _of(alias):
    connection = connections[alias]
    return connection, POSTGRESQL if connection.vendor == "postgresql" else SQLITE


def _rows(connection, sql, given):
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return dict(cursor.fetchall())
