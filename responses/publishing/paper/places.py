"""Where the links within a document lead. Pure."""

from .. import blocks


class Places:
    """The places that blocks name; each of several with one name but the first has none."""

    def __init__(self, parts):
        anchors = dict.fromkeys(anchor for block in parts for anchor in _anchors(block) if anchor)
        self.ids = {anchor: f"n{number}" for number, anchor in enumerate(anchors, start=1)}
        self.open = set(anchors)

    def take(self, anchor):
        """Return the id of `anchor` for the node that stands there, or "" for a second one."""
        if anchor not in self.open:
            return ""
        self.open.remove(anchor)
        return self.ids[anchor]

    def target(self, anchor):
        """Return the id to which a link to `anchor` leads, or "" where it leads nowhere."""
        return self.ids.get(anchor, "")


def _anchors(block):
    if isinstance(block, (blocks.Heading, blocks.Prose)):
        yield block.anchor
    if isinstance(block, blocks.FindingsTable):
        yield from (row.finding.anchor for row in block.rows)
