"""What a covering letter says: the names of the day, the addressee, and the words put in place."""

from dataclasses import replace

import pytest

from forces.models import CopyAddressee
from recommendations.partial_dates import UNKNOWN, parse
from responses.covering.placeholders import PLACEHOLDERS
from tests.responses.documents.making import PUBLISHED
from tests.responses.records import REPORT, make_record

from .letters import ADDRESSEE, RECORD, make_letter, text_of

DUTY = "Section 55(6) of the Police Act 1996 asks me to send it to you."


def filled(placeholder, **values):
    [text] = text_of(make_letter(text=f"a {placeholder} b", **values))
    return text.removeprefix("a").removesuffix("b").strip()


def test_a_letter_is_to_the_addressee_and_of_its_day():
    letter = make_letter()
    lines = ("Ann Archer MP", "Home Secretary", "2 Any Street", "Felpersham", "FE1 1AA")
    assert (letter.to, letter.date, letter.salutation) == (
        lines,
        "8 June 2026",
        "Dear Home Secretary",
    )
    assert letter.title == "Borchester Police: response to “An inspection of village policing”"
    assert letter.subject == "Covering letter to the Home Secretary"


def test_the_words_that_come_with_the_site_say_what_is_sent():
    assert "\n\n".join(text_of(make_letter())) == (
        "I enclose a copy of my response to “An inspection of village policing”, which HMICFRS "
        f"published on 15 April 2026. {DUTY}\n\n"
        "The response was published in May 2026. Anybody can read it, as version 2, here:\n"
        f"{PUBLISHED.address}\n\n"
        "My office will gladly answer any question about it."
    )
    inspectorate = make_letter(addressee=CopyAddressee(recipient="inspectorate"))
    assert "which you published on 15 April 2026. Section 55(6)" in text_of(inspectorate)[0]
    assert inspectorate.salutation == "Dear Chief Inspector"


@pytest.mark.parametrize(
    ("day", "when"), [("29 May 2026", "on 29 May 2026"), ("May 2026", "in May 2026"), ("", "")]
)
def test_the_day_of_the_response_is_its_own_and_not_that_of_the_version(day, when):
    record = replace(RECORD, published_on=parse(day))
    assert filled("{response_published}", record=record) == when
    assert filled("{published_on}", record=record) == "4 June 2026"


def test_the_letterhead_and_the_name_are_those_of_the_record():
    letter = make_letter()
    assert letter.letterhead.address == "1 Hill Street\nBorchester\nBO1 1AA"
    assert (letter.close, letter.signatory, letter.office) == (
        "Yours sincerely",
        "Clara Chandler",
        "Police and Crime Commissioner",
    )


def test_without_a_known_holder_the_body_signs():
    letter = make_letter(make_record())
    assert (letter.signatory, letter.office) == (RECORD.body.name, "")


def test_nobody_is_given_a_letter_of_the_demonstration_to_sign():
    letter = make_letter(replace(RECORD, is_demonstration=True), text="From {signatory}")
    assert (letter.signatory, letter.office) == (RECORD.body.name, "")
    assert text_of(letter) == [f"From {RECORD.body.name}"]


def test_each_placeholder_has_its_text():
    assert {name: filled(f"{{{name}}}") for name in PLACEHOLDERS} == {
        "report": "“An inspection of village policing”",
        "report_published": "on 15 April 2026",
        "report_published_on": "15 April 2026",
        "inspectorate": "HMICFRS",
        "force": "Borchester Police",
        "body": "Police and Crime Commissioner for Borchester",
        "signatory": "Clara Chandler",
        "version": "2",
        "response_published": "in May 2026",
        "published_on": "4 June 2026",
        "address": PUBLISHED.address,
        "hash": PUBLISHED.sha256,
        "addressee": "Ann Archer MP, Home Secretary",
        "salutation": "Dear Home Secretary",
        "today": "8 June 2026",
        "duty": DUTY,
    }


@pytest.mark.parametrize(
    ("day", "when", "alone"),
    [
        (parse("April 2026"), "which HMICFRS published in April 2026.", "April 2026"),
        (UNKNOWN, "which HMICFRS published.", "date not recorded"),
    ],
)
def test_a_day_that_is_not_known_is_not_made_up(day, when, alone):
    record = replace(RECORD, report=replace(REPORT, published_on=day))
    assert when in text_of(make_letter(record))[0]
    assert filled("{report_published_on}", record=record) == alone


def test_all_reports_that_are_answered_are_named():
    other = replace(
        REPORT, title="A second look", short_title="Second look", published_on=parse("May 2026")
    )
    record = replace(RECORD, further_reports=(other,))
    first = text_of(make_letter(record))[0]
    assert "“An inspection of village policing” and “A second look”, which HMICFRS pub" in first
    named = "15 April 2026 (“Village policing, 2026”) and {}May 2026 (“Second look”)"
    assert f"lished on {named.format('in ')}." in first
    assert filled("{report_published_on}", record=record) == named.format("")


@pytest.mark.parametrize(
    ("day", "when", "alone"),
    [
        (
            UNKNOWN,
            "which HMICFRS published.",
            "15 April 2026 (“Village policing, 2026”) and date not recorded (“Second look”)",
        ),
        (parse("15 April 2026"), "which HMICFRS published on 15 April 2026.", "15 April 2026"),
    ],
)
def test_no_day_reads_as_that_of_another_report(day, when, alone):
    other = replace(REPORT, short_title="Second look", published_on=day)
    record = replace(RECORD, further_reports=(other,))
    assert when in text_of(make_letter(record))[0]
    assert filled("{report_published_on}", record=record) == alone


def test_where_section_55_does_not_run_no_letter_says_that_it_asks():
    elsewhere = replace(RECORD, body=replace(RECORD.body, is_under_section_55=False))
    letter = make_letter(elsewhere)
    assert "55" not in "".join(text_of(letter))
    assert text_of(letter)[0].endswith("published on 15 April 2026.")
    assert text_of(make_letter(elsewhere, text="One\n\n{duty}\n\nTwo")) == ["One", "Two"]


def test_the_address_is_a_link_where_it_is_whole():
    runs = make_letter().paragraphs[1]
    assert [run.address for run in runs] == ["", PUBLISHED.address]
    bare = replace(PUBLISHED, address="/forces/borchester/v2/")
    assert [run.address for run in make_letter(edition=bare).paragraphs[1]] == [""]


def test_what_a_name_holds_makes_no_placeholder_and_no_paragraph():
    report = replace(REPORT, title="{hash}\n\n#evil() {{ x }}")
    letter = make_letter(replace(RECORD, report=report), text="Of {report}.")
    assert text_of(letter) == ["Of “{hash}\n\n#evil() {{ x }}”."]


def test_one_addressee_is_not_kept_for_the_next():
    assert make_letter().to != make_letter(addressee=CopyAddressee(recipient="inspectorate")).to
    assert ADDRESSEE.pk is None
