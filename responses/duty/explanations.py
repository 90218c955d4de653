"""What the body says, and of each recommendation: section 55(5)(a) and (5B). Pure."""

from recommendations.kinds import FindingKind

from ..kinds import Position
from ..publishing.voices import is_written
from .points import Gap, Item, Point, State, item


def point_of_writing(record):
    """Whether the body comments itself."""
    if is_written(record):
        return item(Point.WRITTEN, f"Written, as {record.body.name}.")
    return item(Point.WRITTEN, "Nothing is written yet.", Gap("Nothing is written", "sections"))


def point_of_explanations(record):
    """Whether each recommendation is answered, or explained as not for this force."""
    due = record.due_findings
    if not due:
        return Item(
            Point.EXPLAINED,
            State.NOT_NEEDED,
            f"No recommendation to explain. {_afis(record)}".strip(),
        )
    elsewhere = [finding for finding in due if _is_elsewhere(record, finding)]
    unexplained = record.open_findings
    own = len(due) - len(elsewhere)
    parts = []
    if own:
        parts.append(f"{own - len(unexplained)} of {own} answered")
    if elsewhere:
        parts.append(f"{len(elsewhere)} of {len(elsewhere)} explained as not ours")
    words = f"{', '.join(parts)}. {_afis(record)}".strip()
    gaps = (
        Gap(f"{record.name_of(finding)} is not explained", "answers", finding)
        for finding in unexplained
    )
    return item(Point.EXPLAINED, words, *gaps)


def _is_elsewhere(record, finding):
    """Whether `finding` is explained by being for somebody else, in its rating or its answer."""
    positions = {a.position.key for a in record.answers_to(finding) if a.position}
    return finding.is_not_for_this_force or Position.NOT_FOR_THIS_FORCE in positions


def _afis(record):
    """Return how many areas for improvement are answered, which no law asks for, or ""."""
    afis = [finding for finding in record.findings if finding.kind.key == FindingKind.AFI]
    if not afis:
        return ""
    answered = sum(bool(record.answers_to(finding)) for finding in afis)
    areas = "area for improvement" if len(afis) == 1 else "areas for improvement"
    return f"{answered} of {len(afis)} {areas} answered, which the Act does not ask for."
