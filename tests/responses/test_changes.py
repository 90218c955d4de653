"""What changed between two Records in ratings, findings and answers, in words."""

import dataclasses

from recommendations.partial_dates import parse
from recommendations.rag import Rag
from responses.publishing import record
from responses.publishing.changes import Changes, How

from .changes_told import LONG, NEAR, all_told, between, told
from .records import REPORT, make_answer, make_finding


def one(name, before, after):
    """Return the Changes of a tuple `name` that holds one item before, and one after."""
    return between({name: (before,)}, {name: (after,)})


def rated(rag, *values, label="1"):
    return make_finding(label, rating=record.Rating(rag, *values))


class TestRatings:
    def test_one_that_moved_is_told_from_and_to_with_what_is_said_of_it(self):
        progress = record.Named("in_progress", "In progress")
        before = rated("red", "Two posts are open.", None, parse("May 2026"), parse("1 May 2026"))
        after = rated("amber", "", progress, parse("June 2026"), parse("2 May 2026"))
        found = one("findings", before, after)
        (move,) = found.ratings
        assert move.rags == (Rag.RED, Rag.AMBER)
        assert all_told(found.ratings) == [
            (
                "moved",
                "Recommendation 1: Subject 1",
                [
                    "Reason: -Two posts are open.-",
                    "Progress: +In progress+",
                    "Expected: -May 2026- +June 2026+",
                    "Reviewed: -1 May 2026- +2 May 2026+",
                ],
            )
        ]
        assert move.anchor == "village-policing-2026--1"
        assert found == Changes(ratings=found.ratings)

    def test_one_that_stayed_with_another_reason_did_not_move(self):
        (kept,) = one("findings", rated("red", "Old."), rated("red", "New.")).ratings
        assert (kept.how, kept.rags, kept.note) == (How.CHANGED, None, "Red, as before.")
        assert [told(detail) for detail in kept.details] == ["Reason: -Old.- +New.+"]

    def test_none_and_not_yet_assessed_read_the_same(self):
        found = one("findings", make_finding("1"), rated("not_assessed"))
        assert not found.are_seen
        assert len(found.unseen) == 1

    def test_a_first_rating_moves_from_not_yet_assessed(self):
        (move,) = one("findings", make_finding("1"), rated("green")).ratings
        assert move.rags == (Rag.NOT_ASSESSED, Rag.GREEN)


class TestFindings:
    def test_another_wording_is_told_and_is_no_rating(self):
        after = make_finding("1", html="<p>Wording 1, mended.</p>", printed_html="<p>Ours.</p>")
        found = one("findings", make_finding("1"), after)
        assert found.ratings == ()
        assert all_told(found.findings) == [
            (
                "changed",
                "Recommendation 1: Subject 1",
                [
                    "Wording in the report: -Wording 1.- / +Wording 1, mended.+",
                    "Wording in the office’s document: +Ours.+",
                ],
            )
        ]

    def test_one_that_is_new_comes_with_its_rating_and_one_that_is_gone_is_told(self):
        found = one("findings", make_finding("1"), rated("amber", label="2"))
        assert found.ratings == ()
        assert all_told(found.findings) == [
            (
                "added",
                "Recommendation 2: Subject 2",
                ["Wording in the report: +Wording 2.+", "Rating: where it stands: +Amber+"],
            ),
            (
                "removed",
                "Recommendation 1: Subject 1",
                ["Wording in the report: -Wording 1.-"],
            ),
        ]

    def test_an_addressee_that_is_inferred_no_longer(self):
        inferred = record.Addressed("Chief constables", "Borchester Police", is_inferred=True)
        known = record.Addressed("Chief constables", "Borchester Police")
        before, after = (make_finding("1", addressed_to=(to,)) for to in (inferred, known))
        ((_, _, details),) = all_told(one("findings", before, after).findings)
        named = "Chief constables, Borchester Police"
        assert details == [f"Addressed to: -{named}, inferred- +{named}+"]

    def test_the_same_number_in_another_report_is_another_finding(self):
        found = one("findings", make_finding("1"), make_finding("1", report_slug="other-2026"))
        assert [change.how for change in found.findings] == [How.ADDED, How.REMOVED]


