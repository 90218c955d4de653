"""Which forces a reader asked to see side by side on one recommendation. Pure."""

from dataclasses import dataclass

FIELD = "force"
LEAST, MOST = 2, 3


@dataclass(frozen=True)
class Comparison:
    """What was asked for: the Standings chosen, in the order asked, or what is wrong with it."""

    asked: tuple[str, ...] = ()
    chosen: tuple = ()
    error: str = ""


def compare(asked, rows):
    """Return the Comparison of the forces with the slugs `asked`, of the Standings `rows`.

    Nothing asked for is no fault: it is the page without a comparison.
    """
    asked = tuple(asked)
    if not asked:
        return Comparison()
    answering = {row.record.force.slug: row for row in rows}
    error = _error(asked, answering)
    chosen = () if error else tuple(answering[slug] for slug in asked)
    return Comparison(asked, chosen, error)


def _error(asked, answering):
    if any(slug not in answering for slug in asked):
        return "One of these has no response to this that is shown here. Choose from those offered."
    if len(set(asked)) < len(asked):
        return "The same force is chosen twice. Choose each force once."
    if len(asked) < LEAST:
        return f"Choose at least {LEAST} forces."
    if len(asked) > MOST:
        return f"Choose at most {MOST} forces."
    return ""
