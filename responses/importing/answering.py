"""What a row of a table answers to which recommendation, and how an answer is rated. Pure."""

from dataclasses import dataclass, replace
from html import escape

from . import labels, standing, whose
from .elements import Numbered, Paragraph
from .matching import find, find_all
from .pieces import THEIR_PART, Piece, Rating, To, What
from .rich import inline, to_html


@dataclass(frozen=True)
class Row:
    """The pieces of a row of a table, and a pair of the row and each finding that it answers.

    `is_ours` says that a column is the local policing body's; `alone` is the heading of the
    chief officer's words where there are no others, or "", `kept` that of the section of the
    chief officer in which the answer stays.
    """

    at: int
    pieces: tuple[Piece, ...]
    placed: tuple = ()
    is_ours: bool = False
    alone: str = ""
    kept: str = ""

    @property
    def keys(self):
        """The keys of the findings that it answers."""
        return tuple(finding.pk for _, finding in self.placed)

    def kept_under(self, heading, names):
        """Return the Row with what it says as a part of the section of that `heading`.

        What answers no finding stays there too. `names` is what people call each finding, by its
        key.
        """
        pieces = tuple(
            _kept(piece, heading, names) if piece.what == What.ANSWER else piece
            for piece in self.pieces
        )
        return replace(self, pieces=pieces, alone="", kept=heading)


def _kept(piece, heading, names):
    """Return an answer as a part of the chief officer's section of that `heading`."""
    label = " and ".join(names[key] for key in piece.about) or piece.label
    why = f"it stands under “{heading}”"
    return replace(piece, what=What.SECTION, to=THEIR_PART, label=label, why=why)


def row(answered, findings, chief_is_commissioner=False):
    """Return the Row of an Answered of a document for the `findings` of the report.

    `chief_is_commissioner`: in London the chief officer's title is Commissioner.
    """
    made = _joint if answered.rows else _sole
    answered = whose.in_turn(answered, chief_is_commissioner)
    return made(answered, findings, chief_is_commissioner)


def _sole(answered, findings, chief_is_commissioner):
    is_ours = whose.is_ours(answered, chief_is_commissioner)
    alone = whose.alone(answered, chief_is_commissioner)
    label, words, answered = _labelled(answered, findings)
    matches = find_all(label, words, findings)
    others = _others(answered, findings)
    pieces = [
        *_asked(answered, label, matches[0]),
        *_said(replace(answered, together="") if others else answered, label, matches + others),
    ]
    about = [found.finding for found in matches if found.finding]
    for finding in about:
        pieces += ratings(finding, _standing(answered))
    placed = tuple((answered, finding) for finding in about)
    return Row(answered.at, tuple(pieces), placed, is_ours, alone)


def _others(answered, findings):
    """Return the Matches of what is answered together with a row, () where one is of none."""
    named = filter(None, answered.together.split("; "))
    matches = tuple(match for label in named for match in find_all(label, "", findings))
    return matches if all(match.finding for match in matches) else ()


def _joint(answered, findings, chief_is_commissioner):
    """Return the Row of a joint answer; where one row fits no finding a person has the choice."""
    rows = [row(one, findings, chief_is_commissioner) for one in answered.rows]
    named = [_labelled(one, findings)[:2] for one in answered.rows]
    matches = [match for label, words in named for match in find_all(label, words, findings)]
    matches.sort(key=lambda match: bool(match.finding))
    label = " and ".join(filter(None, (label for label, _ in named)))
    pieces = [piece for one in rows for piece in one.pieces]
    pieces.sort(key=lambda piece: piece.what != What.WORDING)
    printed = sum(piece.what == What.WORDING for piece in pieces)
    pieces[printed:printed] = _said(answered, label, matches)
    placed = tuple(pair for one in rows for pair in one.placed)
    is_ours = whose.is_ours(answered, chief_is_commissioner) or any(one.is_ours for one in rows)
    theirs = [whose.alone(answered, chief_is_commissioner), *(one.alone for one in rows)]
    alone = "" if answered.said else next(filter(None, theirs), "")
    return Row(answered.at, tuple(pieces), placed, is_ours, alone)


def is_about(answered, findings):
    """Whether the row that `answered` is speaks of one of `findings`."""
    label, words, _ = _labelled(answered, findings)
    return bool(find_all(label, words, findings)[0].finding)


def _labelled(answered, findings):
    """Return the label, the words that were asked, and the Answered with these apart.

    Where a cell of numbers holds the words, they are what is asked, and the other way round.
    A list of recommendations has the numbers of all of them.
    """
    label, before = labels.apart(answered.label)
    if before:
        answered = replace(answered, asked=(Paragraph(before), *answered.asked))
    asked = " ".join(element.text for element in answered.asked)
    if label:
        return label, asked, answered
    label, words = labels.apart(asked)
    first = answered.asked[0] if answered.asked else None
    if not label and isinstance(first, Numbered):
        return _listed(answered.asked, findings) or first.label, words, answered
    return label, words, answered if words else replace(answered, asked=())


def _listed(asked, findings):
    """Return the numbers of a list of which each item prints a finding, "" of any other."""
    items = [item for item in asked if not (isinstance(item, Numbered) and item.level)]
    if len(items) < 2 or not all(isinstance(item, Numbered) for item in items):
        return ""
    matches = [find(item.label, item.text, findings) for item in items]
    return ", ".join(item.label for item in items) if all(m.finding for m in matches) else ""


def _asked(answered, label, found):
    """Yield the recommendation as printed; the wording of several stays with the first."""
    if answered.asked:
        body = to_html(answered.asked)
        to = f"{To.WORDING}{found.finding.pk}" if found.finding else To.UNPLACED
        yield Piece(What.WORDING, to, label, body, found.why)


def answer_to(matches):
    """Return where a piece goes that answers the findings of `matches`."""
    return To.ANSWER + ",".join(str(found.finding.pk) for found in matches)


def _said(answered, label, matches):
    """Yield the answer: what other columns say follows it, each under its heading.

    A state with words beside it follows too, in full: its rating may never be ticked.
    """
    parts = [to_html(answered.said)]
    for field in answered.rest:
        heading = f"<p><strong>{inline(field.label)}</strong></p>" if field.label else ""
        parts.append(heading + to_html(field.value))
    is_found = bool(matches[0].finding)
    if not is_found:
        parts += [_line("Owner", answered.owner), _line("Due", answered.due)]
    if not is_found or not standing.is_bare(answered.status):
        parts.append(_line("State", answered.status))
    parts.append(_line("Answered together with", answered.together))
    body = "".join(parts)
    if body or (label and not answered.asked and not is_found):
        to = answer_to(matches) if is_found else To.UNPLACED
        yield Piece(What.ANSWER, to, label, body, matches[0].why)


def _line(label, words):
    return f"<p>{label}: {escape(words, quote=False)}</p>" if words else ""


def _standing(answered):
    return {"status": answered.status, "owner": answered.owner, "due": answered.due}


def ratings(finding, said):
    """Yield the rating that a document gives `finding`, as a piece that nothing takes unseen.

    `said` is {"status": …, "owner": …, "due": …}, or less.
    """
    rag = standing.rag_of(said.get("status", ""))
    owner, due = said.get("owner", ""), said.get("due", "")
    if rag or owner or due:
        words = said.get("status", "") if rag else ""
        rating = Rating(finding.pk, rag, words, owner, due)
        yield Piece(What.RATING, To.RATING, finding.name, rating=rating)
