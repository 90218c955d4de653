"""Sentences that hand the word to the chief officer, without a heading that does. Pure."""

import re

from ..kinds import Voice
from . import vocabulary

LONGEST = 300
# Not of "advised its officers", nor of "told the force".
SAID = (
    r"said|says|say|stated|states|commented|responded|responds|replied|replies|wrote|"
    r"writes|written|added|told\s+(?:me|us|the\s+(?!force|constabulary|chief)\w+)|"
    r"informed\s+(?:me|us)|advised(?!\s+(?:its|their|all)\b)"
)
# Not of "response times", a "statement of intent", "in other words", or what "updates its" rules.
WORDS = (
    rf"(?:(?<!\bother\s)(?:{vocabulary.SAYS}|responses|comments|views|remarks|statements))"
    r"(?!\s+(?:times?|rates?|teams?|units?|officers?|figures|plans?|meetings?|forms?|surveys?|"
    r"of\s+(?:intent|expectations?|purpose)|(?:(?:the\s+)?force\s+has\s+made\s+)?(?:to\s+)?"
    r"(?:its|their)|to\s+(?:all|each|every))\b)"
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
# Of "My response to the Chief Constable's comments is as follows:", of "The PCC's reply to it:",
# of "Below is my response to the force:", and of "I wrote to the Chief Constable as follows:".
BODY = rf"(?:the\s+)?(?:police,?\s+(?:fire\s+)?and\s+crime\s+)?(?:{vocabulary.BODY_AS_AUTHOR})"
MADE = rf"(?:{SAID}|provided|submitted|given|gave|offered|made)\b(?!.*\b(?:who|he|she|they)\b)"
OURS = re.compile(
    r"(?:(?:please\s+see|see|set\s+out|here|below)\s+(?:below\s+)?(?:(?:is|are)\s+)?)?"
    rf"(?:my|our|(?P<body>{BODY})['’]?s?)\s+(?:\w+\s+)?{WORDS}\b|"
    rf"(?:i|we|(?P<author>{BODY}))\s+(?:ha(?:ve|s)\s+)?{MADE}",
    re.I,
)
# "The force's performance, with my comments, is set out below", and "comments from the public".
OF_OTHERS = (
    r"(?:the\s+)?(?:hmicfrs|inspectorate|inspectors?|public|victims|survivors|communities|"
    r"residents)"
)
ANOTHERS = re.compile(
    rf"\b(?:my|our)\s+(?:\w+\s+)?{WORDS}\b|\b{WORDS}\s+(?:of|from|by)\s+{OF_OTHERS}\b|"
    rf"^{OF_OTHERS}(?:['’]s?\s+\w+\s+on\s+the\s+force)?\s+(?:ha(?:ve|s)\s+)?{MADE}",
    re.I,
)
# "The Chief Constable's comments", "the response of the force", "the force has said".
CHIEF = rf"(?:{vocabulary.CHIEF_OFFICER}|{vocabulary.FORCE})"
THEIRS = re.compile(
    rf"\b{CHIEF}(?:['’]s?\s+(?:\w+\s+)?{WORDS}|"
    rf"\W+(?:who\s+)?(?:ha(?:s|ve)\s+)?(?:{SAID}|{GIVEN}))\b|"
    rf"\b{WORDS}\s+(?:\w+\s+)?(?:of|from|by)\s+(?:the\s+)?(?:[\w-]+\s+)?{CHIEF}\b",
    re.I,
)
# Nobody speaks of whom is spoken: "statements on the force".
ABOUT = re.compile(rf"\b(?:on|about|across|against)\s+(?:the\s+)?{CHIEF}\b(?!['’])", re.I)
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
    named = ABOUT.sub("", sentence)
    is_short = len(sentence) <= LONGEST
    if not is_short or not vocabulary.names_chief_officer(named, chief_is_commissioner):
        return ""
    is_given = any(pattern.search(sentence) for pattern in (SPOKE, GAVE, BELOW))
    is_given = is_given or ABOVE.match(sentence) or NAMED.match(sentence)
    is_anothers = ANOTHERS.search(sentence) and not THEIRS.search(named)
    is_theirs = not (ASKED.search(sentence) or _is_ours(sentence, chief_is_commissioner))
    return sentence if is_given and is_theirs and not is_anothers else ""


def _is_ours(sentence, chief_is_commissioner):
    """Whether a `sentence` begins with what the local policing body says, to whomever."""
    found = OURS.match(sentence)
    body = found and (found["body"] or found["author"])
    if not body:
        return bool(found)
    return vocabulary.author(body, chief_is_commissioner) == Voice.COMMISSIONER
