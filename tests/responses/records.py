"""Records in memory, for tests of what is pure: no database."""

from recommendations.partial_dates import parse
from responses.publishing import record

FORCE = record.Force("Borchester Police", "Borchester", "borchester")
BODY = record.Body("Police and Crime Commissioner for Borchester", "Police and Crime Commissioner")
REPORT = record.Report(
    title="An inspection of village policing",
    short_title="Village policing, 2026",
    slug="village-policing-2026",
    kind=record.Named("thematic", "Thematic inspection"),
    inspectorate="HMICFRS",
    published_on=parse("15 April 2026"),
)
IN_MAY = record.Deadline("in_time", parse("9 June 2026"), 17, 47)


def make_record(**values):
    """Return a Record of a response in May 2026 without any text, but for `values`."""
    defaults = {
        "title": REPORT.title,
        "layout": "statement",
        "force": FORCE,
        "body": BODY,
        "report": REPORT,
        "deadline": IN_MAY,
        "published_on": parse("May 2026"),
    }
    return record.Record(**(defaults | values))


def make_finding(label, **values):
    """Return a recommendation of REPORT numbered `label`."""
    defaults = {
        "ref": label,
        "report_slug": REPORT.slug,
        "kind": record.Named("recommendation", "Recommendation"),
        "label": label,
        "name": f"Recommendation {label}",
        "subject": f"Subject {label}",
        "html": f"<p>Wording {label}.</p>",
    }
    return record.Finding(**(defaults | values))


def make_answer(*labels, **values):
    """Return an answer to the recommendations of REPORT with these labels."""
    return record.Answer(refs=tuple(f"{REPORT.slug}/{label}" for label in labels), **values)


def make_section(number, **values):
    """Return a section in the commissioner's voice."""
    defaults = {
        "anchor": f"part-{number}",
        "level": 1,
        "kind": "other",
        "voice": "commissioner",
        "heading": f"Part {number}",
        "html": f"<p>Text of part {number}.</p>",
    }
    return record.Section(**(defaults | values))
