"""The order in which nested findings are read: each parent, then what is nested under it. Pure."""


def in_reading_order(findings):
    """Return (finding, depth) pairs: parents before their children, siblings by their order.

    `findings` are of one report, each with `pk`, `parent_id` and `order`. One whose
    parent is not among them stands at the top, and one nested in a ring at the end.
    """
    known = {finding.pk for finding in findings}
    children = {}
    for finding in sorted(findings, key=lambda one: (one.order, one.pk)):
        parent = finding.parent_id if finding.parent_id in known else None
        children.setdefault(parent, []).append(finding)
    read = list(_walk(children, None, 0))
    reached = {finding.pk for finding, _ in read}
    return read + [(finding, 0) for finding in findings if finding.pk not in reached]


def _walk(children, parent, depth):
    for finding in children.get(parent, ()):
        yield finding, depth
        yield from _walk(children, finding.pk, depth + 1)
