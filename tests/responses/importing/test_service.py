"""What the import writes, replaces and leaves alone."""

import datetime

import pytest
from django.utils import timezone

from recommendations.models import Assessment, Recommendation
from recommendations.partial_dates import parse as date
from recommendations.services import record_rating
from responses.importing import writing
from responses.importing.reading import ImportRefusedError, decode
from responses.models import Answer, NarrativeSection, Response
from responses.services import open_response
from tests.factories import AnswerFactory, InspectionReportFactory, PoliceForceFactory
from tests.responses.publishing import put_through

from .documents import FORM, STATEMENT, county_force, farm_report, import_text

pytestmark = pytest.mark.django_db

TEXT = "Date of response: 20 March 2026\n\nReply\n\nWe agree.\n\n- A van\n\n- A dog"
OTHER = "Second thoughts\n\nWe no longer agree."


@pytest.fixture
def force():
    return county_force()


@pytest.fixture
def report():
    return farm_report()


def headings(response):
    return [section.heading for section in response.sections.order_by("order")]


def everything(response):
    """All that a draft says, without the keys of its rows."""
    return [
        list(getattr(response, part).order_by("order").values_list(*names))
        for part, names in (
            ("fields", ("kind", "label", "value")),
            ("wordings", ("finding", "label", "text")),
            ("sections", ("kind", "voice", "level", "heading", "body")),
            ("signatories", ("name", "title", "website")),
        )
    ] + [response.title, response.layout, response.published_on]


def test_a_form_fills_every_part_of_the_draft(force, report):
    response = import_text(decode(FORM.read_bytes()), force=force, report=report).response
    response.refresh_from_db()
    assert (response.layout, response.status) == ("record", "draft")
    kinds = list(response.fields.order_by("order").values_list("kind", flat=True))
    assert kinds == [
        *("version", "force", "body", "chief_officer", "report_title", "report_date"),
        *("inspectorate", "summary", "grade", "recommendations"),
    ]
    assert response.fields.get(kind="inspectorate").value == (
        "<p>HMICFRS A lighthouse over three fields</p>"
    )
    assert response.fields.get(kind="summary").value.count("<p>") == 3
    assert [wording.finding.label for wording in response.wordings.order_by("order")] == list(
        "123456"
    )
    assert [section.level for section in response.sections.order_by("order")] == [1, 2, 2, 2, 1, 1]
    assert response.sections.get(voice="chief_officer").body.count("<p>") == 3
    assert Assessment.objects.filter(force=force).count() == 6


def test_a_statement_fills_title_date_sections_and_signature(force, report):
    response = import_text(decode(STATEMENT.read_bytes()), force=force, report=report).response
    response.refresh_from_db()
    assert response.layout == "statement"
    assert (response.published_on.iso, response.published_on.phrase) == ("2026-03", "March 2026")
    assert response.sections.count() == 7
    assert sum(section.body.count("<li><strong>") for section in response.sections.all()) == 6
    signatory = response.signatories.get()
    assert (signatory.name, signatory.website) == ("Jo Fenwick", "www.felpersham-pcc.example")


def test_the_report_keeps_its_own_words_and_date(force, report):
    before = list(Recommendation.objects.order_by("pk").values())
    outcome = import_text(decode(FORM.read_bytes()), force=force, report=report)
    assert outcome.response.wordings.count() == 6
    assert list(Recommendation.objects.order_by("pk").values()) == before
    report.refresh_from_db()
    assert report.published_on == date("3 February 2026")


def test_an_open_draft_without_text_takes_the_text(force, report):
    response = open_response(force=force, report=report, by=None, now=timezone.now())
    assert import_text(TEXT, force=force, report=report).response == response
    assert headings(response) == ["Reply"]


def test_a_draft_with_text_is_replaced_only_on_demand(force, report):
    response = import_text(TEXT, force=force, report=report).response
    with pytest.raises(ImportRefusedError, match="replaced only with --replace"):
        import_text(OTHER, force=force, report=report)
    assert headings(response) == ["Reply"]
    import_text(OTHER, force=force, report=report, replace=True)
    assert headings(response) == ["Second thoughts"]
    assert Response.objects.count() == 1


def test_a_draft_with_nothing_but_an_answer_has_text(force, report):
    response = open_response(force=force, report=report, by=None, now=timezone.now())
    AnswerFactory(response=response, findings=report.findings.all()[:1])
    with pytest.raises(ImportRefusedError, match="has text already"):
        import_text(TEXT, force=force, report=report)


@pytest.mark.parametrize("path", [FORM, STATEMENT], ids=["form", "statement"])
def test_the_same_file_twice_makes_the_same_draft(force, report, path):
    text = decode(path.read_bytes())
    first = everything(import_text(text, force=force, report=report).response)
    again = everything(import_text(text, force=force, report=report, replace=True).response)
    assert again == first


def test_a_published_response_gets_its_next_draft_and_stays_published(force, report):
    response = import_text(TEXT, force=force, report=report).response
    publication = put_through(response, now=timezone.now())
    outcome = import_text(OTHER, force=force, report=report)
    response.refresh_from_db()
    assert (outcome.response, response.status) == (response, "draft")
    assert headings(response) == ["Second thoughts"]
    assert "We agree." in response.publications.get().payload
    assert response.publications.get() == publication


def test_replacing_keeps_ratings(force, report):
    import_text(TEXT, force=force, report=report)
    rating = Assessment.objects.filter(force=force).first()
    record_rating(assessment=rating, by=None, now=timezone.now(), rag="red", reason="No van.")
    import_text(OTHER, force=force, report=report, replace=True)
    rating.refresh_from_db()
    assert (rating.rag, rating.changes.count()) == ("red", 1)
    assert Assessment.objects.filter(force=force).count() == 6


