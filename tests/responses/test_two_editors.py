"""Two people edit one response: both are heard, and neither undoes the other unsaid."""

import pytest
from django.utils.html import escape

from forces.models import Role
from responses.models import Response
from tests.admin_client import page, signed_in
from tests.factories import (
    AnswerFactory,
    InspectionReportFactory,
    LabelledFieldFactory,
    NarrativeSectionFactory,
    RecommendationFactory,
    ResponseFactory,
    SignatoryFactory,
)
from tests.html_form import errors, form_data, with_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def response():
    """A response with two of everything, its first answer in its first section."""
    response = ResponseFactory(title="A title")
    findings = [RecommendationFactory(report=response.report, order=n) for n in range(4)]
    sections = [NarrativeSectionFactory(response=response, order=n) for n in range(2)]
    for number, section in enumerate(sections):
        AnswerFactory(
            response=response,
            findings=[findings[number]],
            explained_in=section,
            order=number,
            action=f"<p>Action {number}</p>",
        )
        SignatoryFactory(response=response, order=number)
        LabelledFieldFactory(response=response, order=number)
        response.wordings.create(finding=findings[number], text="<p>As printed.</p>", order=number)
    return response


@pytest.fixture
def change(response):
    return page(Response, "change", response.pk)


@pytest.fixture
def mine(response, change):
    """The page as one editor opened it: what they would post, and a function that posts it."""
    return Opened(signed_in(Role.EDITOR, force=response.force), change)


@pytest.fixture
def theirs(response, change):
    return Opened(signed_in(Role.EDITOR, force=response.force), change)


class Opened:
    """The page of a response, as somebody opened it."""

    def __init__(self, client, change):
        self.client, self.change = client, change
        self.data = form_data(client.get(change))

    def save(self, typed=(), **more):
        """Type into the page and save it; what comes back is the page from then on."""
        self.data |= dict(typed) | more
        answer = self.client.post(self.change, self.data)
        if answer.status_code == 200:
            self.data = form_data(answer)
        return answer


def error_at(answer, name):
    """What the page says at the control `name`, such as "sections-0-body"."""
    prefix, _, field = name.rpartition("-")
    forms = [answer.context["adminform"].form]
    for inline in answer.context["inline_admin_formsets"]:
        forms += inline.formset.forms
    (form,) = [form for form in forms if (form.prefix or "") == prefix]
    return str(form.errors.get(field, ""))


def values(response):
    """All that the response and its parts hold, with the keys of what they point to."""
    response = Response.objects.get(pk=response.pk)
    parts = [response.sections, response.signatories, response.fields, response.wordings]
    rows = [list(part.order_by("pk").values()) for part in parts]
    answers = response.answers.order_by("pk")
    findings = [list(answer.findings.order_by("pk").values_list("pk")) for answer in answers]
    own = {name: value for name, value in vars(response).items() if not name.startswith("_")}
    further = list(response.further_reports.values_list("pk"))
    return [own, further, rows, list(answers.values()), findings]


# A control of each kind; what a colleague and I type into it; how theirs reads as it is now.
EVERY_KIND = [
    ("title", "Theirs & co", "Mine", "Theirs &amp; co"),
    ("published_on_date", "May 2026", "2 May 2026", "May 2026"),
    ("sections-0-body", "<p>Theirs <em>now</em></p>", "<p>Mine</p>", "<p>Theirs <em>now</em></p>"),
    ("sections-0-kind", "overall", "theme", "Overall view"),
    ("sections-1-order", "5", "6", "5"),
    ("answers-0-position", "accepted", "not_accepted", "Accepted"),
    ("answers-1-why_none", "<p>Not ours.</p>", "<p>No.</p>", "<p>Not ours.</p>"),
    ("signatories-1-name", "T. Heirs", "M. Ine", "T. Heirs"),
    ("fields-0-value", "", "<p>Mine</p>", "Blank"),
    ("wordings-0-label", "3a", "3b", "3a"),
]
THEIRS = {name: theirs for name, theirs, *_ in EVERY_KIND}
MINE = {name: mine for name, _, mine, _ in EVERY_KIND}


def test_what_i_left_alone_stays_as_a_colleague_saved_it(response, mine, theirs):
    before = values(response)
    assert theirs.save(THEIRS).status_code == 302
    after = values(response)
    assert after != before
    assert mine.save().status_code == 302
    assert values(response) == after


