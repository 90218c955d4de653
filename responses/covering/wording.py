"""The words of a covering letter, as they are where nobody has written others. Pure."""

import re
from dataclasses import dataclass

from forces.recipients import Recipient

BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True)
class Wording:
    """The subject line, the text with a blank line between its paragraphs, and the close.

    Each may hold placeholders.
    """

    subject: str
    text: str
    close: str

    @property
    def paragraphs(self):
        text = self.text.replace("\r\n", "\n").strip()
        return tuple(BLANK_LINES.split(text)) if text else ()


SUBJECT = "{force}: response to {report}"
CLOSE = "Yours sincerely"
REST = """

The response was published {response_published}. Anybody can read it, as version {version}, here:
{address}

My office will gladly answer any question about it."""
DEFAULTS = {
    Recipient.HOME_SECRETARY: Wording(
        SUBJECT,
        "I enclose a copy of my response to {report}, which {inspectorate} published "
        f"{{report_published}}. {{duty}}{REST}",
        CLOSE,
    ),
    Recipient.INSPECTORATE: Wording(
        SUBJECT,
        "I enclose a copy of my response to {report}, which you published {report_published}. "
        f"{{duty}}{REST}",
        CLOSE,
    ),
}