def test_answers_that_only_pointed_to_replaced_sections_are_removed_and_counted(force, report):
    response = import_text(TEXT, force=force, report=report).response
    findings = report.findings.order_by("order")
    section = NarrativeSection.objects.get()
    AnswerFactory(response=response, findings=findings[:2], action="", explained_in=section)
    own = AnswerFactory(response=response, findings=findings[2:3], explained_in=section)
    other = AnswerFactory(response=response, findings=findings[3:4], action="<p>A pond.</p>")
    outcome = import_text(OTHER, force=force, report=report, replace=True)
    assert set(Answer.objects.all()) == {own, other}
    own.refresh_from_db()
    assert own.explained_in is None
    lines = "\n".join(outcome.lines())
    assert "1 answer that only pointed to replaced sections: Recommendation 1 and" in lines
    assert "The pointer to a replaced section from 1 answer: Recommendation 3." in lines


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("", "20 March 2026", False),
        ("March 2026", "20 March 2026", True),
        ("1 April 2026", "20 March 2026", True),
        ("20 March 2026", "20 March 2026", False),
    ],
)
def test_the_documents_day_is_taken_and_a_change_is_told(force, report, before, after, said):
    open_response(
        force=force, report=report, by=None, now=timezone.now(), published_on=date(before)
    )
    outcome = import_text(TEXT, force=force, report=report)
    outcome.response.refresh_from_db()
    assert outcome.response.published_on == date(after)
    assert bool(outcome.notes) is said


def test_a_more_exact_day_stays(force, report):
    open_response(
        force=force, report=report, by=None, now=timezone.now(), published_on=date("9 March 2026")
    )
    outcome = import_text(TEXT.replace("20 March", "March"), force=force, report=report)
    outcome.response.refresh_from_db()
    assert outcome.response.published_on == date("9 March 2026")
    assert "stays 9 March 2026" in outcome.notes[0]


@pytest.mark.parametrize(
    ("before", "told"), [("", "is left blank."), ("9 March 2026", "stays 9 March 2026.")]
)
def test_a_day_to_come_is_not_taken(force, report, before, told):
    """The form of a response refuses it too."""
    open_response(
        force=force, report=report, by=None, now=timezone.now(), published_on=date(before)
    )
    outcome = import_text(
        TEXT.replace("20 March 2026", "25 December 2199"), force=force, report=report
    )
    outcome.response.refresh_from_db()
    assert outcome.response.published_on == date(before)
    day = "The document is dated 25 December 2199, a day to come"
    assert outcome.notes == (f"{day}: the day of the response {told}",)


def test_a_published_response_keeps_its_day(force, report):
    response = import_text(TEXT, force=force, report=report).response
    put_through(response, now=timezone.now())
    text = TEXT.replace("20 March", "30 July")
    outcome = import_text(text, force=force, report=report)
    response.refresh_from_db()
    assert response.published_on.latest == datetime.date(2026, 3, 20)
    assert "stays 20 March 2026" in outcome.notes[0]


def test_a_force_that_the_report_does_not_concern_is_refused(force):
    report = InspectionReportFactory(scope="named_forces")
    report.forces.add(PoliceForceFactory())
    with pytest.raises(ImportRefusedError, match="is not about"):
        import_text(TEXT, force=force, report=report)
    assert not Response.objects.exists()


def test_a_force_without_a_body_is_refused(report):
    with pytest.raises(ImportRefusedError, match="No local policing body"):
        import_text(TEXT, force=PoliceForceFactory(), report=report)
    assert not Response.objects.exists()


def test_a_report_that_another_response_answers_too_is_refused(force, report):
    lead = InspectionReportFactory()
    open_response(force=force, report=lead, by=None, now=timezone.now()).further_reports.add(report)
    with pytest.raises(ImportRefusedError, match="in another response"):
        import_text(TEXT, force=force, report=report)
    assert Response.objects.count() == 1


@pytest.mark.parametrize("path", [FORM, STATEMENT], ids=["form", "statement"])
def test_an_import_that_fails_half_way_leaves_everything_as_it_was(
    force, report, path, monkeypatch
):
    response = import_text(OTHER, force=force, report=report).response
    before = everything(response)
    monkeypatch.setattr(writing.NarrativeSection.objects, "create", _break)
    with pytest.raises(OSError, match="disk"):
        import_text(decode(path.read_bytes()), force=force, report=report, replace=True)
    response.refresh_from_db()
    assert everything(response) == before


def _break(**values):
    raise OSError("disk full")


def test_the_commissioner_of_london_is_the_chief_officer(report):
    force = county_force("ambridge", kind="mopac")
    text = "Commissioner's reply here\n\nWe agree.\n\nMayor's remarks on it\n\nSo do I."
    response = import_text("Answer on farms\n\n" + text, force=force, report=report).response
    voices = [section.voice for section in response.sections.order_by("order")]
    assert voices == ["chief_officer", "commissioner"]


def test_nothing_of_a_hostile_document_is_kept_but_its_words(force, report):
    text = (
        "Reply\n\nWe **agree** with it <img src=x onerror=y()> and <b onclick=x()>say</b> so.\n\n"
        "- [here](javascript:x), [too](data:text/html,x) and [there](https://a.example)"
    )
    [section] = import_text(text, force=force, report=report).response.sections.all()
    section.refresh_from_db()
    assert section.body == (
        "<p>We <strong>agree</strong> with it and <strong>say</strong> so.</p>"
        '<ul><li>here, too and <a href="https://a.example" rel="noopener">there</a></li></ul>'
    )
