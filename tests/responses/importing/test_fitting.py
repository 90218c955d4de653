"""What is too long for its place in the register is shortened there, and kept in the text."""

import pytest
from django.utils import timezone

from forces.models import Role
from recommendations.models import Assessment
from responses.importing import fitting
from responses.importing.accepting import Ticked, accept, seen_of
from responses.importing.elements import Heading
from responses.importing.files import read
from responses.importing.pages import Line, Source
from responses.importing.pieces import Piece, Proposal, Rating, To, What
from responses.importing.placing import assemble
from responses.importing.proposing import Register
from responses.importing.reading import understand
from responses.models import LabelledField, NarrativeSection, PrintedWording, Response
from responses.services import open_response
from tests.admin_client import signed_in

from .documents import county_force, farm_report
from .placed import place
from .word_files import table, word

LONG = " ".join(f"word{number}" for number in range(60))


def longest_of(model, name):
    return model._meta.get_field(name).max_length


def test_the_bounds_are_those_of_the_register():
    assert longest_of(Response, "title") == fitting.LONGEST_TITLE
    assert longest_of(NarrativeSection, "heading") == fitting.LONGEST_HEADING
    assert longest_of(LabelledField, "label") == fitting.LONGEST_LABEL
    assert longest_of(PrintedWording, "label") == fitting.LONGEST_NUMBER
    assert longest_of(Assessment, "owner") == fitting.LONGEST_OWNER


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("Ponds", "Ponds"),
        ("Ponds and", "Ponds and"),
        ("Ponds and vans", "Ponds and…"),
        ("Ponds, unclean", "Ponds…"),
        ("x" * 20, f"{'x' * 9}…"),
    ],
)
def test_what_is_too_long_ends_after_a_whole_word(words, short):
    assert fitting.shortened(words, 10) == short
    assert len(short) <= 10


def test_a_heading_too_long_for_the_register_stands_in_full_in_its_text():
    words = " ".join(LONG.split()[:40])
    lines = (Line(1, words, 1, Heading(words)), Line(2, "It is so.", 1))
    made = place(understand(Source(lines, is_styled=True)), Register("Borset", "Farms"))
    section = made.sections[-1]
    assert len(section.heading) <= 200
    assert words.startswith(section.heading.removesuffix("…"))
    assert section.body == f"<p><strong>{words}</strong></p><p>It is so.</p>"
    [told] = made.shortened
    assert told.startswith("A heading has more than 200 letters")


@pytest.mark.parametrize("to", [f"{To.FIELD}other", To.PART, f"{To.SECTION}commissioner"])
def test_wherever_a_long_heading_is_sent_it_fits_and_nothing_is_lost(to):
    made = assemble(Proposal((Piece(What.SECTION, to, LONG, "<p>It.</p>"),)))
    [row] = (*made.fields, *made.sections)
    label, text = vars(row).get("label", vars(row).get("heading")), vars(row)
    assert len(label) <= 200
    assert LONG in text.get("value", text.get("body"))
    assert len(made.shortened) == 1


def test_a_title_too_long_is_kept_in_the_section_of_what_was_not_placed():
    made = assemble(Proposal((Piece(What.TITLE, To.TITLE, LONG),)))
    assert len(made.title) <= 300
    assert LONG in made.sections[-1].body
    assert made.shortened[0].startswith("The title has more than 300 letters")


SIGNED = Piece(What.SIGNER, To.SIGNER, "Jo Fenwick", role="Commissioner", website="www.a.example")
FURTHER = "<p>Commissioner</p><p>www.a.example</p>"


@pytest.mark.parametrize("to", [f"{To.FIELD}body", f"{To.ANSWER}1", To.ABOVE, To.PART, To.UNPLACED])
def test_who_signs_keeps_office_and_address_wherever_it_is_sent(to):
    made = assemble(Proposal((SIGNED.sent(to),)))
    fields = [(one.label, one.value) for one in made.fields]
    sections = [(one.heading, one.body) for one in made.sections]
    [(label, text)] = [*fields, *sections, *(("", text) for text in made.answers.values())]
    assert FURTHER in text
    assert "Jo Fenwick" in label + text


def wording(*pieces):
    """The label and the text of the one wording that `pieces` make."""
    made = assemble(Proposal(tuple(one.sent(f"{To.WORDING}1") for one in pieces)))
    [found] = made.wordings
    return found.label, found.text


def test_a_label_that_is_no_printed_number_stands_over_the_wording():
    long = "Recommendation on the trailers of farms"
    assert wording(Piece(What.WORDING, "", long, "<p>Mark.</p>")) == (
        "",
        f"<p><strong>{long}</strong></p><p>Mark.</p>",
    )
    row = Piece(What.FIELD, "", "Force", "<p>Borset</p>")
    assert wording(row) == ("", "<p><strong>Force</strong></p><p>Borset</p>")


def test_a_second_wording_keeps_a_number_of_its_own():
    first, same, other = (
        Piece(What.WORDING, "", label, "<p>Mark.</p>") for label in ("3", "Recommendation 3", "9")
    )
    assert wording(first, same) == ("3", "<p>Mark.</p><p>Mark.</p>")
    assert wording(first, other) == ("3", "<p>Mark.</p><p><strong>9</strong></p><p>Mark.</p>")


@pytest.mark.django_db
def test_an_owner_and_a_day_too_long_are_shortened_and_told_in_full():
    response = open_response(
        force=county_force(), report=farm_report(), by=None, now=timezone.now()
    )
    finding = response.report.findings.get(label="1")
    editor = signed_in(Role.EDITOR, force=response.force).user
    rating = Rating(finding.pk, "green", "Met", owner=LONG, due=f"when {LONG}")
    now = timezone.now()
    seen = {"seen": seen_of(response, now=now), "now": now, "by": editor, "replace": False}
    done = accept(Proposal(()), response=response, ratings=[Ticked(rating)], **seen)
    kept = Assessment.objects.get(recommendation=finding)
    assert len(kept.owner) <= 120
    assert len(kept.expected_on.phrase) <= 200
    assert done.notes == (
        f"The owner of Recommendation 1 is shortened to 120 letters: “{LONG}”",
        f"The due day of Recommendation 1 is shortened to 200 letters: “when {LONG}”",
    )


def test_a_long_label_of_a_form_keeps_its_value():
    long = "What has the force done so that each of its officers knows how to mark trailers by hand"
    source = read(word(table(["Force", "Borset"], [long, "We train them."], ["Grade", "Good"])))
    made = place(understand(source), Register("Borset", "Farms"))
    field = made.fields[1]
    assert (field.label, field.value) == (long, "<p>We train them.</p>")
