"""States that a document says with a doubt: no rating is proposed of them, and it is told. Pure."""

from . import labels, shapes, standing
from .elements import Paragraph
from .marks import printed

NOTE = "No rating is proposed of a state that is said with a doubt, or of several: {said}."


def unsure_states(document):
    """Yield the sentence that tells each state in `document` that names a RAG, but not for sure.

    It stands in a column of states, in a labelled line, under a heading that is such a label, or
    in the heading of a recommendation.
    """
    stated = [*_in_rows(document.answered), *_in_sections(document.sections)]
    said = [
        f"{about}{': ' if about else ''}“{printed(state)}”"
        for about, state in stated
        if standing.is_unsure(state)
    ]
    if said:
        yield NOTE.format(said="; ".join(said))


def _in_rows(answered):
    """Yield (label, state) of each row."""
    for row in (one for joint in answered for one in joint.apart()):
        yield row.label, row.status


def _in_sections(sections):
    """Yield (heading, state) of each labelled line, and of what a heading labels or says."""
    for section in sections:
        if about := labels.ABOUT.fullmatch(section.heading):
            yield about["label"], about["words"]
        paragraphs = [e.text for e in section.elements if isinstance(e, Paragraph)]
        if paragraphs and _is_state(section.heading.removesuffix(":")):
            yield section.heading, paragraphs[0]
        for text in paragraphs:
            label, value = shapes.colon_labelled(text.replace("**", "")) or ("", "")
            if _is_state(label):
                yield section.heading, value


def _is_state(label):
    return standing.labelled(label) == "status"
