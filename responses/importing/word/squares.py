"""A cell of a Word table with what stands in it, and where in the grid it is. Pure."""

from dataclasses import dataclass, field

from .. import shapes


@dataclass(eq=False)
class Square:
    """A cell with its `own` elements, over so many columns; `owner` is one above that goes on
    over it, and that has its elements too.
    """

    own: list
    column: int = 0
    across: int = 1
    shade: str = ""
    owner: "Square | None" = None
    below: list["Square"] = field(default_factory=list)

    @property
    def elements(self):
        """What stands in it and in those that it goes on over; of these none has any."""
        return [] if self.owner else [e for each in (self, *self.below) for e in each.own]

    @property
    def down(self):
        """How many rows it is over."""
        return 1 + len(self.below)

    @property
    def end(self):
        """The column of the grid after its last."""
        return self.column + self.across

    @property
    def text(self):
        return " ".join(element.text for element in self.elements)

    @property
    def label(self):
        """Its words as a label, without bold and a colon at the end."""
        return shapes.without_marks(self.text.removesuffix(":")).removesuffix(":").strip()

    def go_on(self, owner):
        """Be a cell that `owner` goes on over."""
        self.owner = owner
        owner.below.append(self)
