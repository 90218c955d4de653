"""Sentences that hand the word to the chief officer, without a heading that does. Pure."""

import re

from . import vocabulary

LONGEST = 300
SAID = (
    r"said|says|say|stated|states|commented|responded|responds|replied|replies|wrote|"
    r"writes|written|added|told\s+(?:me|us|the\s+\w+)|informed\s+(?:me|us)|advised"
)
WORDS = rf"(?:{vocabulary.SAYS}|responses|comments|views|remarks|statements)"
GIVEN = r"provided|submitted|given|gave|sent|offered|made|received|supplied|shared|sought|obtained"
# "has commented as follows:", "in response stated:", "says:".
SPOKE = re.compile(
    rf"\b(?:{SAID})(?:\s+(?:as\s+follows|the\s+following|in\s+(?:response|full|reply)))?\s*:$",
    re.I,
)
# "has provided the following response:", "comments were received from the Chief Constable:".
GAVE = re.compile(
    rf"(?:\b(?:{GIVEN})\b.*\b{WORDS}|\b{WORDS}\b.*\b(?:{GIVEN})\b|\bfollowing\s+{WORDS}\b).*:$",
    re.I,
)
# "comments are as follows", "I asked for their comments, which are set out below", "reply is:".
BELOW = re.compile(
    rf"\b(?:{WORDS}|{SAID})\b.*\b(?:(?:as\s+follows|below|overleaf|follows?)\W*|(?:is|are|reads?):)$",
    re.I,
)
# What is asked of somebody is not said by them, and what is told after "that" is told by another.
ASKED = re.compile(
    r"\b(?:asks?|asked|expects?|expected|requires?|required|wants?|requests?|requested|invites?|"
    r"invited|urges?|calls?\s+(?:up)?on)\b.*\bto\b.*:$|\bthat\s*:$",
    re.I,
)
SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"‘'])")


def hands_over(text, chief_is_commissioner=False):
    """Return the last sentence of `text` where it gives the chief officer the word, or "".

    It names them, or the force, and what they said follows: "The Chief Constable has commented as
    follows:". `chief_is_commissioner`: in London the chief officer's title is Commissioner.
    """
    sentence = SENTENCE_ENDS.split(text.strip())[-1]
    is_short = len(sentence) <= LONGEST
    if not is_short or not vocabulary.names_chief_officer(sentence, chief_is_commissioner):
        return ""
    is_given = any(pattern.search(sentence) for pattern in (SPOKE, GAVE, BELOW))
    return sentence if is_given and not ASKED.search(sentence) else ""
