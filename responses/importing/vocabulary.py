"""The generic words by which labels and headings are told apart. Pure.

Single words of the field, so that any office's wording is understood; the first line of
a table that fits wins.
"""

import re

from ..kinds import FieldKind, SectionKind, Voice

CHIEF_OFFICER = "chief constables?|chief officers?|cc"
LOCAL_BODY = "commissioners?|pcc|pfcc|mayors?|mopac|council|authority"
BODY_AS_AUTHOR = rf"{LOCAL_BODY}|o?pf?cc|local policing bod(?:y|ies)"
OFFICES = re.compile(rf"\b(?:{CHIEF_OFFICER}|{LOCAL_BODY}|chair|deputy|secretary|officer)\b", re.I)
SAYS = (
    "response|reply|answer|comments?|commentary|remarks?|views?|statement|words?|position|foreword|"
    "observations?|feedback|updates?|message|letter"
)
# Words that may be somebody's own, or an account of them.
MAY_SAY = "says|said|narrative|assessment|perspective|contribution|submission|account|explanation"
TO_WHOM = re.compile(r"\b(?:to|on|with|for)\s+(?:the\s+)?(?:acting\s+|temporary\s+)?$", re.I)

# What a force has done, where it is said to be the force's: "Force actions", "Progress by …".
DOES = "actions?|progress"
# The forces whose names have initials of three letters and more, by these alone.
INITIALS = "TVP|GMP|MPS|WMP|WYP|SYP|NYP|SWP|NWP|DCP|CLP|CoLP|ASC|ASP|HIWC|HIOWC|BTP|CNC|MDP|PSNI"

# Whose words may be the chief officer's: "Force", "Staffordshire Police", "The Met", "DCC". Not
# "Police and Crime Commissioner", "Police Authority", "Chief Executive", "Chief Inspector".
FORCE = (
    rf"force|constabulary|the\s+met|[da]cc|(?-i:{INITIALS})|"
    r"police(?!\W+(?:and|&|fire|crime|authority|commissioner|bod(?:y|ies)|chiefs))|"
    r"chief(?!\s+(?:executive|finance|inspector|superintendent|of staff))"
)
OF_OFFICE = r"(?:(?:the|acting|temporary|interim|deputy|assistant|police|fire|crime|and|&),?\s+)*"
OF_PLACE = r"(?-i:(?:[A-Z][\w.’'-]*,?\s+(?:(?:and|&)\s+)?){0,4})"

# "Comments from the Chief Constable", "Chief Constable", "Police and Crime Commissioner's reply".
SPEAKER = re.compile(
    rf"(?:[\d.]+\s+)?(?P<before>(?:(?:the|a|full|formal|written)\s+)*(?:{SAYS})\s+"
    r"(?:(?:received|made|given|provided)\s+)?(?:of|from|by)\s+|"
    rf"(?:(?:{DOES})\s+(?:(?:being|taken|made|planned)\s+)*by|from)\s+)?"
    rf"(?:{OF_OFFICE}(?:[ta]/)?(?P<office>{CHIEF_OFFICER}|{BODY_AS_AUTHOR})|"
    rf"(?:the\s+)?{OF_PLACE}(?:(?P<force>{FORCE})|{OF_OFFICE}(?:{BODY_AS_AUTHOR})))\b(?P<after>.*)",
    re.I,
)
# What a force says has to be said plainly: "Force response to domestic abuse" is about it.
PLAINLY = re.compile(
    rf"(?:\s+force)?(?:['’]s?)?(?:\s+\w+)??\s+"
    rf"(?P<what>(?:{SAYS}|{DOES})(?:\s+(?:(?:and|&)\s+)?(?:{SAYS}|{DOES}))*)"
    r"(?:\s+(?:to|on)\s+(?:(?:the|this|these|all|hmicfrs)(?:['’]s)?\s+)*"
    r"(?:report|recommendations?|findings?|inspection|hmicfrs)\b.*)?:?",
    re.I,
)
# "Joint statement of the Commissioner and Chief Constable", "CC's comments and PCC's response".
JOINT = re.compile(
    rf"\b(?P<one>{CHIEF_OFFICER}|{BODY_AS_AUTHOR}|{FORCE})(?:['’]s?)?(?:\s+(?:{SAYS}))?\s*"
    rf"(?:,|/|&|\b(?:and|with)\b)\s*{OF_OFFICE}"
    rf"(?P<two>{CHIEF_OFFICER}|{BODY_AS_AUTHOR}|{FORCE})\b",
    re.I,
)

