"""A proposal as plain facts, and back: it goes to a browser and returns, signed. Pure."""

from dataclasses import asdict

from recommendations.partial_dates import PartialDate

from .pieces import Piece, Proposal, Rating


def to_facts(proposal):
    """Return `proposal` as what JSON can hold."""
    return asdict(proposal) | {"day": proposal.day.stored()}


def from_facts(facts):
    """Return the Proposal of which `to_facts` made `facts`, after JSON."""
    return Proposal(
        pieces=tuple(_piece(piece) for piece in facts["pieces"]),
        layout=facts["layout"],
        day=PartialDate.from_stored(facts["day"]),
        told=tuple(facts["told"]),
        to_check=tuple(facts["to_check"]),
    )


def _piece(facts):
    rating = facts["rating"] and Rating(**facts["rating"])
    return Piece(**facts | {"rating": rating})
