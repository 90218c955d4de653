"""How the import says that it does not take a file."""

MOST_PIECES = 20_000
LONG = (
    "The document has more than 20,000 paragraphs, items and rows: no response has, so it is "
    "probably not the right file."
)


class ImportRefusedError(Exception):
    """The document is not imported; its text is one sentence for the person who tried."""