# Over a part of an answer: "Our response to this recommendation", "Progress to date".
WHOSE = (
    r"(?:(?:our|the|joint|force|police|fire|crime|and|&|further|latest|formal|opcc|office|"
    rf"{CHIEF_OFFICER}|{LOCAL_BODY})(?:['’]s?)?,?\s+)*"
)
TO_IT = r"(?:\s+(?:to|on)\s+(?:(?:this|the)\s+)?recommendation(?:\s+\d+\w?)?)?:?"
REPLY = re.compile(rf"{WHOSE}(?:responses?|reply|answers?|comments?|position){TO_IT}", re.I)
HOW_FAR = r"(?:\s+(?:taken|plan|planned|update|made|to date))*"
PLAIN = re.compile(
    r"(?:(?:our|the|a|any|full|summary|details?|further|planned|current|latest|formal|office|of|"
    rf"to|on|and|&|/|or|in|date|taken|proposed|recommendations?|findings?|report|{LOCAL_BODY}|o?pf?cc|"
    rf"{SAYS}|{DOES}|explanation|narrative|what|we|have|done|will|do)(?:['’]s?)?(?:\s+|$))+",
    re.I,
)
ACTION = re.compile(rf"{WHOSE}(?:actions?|updates?|progress){HOW_FAR}{TO_IT}", re.I)

FIELDS = (
    (FieldKind.VERSION, "version"),
    (FieldKind.OTHER, "due|deadline"),
    (FieldKind.RECOMMENDATIONS, "recommendations?"),
    (FieldKind.SUMMARY, "summary"),
    (FieldKind.GRADE, "grades?|grading"),
    (FieldKind.INSPECTORATE, "inspectorate|inspector"),
    (FieldKind.REPORT_TITLE, "title"),
    (FieldKind.CHIEF_OFFICER, CHIEF_OFFICER),
    (FieldKind.BODY, LOCAL_BODY),
    (FieldKind.FORCE, "force"),
    (FieldKind.REPORT_TITLE, "report|inspection"),
)
# Whole labels of the form that offices use, before a value that no tab parts from them.
OF_FORM = re.compile(
    r"(?P<label>(?:police\s+)?force|(?:(?:deputy\s+)?(?:police,?\s+(?:(?:and\s+)?fire\s+)?and\s+crime|"
    r"deputy)\s+)?commissioner|mayor|(?:acting\s+|temporary\s+)?chief\s+(?:constable|officer)|"
    r"inspectorate|(?:overall\s+)?grade|(?:published|publication)\s+date|date\s+(?:published|of\s+"
    r"publication)|(?:report\s+)?title(?:\s+of\s+(?:the\s+)?(?:inspection|report))?|version)"
    r":?(?:\s+(?-i:(?P<value>[A-Z0-9].*)))?",
    re.I,
)
# Of these a row holds a name, not what somebody says.
NAMES = (FieldKind.CHIEF_OFFICER, FieldKind.BODY, FieldKind.FORCE)
SECTIONS = (
    (SectionKind.INTRODUCTION, "introduction|background|foreword"),
    (SectionKind.CONCLUSION, "conclusions?|closing"),
    (SectionKind.OVERALL, "overall"),
    (SectionKind.POSITIVE, "positive|strengths?"),
    (SectionKind.DEVELOPMENT, "development|improvements?"),
    (SectionKind.POSITION, "position"),
    (SectionKind.OVERSIGHT, "oversight|scrutiny"),
    (SectionKind.RESPONSE, "response|reply|comments?"),
)
REPLIES = "response|responded|reply|replied|answered"
DATED = "date|dated|published|publication|issued"
OF_REPORT = "published|publication|report|inspection|issued"


def field_kind(label, has_date):
    """Return the FieldKind of a `label`; `has_date` says whether its value is a date."""
    is_date = has_date or (_has(label, DATED) and not _has(label, "title"))
    if is_date and not _has(label, "due|deadline|version"):
        if _has(label, REPLIES):
            return FieldKind.RESPONSE_DATE
        return FieldKind.REPORT_DATE if _has(label, OF_REPORT) else FieldKind.RESPONSE_DATE
    kind = next((kind for kind, words in FIELDS if _has(label, words)), FieldKind.OTHER)
    is_said = says(label) and not _has(label, "names?|titles?")
    return FieldKind.OTHER if kind in NAMES and is_said else kind


def form_row(text):
    """Return (label, value) of a line that begins with a label of the form, or None."""
    found = OF_FORM.fullmatch(text)
    return (found["label"], found["value"] or "") if found else None