class TestAnswers:
    FINDINGS = tuple(make_finding(label) for label in ("1", "2", "3a"))

    def found(self, before, after):
        return between(
            {"findings": self.FINDINGS, "answers": before},
            {"findings": self.FINDINGS, "answers": after},
        ).answers

    def test_one_is_known_by_what_it_answers_in_whatever_order(self):
        before = make_answer("1", "2", action_html=f"<p>{LONG}</p>")
        after = make_answer(
            *("2", "1"),
            position=record.Named("partly", "Accepted in part"),
            action_html=f"<p>{LONG} More follows.</p>",
            section_heading="Bail",
            section_anchor="bail",
        )
        ((how, name, details),) = all_told(self.found([before], [after]))
        assert (how, name) == ("changed", "Answer to recommendations 2 and 1")
        assert details == [
            "Answers: -recommendations 1 and 2- +recommendations 2 and 1+",
            "Position: +Accepted in part+",
            f"Action: {NEAR} +More follows.+",
            "Explained in section: +Bail+",
        ]

    def test_one_that_answers_more_is_still_the_same(self):
        before, after = make_answer("1", action_html="<p>Done.</p>"), make_answer("1", "3a")
        assert all_told(self.found([before], [after])) == [
            (
                "changed",
                "Answer to recommendations 1 and 3a",
                ["Answers: -recommendation 1- +recommendations 1 and 3a+", "Action: -Done.-"],
            )
        ]

    def test_added_and_removed_ones_are_told_whole(self):
        before = make_answer("1", why_none_html="<p>Not ours.</p>")
        after = make_answer("2", action_html="<p>Six posts.</p>")
        assert all_told(self.found([before], [after])) == [
            ("added", "Answer to recommendation 2", ["Action: +Six posts.+"]),
            ("removed", "Answer to recommendation 1", ["Why there is no action: -Not ours.-"]),
        ]

    def test_one_of_two_answers_to_a_finding_is_removed_and_the_other_stays(self):
        first = make_answer("1", action_html="<p>First.</p>")
        second = make_answer("1", action_html="<p>Second.</p>")
        assert all_told(self.found([first, second], [second])) == [
            ("removed", "Answer to recommendation 1", ["Action: -First.-"])
        ]

    def test_its_place_is_that_of_the_first_finding_it_covers(self):
        (change,) = self.found([], [make_answer("2", "3a")])
        assert change.anchor == "village-policing-2026--2"

    def test_what_it_covers_is_named_where_the_finding_is_no_recommendation_or_not_there(self):
        cause = record.Named("cause_of_concern", "Cause of concern")
        findings = (make_finding("1", kind=cause, name="Cause of concern 1"),)
        (change,) = between({}, {"findings": findings, "answers": [make_answer("1", "9")]}).answers
        assert change.name == "Answer to cause of concern 1, village-policing-2026/9"


class TestSeveralReports:
    HENS = dataclasses.replace(REPORT, slug="hens-2026", short_title="Hens, 2026")
    OURS = (make_finding("1"), make_finding("2"))
    THEIRS = make_finding("1", report_slug="hens-2026")

    def found(self, before, after):
        """Return the Changes between two versions of a response to both reports."""
        both = {"further_reports": (self.HENS,)}
        return between(both | before, both | after)

    def test_a_rating_names_its_report(self):
        red, green = ({"rating": record.Rating(rag)} for rag in ("red", "green"))
        before, after = (dataclasses.replace(self.THEIRS, **rating) for rating in (red, green))
        found = self.found({"findings": (*self.OURS, before)}, {"findings": (*self.OURS, after)})
        (move,) = found.ratings
        assert move.name == "Recommendation 1 of “Hens, 2026”: Subject 1"

    def test_a_finding_names_its_report_where_either_version_answers_several(self):
        one = {"findings": self.OURS}
        both = {"findings": (*self.OURS, self.THEIRS), "further_reports": (self.HENS,)}
        for before, after in ((one, both), (both, one)):
            (change,) = between(before, after).findings
            assert change.name == "Recommendation 1 of “Hens, 2026”: Subject 1"
        mended = {"findings": (make_finding("1", html="<p>Mended.</p>"), make_finding("2"))}
        (ours,) = (x for x in between(both, mended).findings if x.how == How.CHANGED)
        assert ours.name == "Recommendation 1 of “Village policing, 2026”: Subject 1"

    def test_an_answer_names_the_report_of_each_finding_that_it_covers(self):
        findings = {"findings": (*self.OURS, self.THEIRS)}
        across = record.Answer(refs=(f"{REPORT.slug}/1", "hens-2026/1"))
        answers = (make_answer("1", "2"), make_answer("2"), across)
        found = self.found(findings, findings | {"answers": answers}).answers
        ours, theirs = "of “Village policing, 2026”", "of “Hens, 2026”"
        assert [change.name for change in found] == [
            f"Answer to recommendations 1 and 2 {ours}",
            f"Answer to recommendation 2 {ours}",
            f"Answer to recommendation 1 {ours}, recommendation 1 {theirs}",
        ]
