"""How the import says that it does not take a file."""


class ImportRefusedError(Exception):
    """The document is not imported; its text is one sentence for the person who tried."""