def section_kind(heading):
    """Return the SectionKind that the words of a `heading` tell."""
    return next((kind for kind, words in SECTIONS if _has(heading, words)), SectionKind.OTHER)


def author(heading, chief_is_commissioner=False):
    """Return the Voice that a `heading` names as its author, or None where it names none.

    The first one named is the author, but not one to whom it speaks ("… to the Mayor"); the
    force is taken for its chief officer.
    `chief_is_commissioner`: in London the chief officer's title is Commissioner.
    """
    for match in _named(heading, chief_is_commissioner):
        if not TO_WHOM.search(heading[: match.start()]):
            return Voice.CHIEF_OFFICER if match["chief"] else Voice.COMMISSIONER
    return None


def names_chief_officer(text, chief_is_commissioner=False):
    """Whether `text` names the chief officer or the force, as an author or not."""
    return any(match["chief"] for match in _named(text, chief_is_commissioner))


def _named(text, chief_is_commissioner):
    """Return the matches of each who is named in `text`, as "chief" or "body"."""
    chief = f"{CHIEF_OFFICER}|{FORCE}" + ("|commissioners?" if chief_is_commissioner else "")
    return re.finditer(rf"\b(?P<chief>{chief})\b|\b(?P<body>{BODY_AS_AUTHOR})\b", text, re.I)


def speaker(heading, chief_is_commissioner=False):
    """Return the Voice to which a `heading` gives the word, or None.

    Many a heading names who it is about ("Holding the Chief Constable to account"): it has to
    begin with the office, and to say that it speaks, alone. A force has to speak plainly, and
    its position may be somebody's account of it.
    """
    found = SPEAKER.fullmatch(heading.strip())
    if not found or _is_joint(heading, chief_is_commissioner):
        return None
    if found["force"] and not _speaks_plainly(found):
        return None
    after = found["after"]
    if not (found["before"] or not after.strip(" :") or says(after) or PLAINLY.fullmatch(after)):
        return None
    return author(heading, chief_is_commissioner)


def speaker_alone(label, chief_is_commissioner=False):
    """Return the Voice to which a `label` gives the word, as in "Force: they agree", or None.

    Before a colon, or over a column, the name of a force is enough.
    """
    found = SPEAKER.fullmatch(label.strip())
    if found and found["force"] and not (found["before"] or found["after"].strip(" :")):
        return Voice.CHIEF_OFFICER
    return speaker(label, chief_is_commissioner)


def may_speak(heading, chief_is_commissioner=False):
    """Whether the words under `heading` may be the chief officer's, which `speaker` leaves open."""
    if author(heading, chief_is_commissioner) == Voice.CHIEF_OFFICER:
        found = SPEAKER.fullmatch(heading.strip())
        return _has(heading, f"{SAYS}|{MAY_SAY}") or bool(found and found["office"])
    return _is_joint(heading, chief_is_commissioner) and says(heading)


def is_force(heading):
    """Whether a `heading` that gives the word gives it to a force, not to its chief officer.

    What it has done may be told by somebody else, whosever it is.
    """
    found = SPEAKER.fullmatch(heading.strip())
    return bool(found and (found["force"] or _has(heading, DOES)))


def says(text):
    """Whether `text` has a word such as "comments" or "response"."""
    return _has(text, SAYS)


def says_or_does(text):
    """Whether `text` has such a word, or one such as "progress" or "actions"."""
    return _has(text, f"{SAYS}|{DOES}")


def _speaks_plainly(found):
    plain = PLAINLY.fullmatch(found["after"])
    said = plain["what"] if plain else found["before"] and not found["after"].strip(" :")
    return bool(said) and not _has(found[0], "position")


def _is_joint(heading, chief_is_commissioner):
    """Whether two offices of different voices speak together in a `heading`."""
    found = JOINT.search(heading)
    names = (found["one"], found["two"]) if found else ()
    return len({author(name, chief_is_commissioner) for name in names}) > 1


def heads_reply(heading):
    """Whether `heading` says no more than that a reply follows, and whose it is."""
    return bool(REPLY.fullmatch(heading))


def heads_answer(heading):
    """Whether `heading` says no more than that a reply follows, an action, or how far it is."""
    return heads_reply(heading) or bool(ACTION.fullmatch(heading))


def is_plain(heading):
    """Whether `heading` over words is of nobody else: it says only that something is said."""
    return bool(heads_answer(heading) or PLAIN.fullmatch(heading.strip()))


def names_office(text):
    """Whether `text` has the title of an office in it."""
    return bool(OFFICES.search(text))


def _has(text, words):
    return bool(re.search(rf"\b(?:{words})\b", text, re.I))
