"""Sentences that hand the word to the chief officer, without a heading that does. Pure."""

import re

from ..kinds import Voice
from . import vocabulary

LONGEST = 300
SAID = (
    r"said|says|say|stated|states|commented|responded|responds|replied|replies|wrote|"
    r"writes|written|added|told\s+(?:me|us|the\s+\w+)|informed\s+(?:me|us)|advised"
)
# Not of "response times", which are no words.
WORDS = (
    rf"(?:{vocabulary.SAYS}|responses|comments|views|remarks|statements)"
    r"(?!\s+(?:times?|rates?|teams?|units?|officers?|figures|plans?|meetings?)\b)"
)
GIVEN = r"provided|submitted|given|gave|sent|offered|made|received|supplied|shared|sought|obtained"
# "has commented as follows:", "in response stated:", "says:", "said the following.".
SPOKE = re.compile(
    rf"\b(?:{SAID})(?:(?:\s+(?:as\s+follows|in\s+(?:response|full|reply)))?\s*:|"
    r"\s+the\s+following\s*[:.])$",
    re.I,
)
# "has provided the following response:", "comments were received from the Chief Constable:".
GAVE = re.compile(
    rf"\b(?:{GIVEN})\s+(?:the\s+following|this)\s+{WORDS}\s*\.$|"
    rf"(?:\b(?:{GIVEN})\b.*\b{WORDS}|\b{WORDS}\b.*\b(?:{GIVEN})\b|\bfollowing\s+{WORDS}\b).*:$",
    re.I,
)
# "comments are as follows", "I asked for their comments, which are set out below", "reply is:".
BELOW = re.compile(
    rf"\b(?:{WORDS}|{SAID})\b.*\b(?:(?:as\s+follows|below|overleaf|follows?)\W*|(?:is|are|reads?):)$",
    re.I,
)
# "Below is the reply of the Chief Constable:", and "Please see below the comments of the force."
ABOVE = re.compile(
    r"(?:please\s+)?(?:(?:see|find|set\s+out|reproduced|printed)\s+)?(?:below|here|overleaf)\b"
    rf".*\b{WORDS}\b.*[:.]$",
    re.I,
)
# "Chief Constable Jo Fenwick:", "Chief Constable (Jo Fenwick):".
NAMED = re.compile(
    rf"(?:(?:the|acting|temporary|interim)\s+)*(?:{vocabulary.CHIEF_OFFICER})\s*,?\s+"
    r"\(?(?-i:[A-Z][\w.’'-]*)(?:\s+(?-i:[A-Z][\w.’'-]*)){0,3}\)?\s*:$",
    re.I,
)
# "My response to the Chief Constable's comments is as follows:", "The PCC's reply to the force:".
OURS = re.compile(
    rf"(?:my|our|(?:the\s+)?(?P<body>{vocabulary.BODY_AS_AUTHOR})['’]?s?)\s+(?:\w+\s+)?{WORDS}\b|"
    r"(?:i|we)\s+(?:have\s+)?(?:provided|submitted|given|gave|offered|made)\b(?!.*\bwho\b)",
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
    is_given = is_given or ABOVE.match(sentence) or NAMED.match(sentence)
    is_theirs = not (ASKED.search(sentence) or _is_ours(sentence, chief_is_commissioner))
    return sentence if is_given and is_theirs else ""


def _is_ours(sentence, chief_is_commissioner):
    """Whether a `sentence` begins with what the local policing body says, to whomever."""
    found = OURS.match(sentence)
    if not found or not found["body"]:
        return bool(found)
    return vocabulary.author(found["body"], chief_is_commissioner) == Voice.COMMISSIONER
