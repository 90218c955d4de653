"""Made-up sentences for a demonstration, of as many different words as a search wants. Pure."""

WHO = (
    *("The force", "The control room", "The custody team", "The vetting unit", "The training team"),
    *("The crime team", "The neighbourhood team", "The digital team", "The chief officer’s team"),
)
DOES = (
    *("reviews", "has rewritten", "is testing", "will publish", "samples", "has replaced"),
    *("audits", "plans", "has funded", "is buying", "will train on", "measures", "has paused"),
)
WHAT = (
    *("its guidance on bail", "the risk assessment", "its backlog of devices", "every referral"),
    *("the handover of cases", "its record of detention", "how callers are triaged", "the rota"),
    *("the search of vehicles", "its safeguarding plan", "the quality of case files", "its fleet"),
    *("the interpreters’ contract", "its missing persons desk", "the firearms licence queue"),
    *("the stalking checklist", "its rural patrols", "the fraud triage", "its leadership course"),
)
HOW = (
    *("each month", "with the partners", "after an audit", "for the third time", "by the spring"),
    *("before the panel meets", "in every district", "with new money", "as the inspectors ask"),
    *("and reports to the board", "with dip samples", "although posts are vacant"),
)


def sentence(chance):
    """Return a made-up sentence; `chance` is a random.Random."""
    return " ".join(map(chance.choice, (WHO, DOES, WHAT, HOW))) + "."


def paragraphs(chance, number, *, sentences=3):
    """Return `number` made-up paragraphs as rich text, of so many `sentences` each."""
    return "".join(
        f"<p>{' '.join(sentence(chance) for _ in range(sentences))}</p>" for _ in range(number)
    )
