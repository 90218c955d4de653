"""What became of the ratings: those that moved, and those with new details. Pure."""

from recommendations.rag import Rag

from ..layouts.findings import rag_of
from ..record import Rating
from .details import details, reads_the_same
from .findings import finding_name, matched_findings, sources
from .model import Change, How

BLANK = Rating(rag=Rag.NOT_ASSESSED.value)


def rating_changes(before, after):
    """Yield a Change for each finding of both Records whose rating differs in anything."""
    of_reports = sources(before, after)
    for old, new, _ in matched_findings(before, after).pairs:
        if old is not None and old.rating != new.rating:
            yield _rating_change(old, new, finding_name(new, of_reports))


def _rating_change(old, new, name):
    rags = (rag_of(old), rag_of(new))
    is_move = rags[0] != rags[1]
    found = details(old.rating or BLANK, new.rating or BLANK, skip=["rag"])
    is_told = any(detail.is_seen for detail in found)
    return Change(
        how=How.MOVED if is_move else How.CHANGED,
        name=name,
        anchor=new.anchor,
        details=found if found or is_move else (reads_the_same("Rating"),),
        note=f"{rags[1].label}, as before." if is_told and not is_move else "",
        rags=rags if is_move else None,
    )
