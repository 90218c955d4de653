"""Which sections of a document belong to the answer to which recommendation. Pure."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from ..kinds import Level
from . import headed, standing, vocabulary
from .elements import Paragraph, Section
from .marks import as_typed
from .matching import by_subject

AROUND = " ()[]"
MARK = re.compile(r"[,;]|\s[–—-]\s")


@dataclass
class Gathered:
    """A section in its place, and what is answered in it: an About, with the sections below it.

    Of a section that answers nothing, `about` is None.
    """

    place: int
    section: Section
    about: headed.About | None = None
    below: list[Section] = field(default_factory=list)

    @property
    def keys(self):
        """The keys of the findings that are answered."""
        return tuple(finding.pk for finding in self.about.findings)

    def takes(self, section, times):
        """Whether `section` belongs to the answer; `times` is how often its heading stands.

        What is deeper does, and a box below it. Of its own level does a label ("Response",
        "Progress"), but not the heading of a chapter that comes after an answer.
        """
        if not self.about or section.level < self.section.level:
            return False
        if section.is_in_box and section.level > Level.SECTION:
            return True
        heading = section.heading.removesuffix(":")
        if section.level > self.section.level or standing.labelled(heading):
            return True
        is_chapter = vocabulary.heads_reply(heading) and times == 1 and self._is_answered(section)
        return vocabulary.heads_answer(heading) and not is_chapter

    def _is_answered(self, section):
        """Whether there is an answer already, were `section` one below it."""
        return bool(self.below or self.about.parted(self.section, (section,))[1])

    def is_answered_again(self, about, section):
        """Whether `section`, which is `about` findings, heads the reply to those of this one."""
        is_same = bool(self.about and about) and self.about.to == about.to
        return is_same and vocabulary.heads_reply(section.heading)


def gather(sections, findings):
    """Return `sections` as Gathereds, each section in one, in their order."""
    times = Counter(section.heading.casefold() for section in sections)
    found = []
    for place, each in enumerate(sections):
        section, about = _with_state(each, _about(each, findings))
        may_be_below = found and (not about or found[-1].is_answered_again(about, section))
        if may_be_below and found[-1].takes(section, times[section.heading.casefold()]):
            found[-1].below.append(section)
        else:
            found.append(Gathered(place, section, about))
    return found


def _about(section, findings):
    """Return the About of a section whose heading names a finding, by a label or its subject."""
    about = headed.heading(section, findings)
    if about or not section.heading:
        return about
    match = by_subject(section.heading, findings)
    return headed.About((match,), section.heading, "") if match else None


def _with_state(section, about):
    """Return both, the state that the heading says ("Recommendation 3 – Red") as a labelled line.

    More may follow the state after a comma or a dash ("Amber, due March"). A heading that says
    something else beside its label is left as it is.
    """
    if not about or not standing.is_bare(MARK.split(about.words.strip(AROUND))[0]):
        return section, about
    state = Paragraph(f"State: {as_typed(about.words.strip(AROUND))}")
    return replace(section, elements=(*section.elements, state)), replace(about, words="")