def test_what_both_changed_is_refused_at_its_field_with_both_versions(response, mine, theirs):
    assert theirs.save(THEIRS).status_code == 302
    after = values(response)
    refused = mine.save(MINE)
    for name, _, typed, now in EVERY_KIND:
        said = error_at(refused, name.removesuffix("_date"))
        assert "Somebody else changed this while your page was open" in said, name
        assert f"<dt>As it is now</dt><dd>{now}</dd>" in said
        assert "<dt>What you typed</dt>" in said
        assert mine.data[name] == typed
    assert errors(refused).count("Somebody else") == len(EVERY_KIND)
    assert values(response) == after
    assert mine.save().status_code == 302
    now = form_data(mine.client.get(mine.change))
    assert {name: now[name] for name in MINE} == MINE


def test_what_i_typed_is_shown_as_it_reads_and_without_what_is_unsafe(mine, theirs):
    theirs.save({"sections-0-body": "<p>Theirs</p>"})
    refused = mine.save(
        {"sections-0-body": "<p>One</p><script>alert(1)</script><p onclick='x'><b>Two</b></p>"}
    )
    said = error_at(refused, "sections-0-body")
    assert "<dt>What you typed</dt><dd><p>One</p><p><strong>Two</strong></p></dd>" in said
    assert "<script>alert" not in refused.content.decode()


def test_recommendations_that_both_chose_are_named(response, mine, theirs):
    names = [escape(str(one)) for one in response.report.findings.order_by("order")]
    keys = [str(one.pk) for one in response.report.findings.order_by("order")]
    theirs.save({"answers-0-findings": [keys[0], keys[2]]})
    refused = mine.save({"answers-0-findings": [keys[3]]})
    said = error_at(refused, "answers-0-findings")
    assert f"<dt>As it is now</dt><dd>{names[0]}<br>{names[2]}</dd>" in said
    assert f"<dt>What you typed</dt><dd>{names[3]}</dd>" in said
    assert mine.data["answers-0-findings"] == [keys[3]]
    assert mine.save().status_code == 302
    answer = response.answers.order_by("order")[0]
    assert [str(finding.pk) for finding in answer.findings.all()] == [keys[3]]


def test_the_section_that_explains_is_named(response, mine, theirs):
    first, second = response.sections.order_by("order")
    theirs.save({"answers-0-explained_in": str(second.pk)})
    refused = mine.save({"answers-0-explained_in": ""})
    said = error_at(refused, "answers-0-explained_in")
    assert f"<dt>As it is now</dt><dd>{second.heading}</dd>" in said
    assert "<dt>What you typed</dt><dd>Blank</dd>" in said
    assert first.heading not in said


def test_a_third_change_is_refused_again(response, mine, theirs):
    theirs.save({"title": "Theirs"})
    assert mine.save({"title": "Mine"}).status_code == 200
    theirs.data = form_data(theirs.client.get(theirs.change))
    theirs.save({"title": "Theirs again"})
    refused = mine.save()
    assert "<dd>Theirs again</dd>" in error_at(refused, "title")
    assert mine.save().status_code == 302
    response.refresh_from_db()
    assert response.title == "Mine"


def test_a_date_that_is_none_is_told_together_with_the_clash(mine, theirs):
    theirs.save({"published_on_date": "May 2026"})
    refused = mine.save({"published_on_date": "31 June 2026"})
    said = error_at(refused, "published_on")
    assert "is not a date" in said
    assert "<dd>May 2026</dd>" in said
    assert "<dd>31 June 2026</dd>" in said


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"sections-0-body": "<p>Theirs</p>"}, {"sections-1-body": "<p>Mine</p>"}),
        ({"sections-0-body": "<p>Theirs</p>"}, {"sections-0-heading": "Mine"}),
        ({"answers-0-action": "<p>Theirs</p>"}, {"answers-1-action": "<p>Mine</p>"}),
        ({"answers-0-position": "accepted"}, {"answers-0-action": "<p>Mine</p>"}),
        ({"title": "Theirs"}, {"sections-0-body": "<p>Mine</p>"}),
        ({"signatories-0-name": "T. Heirs"}, {"title": "Mine"}),
        ({"published_on_date": "May 2026"}, {"late_reason": "Mine"}),
        ({"fields-1-label": "Theirs"}, {"wordings-1-text": "<p>Mine</p>"}),
    ],
)
def test_disjoint_changes_both_stand(mine, theirs, first, second):
    assert theirs.save(first).status_code == 302
    assert mine.save(second).status_code == 302
    now = form_data(mine.client.get(mine.change))
    assert {name: now[name] for name in first | second} == first | second


