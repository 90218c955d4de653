"""The two layouts of a published response: pure functions from a Record to blocks."""

from .record import lay_out_record
from .statement import lay_out_statement

LAYOUTS = {"statement": lay_out_statement, "record": lay_out_record}


def lay_out(record, layout_name):
    """Return the blocks of `record` in the layout called `layout_name`, one of LAYOUTS.

    Each text of the record stands in them once. Raises KeyError for another name.
    """
    return tuple(LAYOUTS[layout_name](record))
