"""Which printed recommendation is which of the report's: by its number, checked by words. Pure."""

from dataclasses import dataclass

from .words import overlap, significant


@dataclass(frozen=True)
class ReportFinding:
    """A finding as the register has it: its key, printed label, and all its words."""

    pk: int
    label: str
    words: str
    is_recommendation: bool = True


def match(items, findings):
    """Return the pairs of a Numbered item and its finding, and the pairs of an item and why not.

    Each finding is printed once; the second time is not placed.
    """
    placed, unplaced, taken = [], [], set()
    for item in items:
        finding, why = _find(item, findings)
        if finding is not None and finding.pk in taken:
            finding, why = None, "the document prints this number twice"
        if finding is None:
            unplaced.append((item, why))
        else:
            taken.add(finding.pk)
            placed.append((item, finding))
    return tuple(placed), tuple(unplaced)


def _find(item, findings):
    label = item.label.casefold()
    alike = [finding for finding in findings if finding.label.strip("(). ").casefold() == label]
    if not alike:
        return None, "the report has no finding with this number"
    return _closest(item, alike)


def _closest(item, alike):
    """Of the findings with the printed number, the one whose words come closest."""
    ranked = sorted(
        alike,
        key=lambda finding: (_nearness(item, finding), finding.is_recommendation),
        reverse=True,
    )
    best = ranked[0]
    if significant(best.words) and not _nearness(item, best):
        return None, "the report's finding with this number speaks of something else"
    return best, ""


def _nearness(item, finding):
    return overlap(item.text, finding.words)
