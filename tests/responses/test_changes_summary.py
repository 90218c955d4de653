"""What a page of changes counts, and where its items lead."""

import dataclasses

from responses.presenters import changes as presenter
from responses.publishing import record
from responses.publishing.changes import Changes, changes
from responses.publishing.record import SCHEMA_VERSION

from .changes_told import all_told, between
from .records import make_answer, make_finding, make_record, make_section


def rated(label, *values):
    return make_finding(label, rating=record.Rating(*values))


def test_nothing_changed():
    assert changes(make_record(), make_record()) == Changes()


def test_the_summary_counts_what_happened_to_what():
    before = {
        "findings": (
            rated("1", "red", "Old."),
            rated("2", "amber"),
            rated("3", "red", "x"),
        ),
        "sections": (make_section(1), make_section(2)),
    }
    after = {
        "findings": (rated("1", "green"), rated("2", "green"), rated("3", "red", "y")),
        "sections": (make_section(1, html="<p>Text of part one.</p>"), make_section(3)),
        "answers": (make_answer("1"),),
        "late_reason": "A move.",
    }
    assert presenter.summary(between(before, after)) == (
        ("2 ratings moved", "ratings"),
        ("1 rating with new details", "ratings"),
        ("1 answer added", "answers"),
        ("2 sections changed", "sections"),
        ("1 other fact changed", "facts"),
    )


def test_what_was_removed_leads_to_the_earlier_version():
    found = between({"sections": (make_section(1),)}, {"answers": (make_answer("1"),)})
    found = dataclasses.replace(found, facts=between({}, {"title": "Other"}).facts)
    urls = [
        item.url
        for group in presenter.groups(found, here="/v2/", earlier="/v1/")
        for item in group.items
    ]
    assert urls == ["/v2/", "/v1/#part-1", "/v2/"]


def test_what_no_page_shows_is_kept_apart():
    found = changes(make_record(), make_record(schema_version=99))
    assert not found.are_seen
    assert all_told(found.unseen) == [("changed", "Schema version", [f"-{SCHEMA_VERSION}- +99+"])]
