"""The head of a document: key facts, ratings at a glance, and what must not be missed. Pure."""

from recommendations import rag
from recommendations.deadlines import Outcome

from ...kinds import CommentsState
from ..blocks import Facts, Glance, Notice, Row
from ..voices import has_comments
from .days import answered_words, last_day_words, sums
from .findings import answered_notice, override_notice, rag_of, rated
from .words import sentence

NOT_RECORDED = "not recorded here"


def head(record, *rows):
    """Yield the key facts, the ratings at a glance where there are any, and the notices.

    `rows` are key facts that stand before the others.
    """
    yield Facts((*rows, *_rows(record)))
    findings = rated(record.findings)
    if findings:
        words = rag.in_words(rag_of(finding) for finding in findings)
        yield Glance(findings, tuple(map(record.source_of, findings)), sentence(words))
    for notice in (answered_notice(record), override_notice(record)):
        if notice:
            yield Notice(notice)


def person_words(person):
    """Return "Becky Riggs, Acting Chief Constable", or that nobody is recorded."""
    if person is None:
        return sentence(NOT_RECORDED)
    return f"{person.name}, {person.title}" if person.title else person.name


def _rows(record):
    yield Row("Answered by", record.body.name)
    if record.body.title == record.body.name:
        yield Row("Office-holder", person_words(record.commissioner))
    else:
        yield Row(record.body.title, _holder_words(record))
    yield Row("Chief officer", person_words(record.chief_officer))
    if words := _comments_words(record):
        yield Row("Chief officer’s comments", words)
    yield reports_published(record)
    yield Row("Last day to answer", sentence(last_day_words(record)))
    yield Row("Response published", sentence(answered_words(record)))
    for name, words in sums(record):
        yield Row(f"How the days are counted {name}".strip(), words)
    if record.late_reason and record.deadline.outcome != Outcome.IN_TIME:
        yield Row("Reason for lateness", record.late_reason)
    if record.further_reports:
        yield Row("Also answers", "; ".join(report.title for report in record.further_reports))
    if record.follows:
        yield Row("Follows the response to", _follows_words(record.follows))


def reports_published(record):
    """Return the Row of the day on which the report was published, or each by its name."""
    if not record.further_reports:
        return Row("Report published", sentence(str(record.report.published_on)))
    days = (f"“{one.short_title}”: {one.published_on}" for one in record.reports)
    return Row("Reports published", "; ".join(days))


def _comments_words(record):
    """Return what came of the chief officer's comments, or "" where nothing of it is recorded."""
    comments = record.comments
    if comments.state == CommentsState.SUBMITTED:
        return f"Received on {comments.settled_on}"
    if comments.state == CommentsState.DECLINED:
        return f"Declined on {comments.settled_on}: {comments.why_none}"
    if has_comments(record):
        return "They stand in the text, in the chief officer’s own voice"
    if comments.reply_by_on:
        return f"Asked for by {comments.reply_by_on}; none received"
    return ""


def _follows_words(earlier):
    if not earlier.published_on:
        return earlier.report_title
    return f"{earlier.report_title}, published {earlier.published_on}"


def _holder_words(record):
    """The holder's name alone where the label already says the title."""
    holder = record.commissioner
    if holder is not None and holder.title == record.body.title:
        return holder.name
    return person_words(holder)
