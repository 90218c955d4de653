"""Whose words the sections of a document are, by their headings, and what to check. Pure."""

from ..kinds import Level, Voice
from . import shapes, vocabulary

OF_FORCE = (
    "“{heading}” is taken for the chief officer's words: look whether they are, or those of "
    "somebody else in the force."
)
MAY_BE_THEIRS = (
    "“{heading}” is taken for the local policing body's words: look whether they are the chief "
    "officer's, or the force's."
)
AFTER_THEIRS = (
    "“{heading}” comes after “{before}”, and does not say whose it is: it is taken for the local "
    "policing body's words, not for the chief officer's."
)


def heading_of(line):
    """Return the words of a `line` that stands over text in a box, without its marks."""
    return shapes.without_marks(line.removesuffix(":")).removesuffix(":")


def gives_word(line):
    """Whether a `line` alone gives somebody the word for what stands below it in a box."""
    heading = heading_of(line)
    is_line = shapes.heading(heading) is not None
    return is_line and vocabulary.says(heading) and bool(vocabulary.speaker(heading))


class Voices:
    """Told of each section of the narrative in order, it says whose words they are.

    The local policing body speaks, but where a heading gives the word to somebody: then they
    speak until the next heading of that level, or the end of the box in which they stand.
    `notes` say in sentences what a person should check; `section` is the voice of the section
    that a part would be put below.
    """

    def __init__(self, chief_is_commissioner):
        self._chief_is_commissioner = chief_is_commissioner
        self.section, self.notes = Voice.COMMISSIONER, []
        self._voice = self._of_parts = Voice.COMMISSIONER
        self._theirs = {}

    @property
    def heading(self):
        """The heading that gives the chief officer the word for what follows, or ""."""
        return next(reversed(self._theirs.values()), "")

    def over(self, level):
        """Return the heading over those of `level` that gives the chief officer the word, or ""."""
        above = [heading for one, heading in self._theirs.items() if one < level]
        return above[-1] if above else ""

    def beside(self, level):
        """Return the heading of that `level` that gives the chief officer the word, or ""."""
        return self._theirs.get(level, "")

    def of(self, section, level):
        """Return the Voice of a Section at a `level`; a byline says it, where there is one."""
        said = vocabulary.author(section.byline, self._chief_is_commissioner)
        voice = said or self._named(section, level)
        if not said:
            before = self.beside(level)
            self.notes += to_check(section.heading, voice, self._chief_is_commissioner, before)
        if not (section.is_framed or section.goes_on):
            self.end(level)
            self._theirs[level] = self._heading(section, level, voice)
            self._voice = voice
            self._of_parts = voice if level == Level.SECTION else self._of_parts
        if level == Level.SECTION:
            self.section = voice
        return voice

    def _heading(self, section, level, voice):
        """Return the heading by which the chief officer speaks in a section, "" by a byline alone.

        A byline goes on to what stands below, such as the answers in a document of this site.
        """
        if voice != Voice.CHIEF_OFFICER:
            return ""
        is_given = vocabulary.speaker(section.heading, self._chief_is_commissioner)
        return section.heading if is_given else self.over(level)

    def _named(self, section, level):
        if section.goes_on:
            return self._voice
        outer = Voice.COMMISSIONER if level == Level.SECTION else self._of_parts
        return vocabulary.speaker(section.heading, self._chief_is_commissioner) or outer

    def of_reply(self, label):
        """Return the Voice of a reply in a form, which is a section under its `label`."""
        self.section = vocabulary.speaker(label, self._chief_is_commissioner) or Voice.COMMISSIONER
        self.notes += to_check(label, self.section, self._chief_is_commissioner)
        return self.section

    def end(self, level):
        """End what stands under the headings of `level` and below."""
        self._theirs = {one: heading for one, heading in self._theirs.items() if one < level}
        if level == Level.SECTION:
            self._of_parts = Voice.COMMISSIONER


def to_check(heading, voice, chief_is_commissioner, before=""):
    """Return the sentences on a `heading` whose words, taken for those of `voice`, may be others'.

    `before` is the heading of its level before it, where that was the chief officer's.
    """
    if voice == Voice.CHIEF_OFFICER:
        return [OF_FORCE.format(heading=heading)] if vocabulary.is_force(heading) else []
    if vocabulary.may_speak(heading, chief_is_commissioner):
        return [MAY_BE_THEIRS.format(heading=heading)]
    is_named = vocabulary.author(heading, chief_is_commissioner) == Voice.COMMISSIONER
    if before and heading and not is_named:
        return [AFTER_THEIRS.format(heading=heading, before=before)]
    return []
