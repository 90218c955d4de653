"""Made-up sentences for a demonstration: a few words are common and most are rare, as in English.

Pure.
"""

WHO = (
    *("The force", "The control room", "The custody team", "The vetting unit", "The training team"),
    *("The crime team", "The neighbourhood team", "The digital team", "The chief officer’s team"),
)
DOES = (
    *("reviews", "has rewritten", "is testing", "will publish", "samples", "has replaced"),
    *("audits", "plans", "has funded", "is buying", "will train on", "measures", "has paused"),
)
# The first are written most often, each of the others less than the one before it.
KINDS = (
    *("local", "new", "regional", "shared", "digital", "weekly", "written", "joint", "internal"),
    *("mobile", "interim", "rural", "covert", "forensic", "bilingual", "overnight", "coastal"),
)
THINGS = (
    *("guidance", "plan", "training", "assessment", "audit", "policy", "record", "rota", "desk"),
    *("checklist", "backlog", "referral", "handover", "triage", "fleet", "contract", "panel"),
    *("dashboard", "patrol", "archive", "helpline", "scorecard", "interview suite", "drone"),
    *("cadet scheme", "evidence store", "radio network", "mentor", "kennel", "marine unit"),
    *("aerial survey", "amnesty", "hackathon", "template library", "boat crew", "armourer"),
    *("sniffer dog", "mounted branch", "livestock officer", "heritage crime lead"),
)
HOW = (
    *("each month", "with the partners", "after an audit", "for the third time", "by the spring"),
    *("before the panel meets", "in every district", "with new money", "as the inspectors ask"),
    *("and reports to the board", "with dip samples", "although posts are vacant"),
)


def sentence(chance):
    """Return a made-up sentence; `chance` is a random.Random."""
    what = f"the {_drawn(KINDS, chance)} {_drawn(THINGS, chance)}"
    return f"{chance.choice(WHO)} {chance.choice(DOES)} {what} {chance.choice(HOW)}."


def _drawn(words, chance):
    """Return one of `words`: of the second there are half as many as of the first, and so on."""
    return chance.choices(words, [1 / place for place in range(1, len(words) + 1)])[0]


def paragraphs(chance, number, *, sentences=3):
    """Return `number` made-up paragraphs as rich text, of so many `sentences` each."""
    return "".join(
        f"<p>{' '.join(sentence(chance) for _ in range(sentences))}</p>" for _ in range(number)
    )
