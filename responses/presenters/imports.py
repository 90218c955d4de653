"""What an import did, in a sentence. Pure."""

from ..publishing.layouts.words import count, in_a_row

PARTS = (
    ("fields", "row of the form", "rows of the form"),
    ("sections", "section", "sections"),
    ("additions", "addition to a section", "additions to sections"),
    ("answers", "answer", "answers"),
    ("wordings", "recommendation as printed", "recommendations as printed"),
    ("signatories", "signatory", "signatories"),
)


def in_words(done):
    """Return "The draft now holds 2 sections … of the document." of a Done import."""
    parts = [_counted(len(getattr(done.draft, name)), one, many) for name, one, many in PARTS]
    if done.draft.title:
        parts = ["the title", *parts]
    taken = in_a_row([part for part in parts if part] or ["nothing"])
    sentences = [f"Put into the draft: {taken}."]
    if done.removed.rows:
        sentences.append(f"Taken out of it: {count(done.removed.rows, 'part')} of earlier text.")
    if done.removed.answers:
        sentences.append(f"Removed with it: the answer to {'; '.join(done.removed.answers)}.")
    if done.rated:
        sentences.append(f"Recorded: {count(done.rated, 'rating')}.")
    if done.draft.left_out:
        sentences.append(f"Left out: {count(len(done.draft.left_out), 'piece')}.")
    return " ".join(sentences)


def _counted(number, one, many):
    return f"{number} {one if number == 1 else many}" if number else ""
