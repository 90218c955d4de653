"""Taking the text out of a draft before another is written. Ratings are not of the draft."""

from dataclasses import dataclass

from .reading import ImportRefusedError

PARTS = ("fields", "wordings", "sections", "signatories")


@dataclass(frozen=True)
class Removed:
    """What was taken out, and what became of the answers that pointed to its sections.

    `rows` counts the parts; `answers` and `pointers` name the findings of the answers
    that were removed, and of those that keep their own words but lost their section.
    """

    rows: int = 0
    answers: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()


def has_text(response):
    """Whether anybody wrote into the draft: text of any part, or an answer."""
    return any(getattr(response, part).exists() for part in (*PARTS, "answers"))


def refuse_to_replace(response):
    """Raise ImportRefusedError for a draft that has text."""
    if has_text(response):
        raise ImportRefusedError(
            f"The draft for {response.force.short_name} has text already: "
            "it is replaced only with --replace."
        )


def take_out_text(response):
    """Delete the parts of `response` and return the Removed.

    An answer with words of its own stays; one that only pointed to a section goes with it.
    """
    removed, kept = [], []
    for answer in response.answers.filter(explained_in__isnull=False):
        names = _names(answer)
        if answer.action or answer.why_none:
            answer.explained_in = None
            answer.save(update_fields=["explained_in"])
            kept.append(names)
        else:
            answer.delete()
            removed.append(names)
    rows = 0
    for part in PARTS:
        found = getattr(response, part).all()
        rows += found.count()
        found.delete()
    return Removed(rows, tuple(removed), tuple(kept))


def _names(answer):
    findings = answer.findings.order_by("report", "order", "pk")
    return " and ".join(finding.name for finding in findings) or "an answer to no recommendation"
