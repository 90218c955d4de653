"""Ratings by spreadsheet: exported, edited, looked at with each fault at its cell, recorded."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from forces.models import Membership, Role
from recommendations.admin import plans
from recommendations.models import Assessment, AssessmentChange
from recommendations.partial_dates import parse
from recommendations.services import record_rating
from recommendations.sheets.reading import MOST_UNPACKED
from tests.admin_client import signed_in
from tests.factories import (
    AssessmentFactory,
    InspectionReportFactory,
    PoliceForceFactory,
    RecommendationFactory,
)
from tests.html_form import form_data
from tests.recommendations.spreadsheets import (
    HEADINGS,
    bomb,
    edited,
    rows_of_csv,
    to_csv,
    workbook,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/recommendations/assessment/"
IMPORT, CONFIRM = f"{LIST}import/", f"{LIST}together/confirm/"
DAY = datetime.date(2026, 5, 20)


@pytest.fixture
def ratings():
    force = PoliceForceFactory(short_name="Ambridge")
    report = InspectionReportFactory(slug="villages")
    findings = [RecommendationFactory(report=report, label=f"7.{n}") for n in (1, 10, 2)]
    made = [AssessmentFactory(force=force, recommendation=finding) for finding in findings]
    said = {"rag": "red", "reason": "The fence fell.\nTwice.", "progress": "in_progress"}
    said |= {"owner": "Head of Cows", "expected_on": parse("December 2026")}
    said |= {"assurance": "force_says", "assured_on": DAY, "true_on": DAY}
    record_rating(assessment=made[0], by=None, now=timezone.now(), **said)
    return made


@pytest.fixture
def editor(ratings):
    return signed_in(Role.EDITOR, force=ratings[0].force)


@pytest.fixture(params=["xlsx", "csv"])
def kind(request):
    return request.param


def exported(client, kind="xlsx", query=""):
    return client.get(f"{LIST}export.{kind}{query}").content


def sent(client, content, kind="xlsx", name=""):
    file = SimpleUploadedFile(name or f"ratings.{kind}", content)
    return client.post(IMPORT, {"sheet": file})


def faults(shown):
    assert "signed" not in form_data(shown)
    return [(one.where, one.heading, one.message) for one in shown.context["cells"]]


def error(shown):
    return str(shown.context["form"].errors["sheet"])


def confirm(client, shown):
    return client.post(CONFIRM, {"signed": form_data(shown)["signed"]})


def test_an_export_holds_the_headings_and_each_listed_rating(ratings, editor):
    rows = rows_of_csv(exported(editor, "csv"))
    assert rows[0] == HEADINGS
    assert [row[2] for row in rows[1:]] == ["7.1", "7.10", "7.2"]
    subject = ratings[0].recommendation.subject
    assert rows[1][:8] == [
        *("Ambridge", "villages", "7.1", subject, "Red", "The fence fell.\nTwice."),
        *("In progress", "Head of Cows"),
    ]
    assert rows[1][8:13] == ["December 2026", "", "2026-05-20", "The force says so", "2026-05-20"]


def test_an_export_follows_the_filters_of_the_list(editor):
    assert len(rows_of_csv(exported(editor, "csv", "?rag__exact=red"))) == 2
    assert len(rows_of_csv(exported(editor, "csv", "?q=nothing+like+it"))) == 1


def test_an_export_holds_no_rating_of_another_force(editor):
    AssessmentFactory(force__short_name="Felpersham")
    assert b"Felpersham" not in exported(editor, "csv")


def test_what_was_exported_and_not_edited_changes_nothing(editor, kind):
    shown = sent(editor, exported(editor, kind), kind)
    assert "Nothing in this file differs" in error(shown)


def test_what_was_edited_is_looked_at_and_recorded(ratings, editor, kind):
    changes = {
        (2, "RAG"): "green",
        (2, "Reason"): "",
        (3, "RAG"): "Amber",
        (3, "Owner"): "Head of Hens",
        (3, "Expected to close"): "1 May 2027",
        (3, "Expected, in words"): "by harvest",
        (3, "Assurance"): "The office has checked",
        (3, "Assured on"): "20 May 2026",
        (3, "Reviewed on"): "21.5.2026",
    }
    shown = sent(editor, edited(exported(editor, kind), changes, kind), kind)
    assert [row["rating"] for row in shown.context["rows"]] == ratings[:2]
    assert AssessmentChange.objects.count() == 1
    assert confirm(editor, shown).status_code == 302
    for rating in ratings:
        rating.refresh_from_db()
    assert (ratings[0].rag, ratings[0].reason) == ("green", "")
    assert ratings[0].reviewed_on == timezone.localdate()
    assert (ratings[1].rag, ratings[1].owner) == ("amber", "Head of Hens")
    assert str(ratings[1].expected_on) == "by harvest (1 May 2027)"
    assert (ratings[1].assurance, ratings[1].assured_on) == ("office_checked", DAY)
    assert ratings[1].reviewed_on == datetime.date(2026, 5, 21)
    assert not ratings[2].changes.exists()
    assert ratings[1].changes.get().recorded_by == editor.user


def test_another_owner_alone_is_no_review(ratings, editor):
    changes = {(2, "Owner"): "Head of Hens", (3, "Owner"): "Head of Hens"}
    confirm(editor, sent(editor, edited(exported(editor), changes)))
    said = Assessment.objects.order_by("pk").values_list("owner", "reviewed_on")
    assert list(said) == [("Head of Hens", DAY), ("Head of Hens", None), ("", None)]


def test_days_of_a_workbook_are_days(ratings, editor):
    changes = {(2, "Assured on"): datetime.date(2026, 5, 22)}
    confirm(editor, sent(editor, edited(exported(editor), changes)))
    ratings[0].refresh_from_db()
    assert ratings[0].assured_on == datetime.date(2026, 5, 22)


@pytest.mark.parametrize("text", ["=SUM(A1:A9)", "+44 1632 960000", "-5 staff", "@mention"])
def test_text_that_looks_like_a_formula_goes_out_escaped_and_comes_back(
    ratings, editor, kind, text
):
    record_rating(assessment=ratings[0], by=None, now=timezone.now(), owner=text)
    content = exported(editor, kind)
    if kind == "csv":
        assert rows_of_csv(content)[1][7] == f"'{text}"
    assert "Nothing in this file differs" in error(sent(editor, content, kind))


def test_a_line_break_of_word_goes_out_and_makes_no_change_when_it_comes_back(
    ratings, editor, kind
):
    record_rating(assessment=ratings[0], by=None, now=timezone.now(), owner="Cows\x0band hens")
    assert "Nothing in this file differs" in error(sent(editor, exported(editor, kind), kind))


FAULTS = {
    "formula": ({(2, "Owner"): "=1+1"}, "row 2, column H", "Owner", "This is a formula"),
    "rag": ({(3, "RAG"): "Purple"}, "row 3, column E", "RAG", "“Purple” is none of these"),
    "no rag": ({(3, "RAG"): ""}, "row 3, column E", "RAG", "Write one of"),
    "reason": ({(3, "RAG"): "Red"}, "row 3, column F", "Reason", "Give the reason"),
    "date": ({(2, "Expected to close"): "soon"}, "row 2, column I", "Expected to close", "no"),
    "words": (
        {(2, "Expected to close"): "1 May 2027", (2, "Expected, in words"): "by June 2027"},
        "row 2, column I",
        "Expected to close",
        "The words name another month than the date, 1 May 2027.",
    ),
    "day": ({(2, "Reviewed on"): "May 2026"}, "row 2, column K", "Reviewed on", "not a day"),
    "future": ({(2, "Reviewed on"): "1 May 2199"}, "row 2, column K", "Reviewed on", "not come"),
    "early": (
        {(2, "Reviewed on"): "14 April 2026"},
        "row 2, column K",
        "Reviewed on",
        "before the",
    ),
    "assurance": ({(3, "Assurance"): "The force says so"}, "row 3, column M", "Assured on", "Give"),
    "long": ({(3, "Owner"): "x" * 121}, "row 3, column H", "Owner", "longer than 120"),
    "force": ({(2, "Force"): "Nowhere"}, "row 2, column A", "Force", "No force of yours"),
    "report": ({(2, "Report"): "nothing"}, "row 2, column C", "Number", "has no rating"),
    "number": ({(3, "Number"): "99"}, "row 3, column C", "Number", "has no rating"),
    "mangled": ({(3, "Number"): "7.1"}, "row 3, column D", "Subject", "change the number"),
    "mark": ({(2, "As exported"): "me"}, "row 2, column N", "As exported", "not to be changed"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_told_at_its_row_and_column_and_nothing_is_written(editor, kind, name):
    changes, where, heading, message = FAULTS[name]
    changes = changes | {(4, "RAG"): "Amber"}
    found = faults(sent(editor, edited(exported(editor, kind), changes, kind), kind))
    assert [one[:2] for one in found] == [(where, heading)]
    assert message in found[0][2]
    assert AssessmentChange.objects.count() == 1


def test_a_cell_under_no_heading_is_a_fault(editor):
    first, second, *others = rows_of_csv(exported(editor, "csv"))
    content = to_csv([first, [*second, "", "A remark"], *others])
    [(where, heading, message)] = faults(sent(editor, content, "csv"))
    assert (where, heading) == ("row 2, column P", "")
    assert "No heading stands over “A remark”" in message


def test_several_faults_are_told_at_once(editor):
    changes = {(2, "RAG"): "Purple", (2, "Owner"): "=1+1", (4, "RAG"): "Red"}
    found = faults(sent(editor, edited(exported(editor), changes)))
    places = ["row 2, column E", "row 2, column H", "row 4, column F"]
    assert [where for where, _, _ in found] == places


def test_a_row_that_stands_twice_is_told(editor):
    rows = rows_of_csv(exported(editor, "csv"))
    found = faults(sent(editor, to_csv([*rows, rows[1]]), "csv"))
    assert found == [("row 5, column C", "Number", "This is the same recommendation as in row 2.")]


def test_a_force_that_is_not_mine_is_told_as_one_that_nobody_knows(ratings, editor):
    theirs = AssessmentFactory(force__short_name="Felpersham", recommendation__label="1")
    report = theirs.recommendation.report.slug
    messages = []
    for name in ("Felpersham", "Nowhere-at-all"):
        changes = {(2, "Force"): name, (2, "Report"): report, (2, "Number"): "1"}
        changes[2, "Subject"] = theirs.recommendation.subject
        ((where, heading, message),) = faults(sent(editor, edited(exported(editor), changes)))
        messages.append((where, heading, message.replace(name, "…")))
    assert messages[0] == messages[1]
    assert not theirs.changes.exists()


def test_a_force_that_i_only_read_is_refused_where_something_changes(ratings, editor):
    theirs = AssessmentFactory(force__short_name="Felpersham", force__name="Felpersham Police")
    Membership.objects.create(user=editor.user, force=theirs.force, role=Role.APPROVER)
    content = exported(editor, "csv")
    rows = rows_of_csv(content)
    row = next(number for number, one in enumerate(rows, start=1) if one[0] == "Felpersham")
    found = faults(sent(editor, edited(content, {(row, "RAG"): "Green"}, "csv"), "csv"))
    assert found == [
        (
            *(f"row {row}, column A", "Force"),
            "You do not rate for Felpersham Police, so this stays as it is.",
        )
    ]
    mine = next(number for number, one in enumerate(rows, start=1) if one[2] == "7.2")
    shown = sent(editor, edited(content, {(mine, "RAG"): "Green"}, "csv"), "csv")
    assert [one["rating"] for one in shown.context["rows"]] == [ratings[2]]


@pytest.mark.parametrize(
    ("headings", "where", "message"),
    [
        ([*HEADINGS[:4], "Colour", *HEADINGS[5:]], "row 1, column E", "“Colour”"),
        (HEADINGS[:-1], "row 1", "As exported"),
        ([*HEADINGS, "Owner"], "row 1, column O", "stands here twice"),
        (["Red", "Amber"], "row 1, column A", "“Red”"),
    ],
)
def test_wrong_headings_are_told_with_their_place(editor, kind, headings, where, message):
    write = to_csv if kind == "csv" else workbook
    found = faults(sent(editor, write([headings, ["x"] * len(headings)]), kind))
    assert found[0][0] == where
    assert message in found[0][2]


def test_the_order_of_the_columns_does_not_matter(ratings, editor):
    rows = rows_of_csv(edited(exported(editor, "csv"), {(3, "RAG"): "Amber"}, "csv"))
    shown = sent(editor, to_csv([row[::-1] for row in rows]), "csv")
    assert confirm(editor, shown).status_code == 302
    assert Assessment.objects.get(pk=ratings[1].pk).rag == "amber"


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (to_csv([HEADINGS]), "ratings.xlsx", "not what its name says"),
        (workbook([HEADINGS]), "ratings.csv", "not what its name says"),
        (workbook([HEADINGS]), "ratings.ods", "neither .xlsx nor .csv"),
        (bomb(MOST_UNPACKED // 1024 // 1024 + 20), "ratings.xlsx", "larger than 30 MB"),
        (to_csv([["Ambridge"]] * 100_000), "ratings.csv", "more than 2,000 rows"),
        (b"", "ratings.xlsx", "not what its name says"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_at_its_field(editor, content, name, message):
    assert message in error(sent(editor, content, name=name))


def test_no_file_is_said_at_the_field(editor):
    assert "required" in error(editor.post(IMPORT, {}))


def test_two_hundred_megabytes_are_refused_unread_with_what_is_allowed(editor):
    file = SimpleUploadedFile("ratings.xlsx", b"x")
    answer = editor.post(IMPORT, {"sheet": file}, CONTENT_LENGTH=str(200 * 1024 * 1024))
    assert answer.status_code == 413
    assert "at most 5 MB" in answer.content.decode()


def test_what_somebody_else_changed_since_the_export_is_kept(ratings, editor):
    content = edited(exported(editor), {(2, "Owner"): "Head of Hens"})
    record_rating(assessment=ratings[0], by=None, now=timezone.now(), rag="amber")
    record_rating(assessment=ratings[2], by=None, now=timezone.now(), rag="green")
    assert confirm(editor, sent(editor, content)).status_code == 302
    said = Assessment.objects.values_list("rag", "owner")
    assert said.get(pk=ratings[0].pk) == ("amber", "Head of Hens")
    assert said.get(pk=ratings[2].pk) == ("green", "")


def test_what_both_changed_since_the_export_is_told_at_its_cell(ratings, editor):
    content = edited(exported(editor), {(2, "RAG"): "Green"})
    record_rating(assessment=ratings[0], by=None, now=timezone.now(), rag="amber")
    ((where, heading, message),) = faults(sent(editor, content))
    assert (where, heading) == ("row 2, column E", "RAG")
    assert "it is now “Amber”" in message


def test_what_changed_since_the_look_is_refused_and_shown_again(ratings, editor):
    shown = sent(editor, edited(exported(editor), {(2, "RAG"): "Green", (4, "RAG"): "Amber"}))
    record_rating(assessment=ratings[0], by=None, now=timezone.now(), owner="Somebody else")
    again = confirm(editor, shown)
    assert "somebody else changed" in " ".join(str(one) for one in again.context["messages"])
    assert AssessmentChange.objects.count() == 2
    assert confirm(editor, again).status_code == 302
    ratings[0].refresh_from_db()
    assert (ratings[0].rag, ratings[0].owner) == ("green", "Somebody else")


@pytest.mark.parametrize("limit", ["MOST_CHANGED", "MOST_SIGNED"])
def test_more_than_is_recorded_at_once_is_said_and_changes_nothing(editor, monkeypatch, limit):
    monkeypatch.setattr(plans, limit, 1)
    content = edited(exported(editor), {(2, "RAG"): "Green", (3, "RAG"): "Amber"})
    answer = sent(editor, content)
    shown = editor.get(answer.url)
    assert "too much at once" in " ".join(str(one) for one in shown.context["messages"])
    assert AssessmentChange.objects.count() == 1


@pytest.mark.parametrize("role", [Role.APPROVER, Role.LIAISON])
def test_who_only_reads_exports_and_imports_nothing(ratings, role):
    reader = signed_in(role, force=ratings[0].force)
    content = exported(reader, "csv")
    assert len(rows_of_csv(content)) == 4
    assert sent(reader, content, "csv").status_code == 403


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_an_export_and_an_import_ask_as_often_for_three_ratings_as_for_one(
    ratings, editor, ending, django_assert_num_queries, django_assert_max_num_queries
):
    def ask(query, row):
        content = exported(editor, ending, query)
        changes = {(n, "Owner"): f"Head {n}" for n in range(2, row + 1)}
        assert sent(editor, edited(content, changes, ending), ending).status_code == 200

    red = "?rag__exact=red"
    ask(red, 2)
    with django_assert_max_num_queries(25) as asked:
        ask(red, 2)
    with django_assert_num_queries(len(asked)):
        ask("", 4)
