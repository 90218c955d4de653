"""What changed between two Records in their sections and facts, in words."""

import dataclasses

from recommendations.partial_dates import parse
from recommendations.rich_diff import ONLY_FORMATTING
from responses.publishing import record
from responses.publishing.changes import How

from .changes_told import LONG, NEAR, all_told, between
from .records import IN_MAY, make_section

THEMATIC = record.Named("thematic", "Thematic inspection")
SUM = "15 April 2026 is day 1; the last day is 9 June 2026, day 56;"
IN_TIME = "May 2026 is between day 17 and day 47: in time."
LATE = "12 June 2026 is day 59: 3 days late."


class TestSections:
    def found(self, before, after):
        return between({"sections": before}, {"sections": after}).sections

    def test_changed_words_are_told_near_by_and_long_passages_are_left_out(self):
        before = make_section(1, html=f"<p>{LONG} {LONG} Two teams do this. {LONG} {LONG}</p>")
        after = dataclasses.replace(before, html=before.html.replace("Two", "Six"))
        ((how, name, (text,)),) = all_told(self.found([before], [after]))
        assert (how, name) == ("changed", "Part 1")
        assert text == (
            f"Text: {NEAR} -Two- +Six+ teams do this. The force has looked at every case that was …"
        )

    def test_one_that_is_only_formatted_says_so(self):
        before = make_section(1, html="<p>One two.</p>")
        after = make_section(1, html="<p>One <strong>two</strong>.</p>")
        assert all_told(self.found([before], [after])) == [
            ("changed", "Part 1", [f"Text: {ONLY_FORMATTING}"])
        ]

    def test_one_under_another_heading_is_the_same_with_most_of_its_text(self):
        before = make_section(1, html=f"<p>{LONG}</p>")
        after = make_section(2, heading="Bail", html=f"<p>{LONG} So far.</p>")
        ((how, name, details),) = all_told(self.found([before], [after]))
        assert (how, name) == ("changed", "Bail")
        assert details[0] == "Heading: -Part 1- +Bail+"
        assert details[1].endswith("that it could. +So far.+")

    def test_one_under_another_heading_with_another_text_is_another(self):
        after = make_section(2, html="<p>A panel meets in June.</p>")
        assert all_told(self.found([make_section(1)], [after])) == [
            (
                "added",
                "Part 2",
                ["Whose words: +Local policing body+", "Text: +A panel meets in June.+"],
            ),
            (
                "removed",
                "Part 1",
                ["Whose words: -Local policing body-", "Text: -Text of part 1.-"],
            ),
        ]

    def test_those_without_a_heading_are_known_by_their_text(self):
        blank = {"heading": "", "anchor": "section"}
        first = make_section(1, **blank)
        second = make_section(2, **{**blank, "anchor": "section-2"}, html=f"<p>{LONG}</p>")
        moved_up = dataclasses.replace(second, anchor="section")
        found = self.found([first, second], [moved_up])
        assert [(change.how, change.name) for change in found] == [
            (How.REMOVED, "A section without a heading")
        ]

    def test_one_that_moved_says_where_to(self):
        one, two, three, four = (make_section(number) for number in range(4))
        found = self.found([one, two, three, four], [two, three, one, four])
        assert [(change.how, change.name, change.note) for change in found] == [
            (How.MOVED, "Part 0", "It now comes after “Part 2”.")
        ]
        (first,) = self.found([one, two, three], [three, one, two])
        assert (first.name, first.note) == ("Part 2", "It now comes first.")

    def test_one_in_another_voice_says_whose_words_they_are(self):
        after = make_section(1, voice="chief_officer")
        assert all_told(self.found([make_section(1)], [after])) == [
            ("changed", "Part 1", ["Whose words: -Local policing body- +Chief officer+"])
        ]


class TestFacts:
    def facts(self, before, after):
        return all_told(between(before, after).facts)

    def test_dates_are_told_and_after_them_how_the_days_are_counted(self):
        late = record.Deadline("late", parse("9 June 2026"), 59, 59)
        after = {"published_on": parse("12 June 2026"), "deadline": late, "late_reason": "A move."}
        assert self.facts({"published_on": parse("May 2026"), "deadline": IN_MAY}, after) == [
            ("changed", "Response published", ["-May 2026- +12 June 2026+"]),
            ("changed", "Reason for lateness", ["+A move.+"]),
            (
                "changed",
                "How the days are counted",
                [f"{SUM} -{IN_TIME}- +{LATE}+"],
            ),
        ]

    def test_a_person_is_told_part_by_part(self):
        ann, bob = record.Person("Ann Archer", "Chief Constable"), record.Person("Bob", "Mayor")
        acting = dataclasses.replace(ann, title="Acting Chief Constable")
        assert self.facts({"chief_officer": acting}, {"chief_officer": ann}) == [
            ("changed", "Chief officer", ["Title: -Acting Chief Constable- +Chief Constable+"])
        ]
        assert self.facts({}, {"commissioner": bob}) == [
            ("changed", "Office-holder", ["Name: +Bob+", "Title: +Mayor+"])
        ]

    def test_the_layout_and_the_title(self):
        after = {"title": "Our letter", "layout": "record"}
        (title, layout) = self.facts({}, after)
        assert title == (
            "changed",
            "Title of the document",
            ["-An inspection of village policing- +Our letter+"],
        )
        assert layout[2][0].startswith("-Statement: ")

    def test_labelled_rows_signatories_and_further_reports(self):
        before = {
            "fields": (record.Labelled("grade", "Grade", "<p>Good</p>"),),
            "signatories": (record.Person("Ann", "Chief"), record.Person("Bob", "Mayor")),
        }
        after = {
            "fields": (record.Labelled("grade", "Grade", "<p>Outstanding</p>"),),
            "signatories": (record.Person("Bob", "Mayor"),),
            "further_reports": (record.Report("On ponds", "", "ponds", THEMATIC, "HMICFRS"),),
        }
        assert self.facts(before, after) == [
            ("changed", "Row “Grade”", ["Text: -Good- / +Outstanding+"]),
            ("added", "Also answers: On ponds", []),
            ("removed", "Signed by Ann", ["Title: -Chief-"]),
        ]
