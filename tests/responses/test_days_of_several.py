"""The days of a response to several reports: each report's own, and by name the one that binds."""

import dataclasses
import datetime

import pytest

from forces.models import Role
from recommendations.deadlines import judge_report
from recommendations.partial_dates import PartialDate, parse
from responses.duty import Point, State, check
from responses.models import Response
from responses.presenters.compliance import compliance
from responses.publishing import record
from responses.publishing.blocks import FormRows
from responses.publishing.build import build_record
from responses.publishing.changes import changes
from responses.publishing.layouts import LAYOUTS, lay_out
from responses.publishing.layouts.days import published_words
from tests.admin_client import page, signed_in
from tests.factories import InspectionReportFactory, ResponseFactory

from .publishing import put_through
from .records import REPORT, make_record

ANSWERED = "20 November 2026"
MAY_BE = "between day 52 and day 81, may or may not be in time"
NOW = datetime.datetime(2026, 12, 1, 12, tzinfo=datetime.UTC)
ON = NOW.date()
LATER = datetime.date(2027, 2, 1)


def report(name, day):
    slug = name.lower().replace(" ", "-")
    facts = {"title": f"On {name}", "short_title": name, "slug": slug, "published_on": parse(day)}
    return dataclasses.replace(REPORT, **facts)


def deadline(of, answered, slug):
    judged = judge_report(report_on=of.published_on, answered_on=parse(answered))
    last = PartialDate.of(judged.last_day) if judged.last_day else parse("")
    days = (judged.first_possible, judged.last_possible)
    return record.Deadline(str(judged.outcome.value), last, *days, judged.why, "section_55", slug)


RURAL = report("Rural", "20 November 2026")
LATE = report("Late report", "1 September 2026")
MONTH = report("Month report", "September 2026")
VAGUE = report("Vague report", "")


def answering(further, *, answered=ANSWERED, binds=True):
    """Return a Record that answers RURAL, and `further` with it, which binds or does not."""
    ours, theirs = deadline(RURAL, answered, ""), deadline(further, answered, further.slug)
    bound, other = (theirs, ours) if binds else (ours, theirs)
    return make_record(
        report=RURAL,
        further_reports=(further,),
        deadline=bound,
        other_deadlines=(other,),
        published_on=parse(answered),
    )


def facts(made, layout="statement"):
    return {row.label: row.text for row in lay_out(made, layout)[0].rows}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_facts_name_the_report_of_each_day(layout):
    rows = facts(answering(LATE), layout)
    assert rows["Reports published"] == "“Rural”: 20 November 2026; “Late report”: 1 September 2026"
    assert rows["Last day to answer"] == "26 October 2026 (day 56), for “Late report”"
    assert rows["Response published"] == (
        "20 November 2026: day 1, in time for “Rural”; day 81, 25 days late for “Late report”"
    )
    assert rows["How the days are counted for “Rural”"] == (
        "20 November 2026 is day 1; the last day is 14 January 2027, day 56; "
        "20 November 2026 is day 1: in time."
    )
    assert rows["How the days are counted for “Late report”"].endswith("day 81: 25 days late.")
    assert "How the days are counted" not in rows


@pytest.mark.parametrize(
    ("further", "told"),
    [
        (VAGUE, "day 1, in time for “Rural”; for “Vague report” the days cannot be counted"),
        (MONTH, f"day 1, in time for “Rural”; {MAY_BE} for “Month report”"),
    ],
)
def test_it_is_in_time_only_where_each_report_is(further, told):
    made = answering(further)
    assert facts(made)["Response published"] == f"{ANSWERED}: {told}"
    assert published_words(made) == f"Published {ANSWERED}: {told}"
    assert facts(made)["Last day to answer"].startswith(f"For “{further.short_title}”: The ")
    (time,) = (one for one in check(made, on=ON).items if one.point == Point.IN_TIME)
    assert time.state == State.NOT_KNOWN


@pytest.mark.parametrize("binds", [True, False])
def test_a_day_too_vague_for_one_report_is_a_gap_whatever_another_report_says(binds):
    month = report("Other report", "November 2026")
    made = answering(month, answered="January 2027", binds=binds)
    (time,) = (one for one in check(made, on=LATER).items if one.point == Point.IN_TIME)
    told = ["The day of the response is too vague to show that it was in time"]
    assert [gap.words for gap in time.gaps] == told
    given = dataclasses.replace(made, late_reason="We waited for the force.")
    (time,) = (one for one in check(given, on=LATER).items if one.point == Point.IN_TIME)
    assert time.words.endswith("The reason given: We waited for the force.")
    assert (time.state, time.gaps) == (State.NOT_KNOWN, ())


