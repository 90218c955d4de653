"""What a document prints outside of its tables of answers is not called missing."""

from .test_recognised import SUBJECTS, draft
from .word_files import p, table


def test_what_the_text_prints_or_answers_elsewhere_is_not_called_missing():
    body = [
        table(["No", "Response"], ["1", "Marked."]),
        *(p("Recommendation 2", style="H1"), p("Named.")),
        *(p("Other", style="H1"), p(f"We read: {SUBJECTS[3]}, and agree.")),
    ]
    assert missing(*body) == ["The document does not print these recommendations: 4."]
    for others in ([SUBJECTS[4], "May"], [SUBJECTS[4], "May", "Pat"]):
        assert missing(*body, p("And:"), table(others, others)) == []


def missing(*body):
    return [note for note in draft(*body).to_check if "does not print" in note]