def test_further_reports_that_a_colleague_chose_stay(response, mine, theirs):
    further = InspectionReportFactory()
    theirs.save({"further_reports": [str(further.pk)]})
    assert mine.save({"title": "Mine"}).status_code == 302
    assert response.further_reports.get() == further


def test_what_both_changed_alike_is_no_clash(response, mine, theirs):
    typed = {"title": "The same", "sections-0-body": "<p>The <b>same</b></p>"}
    typed |= {"published_on_date": "1 May 2026"}
    assert theirs.save(typed).status_code == 302
    typed |= {"sections-0-body": "<p>The <strong>same</strong></p>"}
    typed |= {"published_on_date": "2026-05-01"}
    assert mine.save(typed).status_code == 302
    response.refresh_from_db()
    assert (response.title, response.published_on.words) == ("The same", "1 May 2026")


def test_line_ends_as_browsers_send_them_are_no_change(response, change, theirs):
    response.sections.update(body="<p>One</p>\n<p>two\nthree</p>")
    mine = Opened(signed_in(Role.EDITOR, force=response.force), change)
    sent = {name: str(value).replace("\n", "\r\n") for name, value in mine.data.items()}
    theirs.data = dict(mine.data)
    theirs.save({"sections-0-body": "<p>Theirs</p>"})
    assert mine.save({"sections-0-body": sent["sections-0-body"]}).status_code == 302
    assert [s.body for s in response.sections.order_by("order")] == [
        "<p>Theirs</p>",
        "<p>One</p>\n<p>two\nthree</p>",
    ]


def test_a_page_that_is_refused_for_another_reason_takes_up_what_a_colleague_saved(
    response, mine, theirs
):
    theirs.save({"sections-0-body": "<p>Theirs</p>", "sections-1-heading": "Theirs"})
    refused = mine.save({"published_on_date": "nonsense"})
    assert "is not a date" in errors(refused)
    assert "Somebody else" not in errors(refused)
    assert mine.data["sections-0-body"] == "<p>Theirs</p>"
    assert mine.save({"published_on_date": ""}).status_code == 302
    assert response.sections.order_by("order")[0].body == "<p>Theirs</p>"


@pytest.mark.parametrize("shown", [None, "", "nonsense", "body=1&body=%00&=", "%" * 5000])
def test_a_page_that_does_not_say_what_it_showed_undoes_nothing(response, mine, theirs, shown):
    theirs.save({"title": "Theirs", "sections-0-body": "<p>Theirs</p>"})
    after = values(response)
    for name in [name for name in mine.data if name.endswith("shown")]:
        mine.data[name] = shown or ""
        if shown is None:
            del mine.data[name]
    assert mine.save().status_code == 200
    assert values(response) == after


def test_the_page_of_those_who_only_read_carries_nothing_to_hold_a_save_against(response, change):
    shown = form_data(signed_in(Role.APPROVER, force=response.force).get(change))
    assert not [name for name in shown if name.endswith("shown")]


def test_a_new_row_that_a_colleague_added_stays(response, mine, theirs):
    for opened, heading in ((theirs, "Theirs"), (mine, "Mine")):
        opened.data = with_row(opened.data, "sections", heading=heading, body="<p>The same</p>")
        assert opened.save().status_code == 302
    assert [s.heading for s in response.sections.order_by("pk")][2:] == ["Theirs", "Mine"]


def test_a_page_that_is_sent_twice_adds_its_rows_once(response, mine):
    finding = str(response.report.findings.order_by("order")[3].pk)
    for part, row in {
        "sections": {"heading": "New", "body": "<p>As <b>new</b>.</p>"},
        "answers": {"findings": [finding], "action": "<p>New.</p>"},
        "signatories": {"name": "N. Ew", "website": ""},
    }.items():
        mine.data = with_row(mine.data, part, **row)
    assert mine.save({"title": "Mine"}).status_code == 302
    after = values(response)
    assert mine.save().status_code == 302
    assert values(response) == after
    assert response.sections.count() == response.answers.count() == 3


def test_rows_alike_are_as_many_as_were_typed(response, mine, theirs):
    theirs.data = with_row(theirs.data, "signatories", name="S. Mith")
    assert theirs.save().status_code == 302
    for title in ("", "Chair", ""):
        mine.data = with_row(mine.data, "signatories", name="S. Mith", title=title)
    assert mine.save().status_code == 302
    titles = response.signatories.filter(name="S. Mith").order_by("pk")
    assert [signatory.title for signatory in titles] == ["", "Chair", ""]


def test_a_new_row_left_blank_is_none(response, mine):
    mine.data = with_row(mine.data, "sections")
    assert mine.save().status_code == 302
    assert response.sections.count() == 2
