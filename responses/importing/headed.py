"""What stands under the heading of a recommendation: its wording, its answer, its rating. Pure."""

import re
from dataclasses import dataclass

from ..kinds import Voice
from . import labels, shapes, standing, vocabulary
from .answering import answer_to, ratings
from .elements import Heading, Numbered, Paragraph
from .marks import as_typed
from .matching import ALIKE, Match, find_all, overlap, significant
from .pieces import Piece, To, What
from .rich import bold, to_html

SAYS_THE_SAME = 0.8
FEWEST_WORDS = 3
# A heading that says no more than the column of a table would.
BARE = re.compile(r"(?:our\s+)?(?:response|reply|answer):?", re.IGNORECASE)
NOTHING = "nothing stands under it"


@dataclass(frozen=True)
class About:
    """The heading of a recommendation, or of several."""

    matches: tuple[Match, ...]
    label: str
    words: str

    @property
    def to(self):
        return answer_to(self.matches)

    @property
    def why(self):
        return self.matches[0].why

    @property
    def findings(self):
        return [found.finding for found in self.matches]

    def pieces(self, section, below=(), why_bare=""):
        """Yield (line, piece) of the wording where it is printed again, the answer, and a rating.

        `below` are the sections that belong to the answer; `why_bare` says, where there is a
        better word for it, why a heading with nothing under it is left out.
        """
        printed, elements = self.parted(section, below)
        if printed:
            wording = f"{To.WORDING}{self.findings[0].pk}"
            yield section.at, Piece(What.WORDING, wording, self.label, to_html(printed), self.why)
        heading = "" if printed or not self.words else self.words
        if elements or heading:
            body = bold(heading) + to_html(elements)
            yield section.at, Piece(What.ANSWER, self.to, section.heading, body, self.why)
        elif not (printed or below):
            why = why_bare or NOTHING
            yield section.at, Piece(What.BARE, To.OUT, section.heading, "", why)
        for part in below:
            yield part.at, self.further(part)
        said = _said_in([(section.heading, elements), *((s.heading, s.elements) for s in below)])
        last = (section, *below)[-1].at
        yield from ((last, piece) for one in self.findings for piece in ratings(one, said))

    def theirs_alone(self, section, below, chief_is_commissioner):
        """Return the heading of the chief officer's words that are the whole answer, or ""."""
        said, heading = [], ""
        for element in self.parted(section, below)[1]:
            if isinstance(element, Heading):
                heading = element.text
            else:
                said.append(heading)
        said += [part.heading for part in below if part.elements]
        authors = {vocabulary.author(heading, chief_is_commissioner) for heading in said}
        return said[0] if authors == {Voice.CHIEF_OFFICER} else ""

    def further(self, section):
        """Return a section below the heading as a further part of the answer."""
        label = f"{self.label}: {section.heading}"
        is_bare = BARE.fullmatch(section.heading)
        if is_bare and not section.elements:
            return Piece(What.BARE, To.OUT, label, "", NOTHING)
        body = ("" if is_bare else bold(section.heading)) + to_html(section.elements)
        return Piece(What.ANSWER, self.to, label, body, "under its heading")

    def parted(self, section, below=()):
        """Return the elements of the wording, and those of the answer."""
        elements = list(section.elements)
        is_printed = len(self.words.split()) >= FEWEST_WORDS
        printed = [Paragraph(as_typed(self.words))] if is_printed else []
        if below and vocabulary.heads_reply(below[0].heading):
            asked = [element for element in elements if not _standing(element)]
            if asked and any(_are_of(asked, finding) for finding in self.findings):
                return printed + asked, [e for e in elements if e not in asked]
        is_followed = len(elements) > 1 or below or _is_same(elements, self.findings)
        if is_followed and elements and any(says(elements[0], f) for f in self.findings):
            printed.append(elements.pop(0))
        return printed, elements


def heading(section, findings):
    """Return the About of a section whose heading names a finding of the report, or None."""
    if section.is_run_in:
        found = matches(section.heading, "", findings)
        return About(found, section.heading, "") if found else None
    printed = labels.ABOUT.fullmatch(section.heading) or labels.AFTER.fullmatch(section.heading)
    if not printed:
        return None
    found = matches(printed["label"], printed["words"], findings)
    return About(found, printed["label"], printed["words"]) if found else None


def matches(label, words, findings):
    """Return the Matches of a label and words that name findings of the report, else ()."""
    found = find_all(label, words, findings)
    return found if found[0].finding else ()


def says(element, finding):
    """Whether `element` says what the report says in `finding`, or nearly so."""
    is_text = isinstance(element, (Paragraph, Numbered))
    return is_text and overlap(element.text, finding.words) >= SAYS_THE_SAME


def _is_same(elements, findings):
    """Whether all of `elements` is what the report says in one of `findings`, and no answer."""
    said = significant(" ".join(element.text for element in elements))
    return any(said and said in (significant(f.subject), significant(f.words)) for f in findings)


def _are_of(elements, finding):
    """Whether `elements`, which stand over a reply, are what the report says in `finding`."""
    words = " ".join(element.text for element in elements)
    return not significant(finding.words) or overlap(words, finding.words) >= ALIKE


def _standing(element):
    """Return ("status", "owner" or "due", value) of a labelled line of the standing, or None.

    The full stop after it is none of its value.
    """
    labelled = isinstance(element, Paragraph) and shapes.colon_labelled(
        element.text.replace("**", "")
    )
    name = standing.labelled(labelled[0]) if labelled else ""
    value = labelled[1].removesuffix(".") if name else ""
    return (name, value) if value else None


def _said_in(parts):
    """Return what `parts`, pairs of a heading and elements, say of the standing.

    It stands in labelled lines, or in a few words under a heading: {"status": …, "owner": …}.
    """
    found = {}
    for heading_, elements in parts:
        name = standing.labelled(heading_.removesuffix(":"))
        if name and elements and len(elements[0].text) <= standing.LONGEST:
            found.setdefault(name, elements[0].text)
        for label, value in filter(None, map(_standing, elements)):
            found.setdefault(label, value)
    return found
