"""To whom section 55(6) of the Police Act 1996 has copies of a response sent. Pure."""

from django.db import models


class Recipient(models.TextChoices):
    INSPECTORATE = "inspectorate", "The inspectorate"
    HOME_SECRETARY = "home_secretary", "The Home Secretary"

    @property
    def in_a_sentence(self):
        """The label as it stands inside a sentence: "the Home Secretary"."""
        return f"{self.label[0].lower()}{self.label[1:]}"

    @property
    def office(self):
        """The office of the person to whom a letter is written."""
        return OFFICES[self]

    @property
    def greeting(self):
        """How a letter to that office begins where nothing else is recorded."""
        return GREETINGS[self]


OFFICES = {
    Recipient.INSPECTORATE: "His Majesty’s Chief Inspector of Constabulary",
    Recipient.HOME_SECRETARY: "Home Secretary",
}
GREETINGS = {
    Recipient.INSPECTORATE: "Dear Chief Inspector",
    Recipient.HOME_SECRETARY: "Dear Home Secretary",
}
