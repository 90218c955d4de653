"""Which sections of a document belong to the answer to which recommendation. Pure."""

from collections import Counter
from dataclasses import dataclass, field

from . import headed, standing, vocabulary
from .elements import Section


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

        What is deeper does. Of its own level does a label ("Response", "Progress"), but not
        the heading of a chapter that comes after an answer.
        """
        if not self.about or section.level < self.section.level:
            return False
        heading = section.heading.removesuffix(":")
        if section.level > self.section.level or standing.labelled(heading):
            return True
        is_chapter = vocabulary.heads_reply(heading) and times == 1 and self._is_answered(section)
        return vocabulary.heads_answer(heading) and not is_chapter

    def _is_answered(self, section):
        """Whether there is an answer already, were `section` one below it."""
        return bool(self.below or self.about.parted(self.section, (section,))[1])


def gather(sections, findings):
    """Return `sections` as Gathereds, each section in one, in their order."""
    times = Counter(section.heading.casefold() for section in sections)
    found = []
    for place, section in enumerate(sections):
        about = headed.heading(section, findings)
        if not about and found and found[-1].takes(section, times[section.heading.casefold()]):
            found[-1].below.append(section)
        else:
            found.append(Gathered(place, section, about))
    return found
