"""What the fields of a Record are called when they change. Pure.

A field that is not named here is called by its own name, in words.
"""

from recommendations.deadlines import Outcome
from recommendations.rag import Rag

from ...kinds import CommentsState, FieldKind, LayoutName, Level, SectionKind, Voice
from ..layouts.words import sentence

LABELS = {
    "Record.title": "Title of the document",
    "Record.body": "Answered by",
    "Record.late_reason": "Reason for lateness",
    "Record.override_reason": "Reason for what is missing",
    "Record.other_gaps": "What is missing",
    "Record.comments": "Chief officer’s comments",
    "Comments.invited_on": "Invited",
    "Comments.reply_by_on": "Asked for by",
    "Comments.state": "What came of it",
    "Comments.settled_on": "Received or declined",
    "Comments.why_none": "Why there are none",
    "Comments.makes_no_reply": "No reply to them",
    "Record.published_on": "Response published",
    "Record.commissioner": "Office-holder",
    "Record.follows": "Follows the response to",
    "Record.deadline": "How the days are counted",
    "Record.is_demonstration": "Demonstration",
    "Report.slug": "Address in the register",
    "Report.url": "Web address",
    "Report.source_note": "Note on the source",
    "Force.slug": "Address in the register",
    "Earlier.report_slug": "Address in the register",
    "Rating.rag": "Where it stands",
    "Rating.expected_on": "Expected",
    "Rating.reviewed_on": "Reviewed",
    "Finding.html": "Wording in the report",
    "Finding.label": "Number in the report",
    "Finding.printed_html": "Wording in the office’s document",
    "Finding.printed_label": "Number in the office’s document",
    "Finding.depth": "Depth of nesting",
    "Finding.due_on": "Due",
    "Finding.is_due_an_answer": "Answer needed",
    "Answer.action_html": "Action",
    "Answer.why_none_html": "Why there is no action",
    "Answer.section_anchor": "Address of that section",
    "Answer.section_heading": "Explained in section",
    "Section.anchor": "Address in the page",
    "Section.voice": "Whose words",
    "Section.level": "Level of its heading",
}
CHOICES = {
    "Record.layout": LayoutName,
    "Deadline.outcome": Outcome,
    "Rating.rag": Rag,
    "Labelled.kind": FieldKind,
    "Section.kind": SectionKind,
    "Section.voice": Voice,
    "Section.level": Level,
    "Comments.state": CommentsState,
}
# What no page of a response shows.
UNSEEN = {
    "Record.schema_version",
    "Body.is_under_section_55",
    "Deadline.report_slug",
    "Deadline.rule",
    "Labelled.kind",
    "Letterhead.address",
    "Letterhead.colour",
    "Letterhead.office",
    "Answer.section_anchor",
    "Section.kind",
    "Section.anchor",
}


def label_of(kind, name):
    """Return what the field `name` of the dataclass `kind` is called: "Reason for lateness"."""
    return LABELS.get(f"{kind.__name__}.{name}") or sentence(name_in_words(name))


def name_in_words(name):
    """Return the name of a field as words: "invited" for invited_on, "inferred" for is_inferred."""
    stem = name.removeprefix("is_").removesuffix("_html").removesuffix("_on").replace("_", " ")
    return "text" if stem == "html" else stem
