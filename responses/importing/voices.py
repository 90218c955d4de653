"""Whose words the sections of a document are, by their headings. Pure."""

from ..kinds import Level, Voice
from . import vocabulary


class Voices:
    """Told of each section of the narrative in order, it says whose words they are.

    The author of a section speaks until the heading of a section names another. One that the
    heading of a part names speaks until the next heading of a part or a section.
    """

    def __init__(self, chief_is_commissioner):
        self._chief_is_commissioner = chief_is_commissioner
        self.section = Voice.COMMISSIONER

    def of(self, heading, level, byline=""):
        """Return the Voice of what stands under `heading`; `section` is that of its section.

        A byline says it, where there is one.
        """
        if said := vocabulary.author(byline, self._chief_is_commissioner):
            self.section = said if level == Level.SECTION else self.section
            return said
        if level == Level.SECTION:
            named = vocabulary.author(heading, self._chief_is_commissioner)
            self.section = named or self.section
            return self.section
        return vocabulary.speaker(heading, self._chief_is_commissioner) or self.section
