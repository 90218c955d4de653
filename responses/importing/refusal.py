"""How an import says no."""


class ImportRefusedError(Exception):
    """A document that is not imported; its text is one sentence for the person who tried."""


class DraftHasTextError(ImportRefusedError):
    """The draft has text that nobody asked to replace."""
