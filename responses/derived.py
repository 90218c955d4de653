"""What is made of the publications of a response, beside them, and made anew at any time."""

from .pages.kept import keep
from .searching.indexing import index


def derive(response):
    """Keep the pages of every version of `response`, and the passages of what is current.

    Call it in the transaction of the change, while the response is held. Returns how many
    pages it kept.
    """
    index(response)
    return keep(response)