def test_a_reason_for_what_may_be_late_is_told_where_the_report_has_a_month_alone():
    bound = deadline(MONTH, "10 November 2026", "")
    made = make_record(
        report=MONTH,
        deadline=bound,
        published_on=parse("10 November 2026"),
        late_reason="We waited for the force.",
    )
    (time,) = (one for one in check(made, on=ON).items if one.point == Point.IN_TIME)
    assert "The reason given: We waited for the force." in time.words
    assert facts(made)["Reason for lateness"] == "We waited for the force."


def test_the_form_gives_the_title_and_the_day_of_each_report():
    (form,) = (block for block in lay_out(answering(LATE), "record") if isinstance(block, FormRows))
    rows = {row.label: row.text for row in form.rows}
    assert rows["Title of the report"] == "On Rural; On Late report"
    assert rows["Published"] == "“Rural”: 20 November 2026; “Late report”: 1 September 2026"
    assert rows["Inspectorate"] == "HMICFRS"


def test_a_report_that_asks_for_nothing_by_a_day_says_so():
    none = record.Deadline("not_judged", rule="none", report_slug=LATE.slug)
    made = dataclasses.replace(answering(LATE, binds=False), other_deadlines=(none,))
    assert facts(made)["Response published"].endswith("; for “Late report” not judged")


def test_an_older_schema_says_what_it_knows_of_the_report_that_binds():
    rows = facts(dataclasses.replace(answering(LATE), other_deadlines=()))
    told = "20 November 2026: day 81, 25 days late for “Late report”"
    assert rows["Response published"] == told
    assert "How the days are counted for “Rural”" not in rows


def test_the_checklist_and_the_compliance_record_have_a_line_for_each_report():
    made = answering(LATE)
    checklist = check(made, on=ON)
    (time,) = (one for one in checklist.items if one.point == Point.IN_TIME)
    assert [line.split(": ")[0] for line in time.lines] == ["For “Rural”", "For “Late report”"]
    assert [gap.words for gap in time.gaps] == ["The reason for lateness is not given"]
    blocks = compliance(made, checklist, on=ON, state="Draft", is_published=False, done=())
    points = [point for row in blocks[-1].rows for entry in row for point in entry.points]
    assert set(time.lines) < set(points)


def test_what_is_due_today_names_the_report_that_is_due():
    (time,) = (one for one in check(answering(LATE, answered=""), on=ON).items if one.lines)
    assert time.words == "Today is day 92 of 56, 36 days late, for “Late report”."


def test_a_deadline_that_does_not_bind_does_not_change_in_silence():
    before, after = answering(LATE), answering(LATE)
    other = dataclasses.replace(before.other_deadlines[0], last_day=parse("1 February 2027"))
    after = dataclasses.replace(after, other_deadlines=(other,))
    (change,) = changes(before, after).facts
    assert change.name == "How the days are counted for “Rural”"


@pytest.fixture
def response():
    """A response of 20 November 2026 to “Rural” and, with it, to an older report."""
    response = ResponseFactory(
        report__published_on=RURAL.published_on,
        report__short_title="Rural",
        published_on=parse(ANSWERED),
    )
    older = InspectionReportFactory(published_on=LATE.published_on, short_title="Late report")
    response.further_reports.add(older)
    return response


@pytest.mark.django_db
def test_a_record_holds_the_deadline_of_each_report_drafted_or_published(response):
    published = record.Record.from_json(put_through(response, now=NOW).payload)
    for made in (build_record(response, on=ON), published):
        held = {report.short_title: deadline.outcome for report, deadline in made.deadlines}
        assert held == {"Rural": "in_time", "Late report": "late"}
        assert made.deadline.report_slug == made.further_reports[0].slug


@pytest.mark.django_db
def test_the_head_of_its_page_names_the_report_of_its_last_day_and_each_day(response):
    editor = signed_in(Role.EDITOR, force=response.force)
    shown = editor.get(page(Response, "change", response.pk)).content.decode()
    for words in (
        "26 October 2026, for “Late report”",
        f"{response.report.title} (published: 20 November 2026)",
        "(published: 1 September 2026)",
        "<li>For “Rural”: 20 November 2026 is day 1; ",
    ):
        assert words in shown
