"""A Record and its JSON: the same text for ever, readable for ever."""

import dataclasses
import json
from pathlib import Path

import pytest

from recommendations.partial_dates import parse
from responses.publishing import record
from responses.publishing.html import write_html
from responses.publishing.layouts import LAYOUTS, lay_out
from responses.publishing.record import Record

from .records import BODY, REPORT, make_answer, make_finding, make_record, make_section

DATA = Path(__file__).parents[1] / "data"
FIRST, SECOND, THIRD, FOURTH, GOLDEN = (
    DATA / f"record-v{number}.json" for number in (1, 2, 3, 4, 5)
)
HENS = dataclasses.replace(REPORT, title="Hens", short_title="Hens, 2026", slug="hens-2026")
LETTERHEAD = record.Letterhead(
    "Office of the Commissioner for Borchester", "1 The Green\nBorchester", "#1f3a5f"
)


def full_record():
    """A Record with something in every one of its places."""
    rating = record.Rating(
        rag="amber",
        reason="Two villages still wait.",
        progress=record.Named("in_progress", "In progress"),
        expected_on=parse("December 2026"),
        reviewed_on=parse("1 May 2026"),
    )
    chiefs = record.Addressed("Chief constables", "Borchester Police", is_inferred=True)
    finding = make_finding(
        "3a",
        depth=1,
        printed_label="3a.",
        printed_html="<p>As printed.</p>",
        addressed_to=(chiefs,),
        due_on=parse("October 2026"),
        rating=rating,
    )
    answer = make_answer(
        "3a",
        position=record.Named("partly", "Accepted in part"),
        action_html="<p>Half is done.</p>",
        why_none_html="<p>Half is not ours.</p>",
        section_anchor="part-1",
        section_heading="Part 1",
    )
    return make_record(
        body=dataclasses.replace(BODY, letterhead=LETTERHEAD),
        late_reason="The office moved.",
        override_reason="Answered as a whole.",
        other_gaps=("The chief officer’s invitation is dated before the report was published",),
        comments=record.Comments(
            invited_on=parse("20 April 2026"),
            reply_by_on=parse("11 May 2026"),
            state="submitted",
            settled_on=parse("8 May 2026"),
            makes_no_reply=True,
        ),
        deadline=record.Deadline("in_time", parse("9 June 2026"), 17, 47, rule="section_55"),
        other_deadlines=(
            record.Deadline(
                "not_known", why="Not recorded.", rule="own_date", report_slug=HENS.slug
            ),
        ),
        further_reports=(HENS,),
        commissioner=record.Person("Ann Archer", "Police and Crime Commissioner"),
        chief_officer=record.Person("Bob Brookes", "Acting Chief Constable"),
        follows=record.Earlier("Earlier village policing", "earlier", parse("3 May 2020")),
        fields=(record.Labelled("grade", "Grade", "<p>Good</p>"),),
        findings=(finding,),
        answers=(answer,),
        sections=(make_section(1, html="<p>Ymateb – ŵ “quoted” &amp; <strong>bold</strong></p>"),),
        signatories=(record.Person("Ann Archer", "Commissioner", "www.example.org"),),
        is_demonstration=True,
    )


def of_schema(number, **values):
    """The full Record as an older schema had it, before several deadlines were written down."""
    one_report = {"further_reports": (), "other_deadlines": ()}
    return dataclasses.replace(full_record(), schema_version=number, **(one_report | values))


def test_what_the_first_schema_wrote_is_still_read():
    old = Record.from_json(FIRST.read_text("utf-8"))
    deadline = dataclasses.replace(full_record().deadline, rule="")
    since = {"comments": record.Comments(), "override_reason": "", "other_gaps": ()}
    assert old == of_schema(1, body=BODY, deadline=deadline, **since)


def test_what_the_second_schema_wrote_is_still_read():
    old = Record.from_json(SECOND.read_text("utf-8"))
    assert old == of_schema(2, body=BODY, other_gaps=())


def test_what_the_third_schema_wrote_is_still_read():
    old = Record.from_json(THIRD.read_text("utf-8"))
    assert old == of_schema(3, body=BODY)


def test_what_the_fourth_schema_wrote_is_still_read():
    old = Record.from_json(FOURTH.read_text("utf-8"))
    assert old == of_schema(4)
    assert [deadline for _, deadline in old.deadlines] == [old.deadline]


def test_what_the_fifth_schema_wrote_is_still_read_and_written_the_same():
    payload = GOLDEN.read_text("utf-8").rstrip("\n")
    old = Record.from_json(payload)
    assert old == full_record()
    assert old.to_json() == payload


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("file", [FIRST, SECOND, THIRD, FOURTH, GOLDEN], ids=lambda file: file.stem)
def test_what_each_schema_wrote_can_still_be_shown(layout, file):
    page = write_html(lay_out(Record.from_json(file.read_text("utf-8")), layout))
    for words in ("Half is done.", "Accepted in part", "Follows the response to", "Borchester"):
        assert words in page


def test_a_schema_that_is_not_known_is_refused():
    facts = json.loads(GOLDEN.read_text("utf-8")) | {"schema_version": 99}
    with pytest.raises(ValueError, match="schema 99"):
        Record.from_json(json.dumps(facts))


def test_the_owner_of_a_recommendation_stays_with_the_office():
    assert "owner" not in full_record().to_json()
