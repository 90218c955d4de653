"""A document on paper: its blocks as the nodes that the writers of PDF and Word set. Pure."""

from recommendations.rich_tree import read

from .. import blocks
from ..document import Letter
from ..html import web_address
from ..layouts.findings import short_label
from . import nodes
from .headings import Outline
from .lengths import OF_TEXT, are_short
from .letter import body_of, opening_of
from .places import Places
from .table import badge, findings, grid, rich


def above_title(document):
    """Return the nodes above the title of `document`, which only a letter has."""
    return opening_of(document) if isinstance(document, Letter) else ()


def paper_of(document):
    """Return the nodes of `document` under its title, with what it says of itself at the end."""
    if isinstance(document, Letter):
        return body_of(document)
    setter = _Setter(document.blocks)
    found = [node for block in document.blocks for node in setter.set(block)]
    return (*_with_turned(found), *setter.about(document.edition))


def _with_turned(found):
    """Yield the nodes `found`, each wide Grid with the heading that stands over it."""
    for before, node, after in zip([None, *found], found, [*found[1:], None], strict=False):
        if _is_wide(node):
            heading = (before,) if isinstance(before, nodes.Part) else ()
            yield nodes.Turned((*heading, node))
        elif not (isinstance(node, nodes.Part) and _is_wide(after)):
            yield node


def _is_wide(node):
    return isinstance(node, nodes.Grid) and node.is_wide


class _Setter:
    def __init__(self, parts):
        self.outline, self.places = Outline(), Places(parts)
        self.kinds = {
            blocks.Facts: self._facts,
            blocks.FormRows: self._form_rows,
            blocks.Notice: self._notice,
            blocks.Glance: self._glance,
            blocks.Contents: self._contents,
            blocks.Heading: self._heading,
            blocks.Prose: self._prose,
            blocks.Grid: self._grid,
            blocks.Picture: self._picture,
            blocks.FindingsTable: self._findings,
            blocks.SignOff: self._sign_off,
        }

    def set(self, block):
        yield from self.kinds[type(block)](block)

    def about(self, edition):
        """Yield the part at the end that says which version it is."""
        if edition.about:
            yield self.outline.part(2, "About this document", "")
            yield _facts(_line(*row) for row in edition.about)

    def _facts(self, block):
        yield _facts(map(_term, block.rows))

    def _form_rows(self, block):
        yield nodes.Terms("form", tuple(map(_term, block.rows)))

    def _notice(self, block):
        yield nodes.Note(block.text)

    def _glance(self, block):
        yield self.outline.part(2, "At a glance", "")
        yield nodes.Strip(block.words, tuple(map(self._shape, block.findings, block.sources)))

    def _shape(self, finding, source):
        label = short_label(finding.kind.key, finding.label, finding.ref)
        target = self.places.target(finding.anchor)
        name = f"{finding.name}{source}"
        return nodes.Shape(name, label, source, badge(finding), target)

    def _contents(self, block):
        if block.links:
            yield self.outline.part(2, "Contents", "")
            yield nodes.Contents(
                tuple(
                    nodes.Line("", link.text, self.places.target(link.anchor))
                    for link in block.links
                )
            )

    def _heading(self, block):
        yield from self._part(block.level, block.text, block.anchor)

    def _prose(self, block):
        yield from self._part(block.level, block.heading, block.anchor)
        if block.author:
            yield nodes.Byline(block.author, block.voice)
        yield from self.outline.rich(read(block.html))

    def _part(self, level, text, anchor):
        id_ = self.places.take(anchor)
        if text.strip():
            yield self.outline.part(level, text, id_)
        elif id_:
            yield nodes.Place(id_)

    def _findings(self, block):
        yield findings(block, self.places)

    def _grid(self, block):
        yield grid(block)

    def _picture(self, block):
        yield nodes.Picture(block.svg, block.words)
        yield grid(block.twin)

    def _sign_off(self, block):
        yield nodes.Signatures(
            tuple(
                nodes.Signature(one.name, one.title, one.website, web_address(one.website))
                for one in block.signatories
            )
        )


def _facts(terms):
    terms = tuple(terms)
    return nodes.Terms("facts", terms, is_long=not are_short(terms))


def _term(row):
    if row.html:
        return nodes.Term(row.label, rich(row.html, OF_TEXT))
    return _line(row.label, row.text, "muted" if row.is_note else "")


def _line(label, text, look):
    return nodes.Term(label, (nodes.Line(text, look=look),))
