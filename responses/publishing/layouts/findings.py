"""The tables of recommendations: wording, addressees, rating and answers of each. Pure."""

from recommendations.kinds import FindingKind
from recommendations.rag import Rag

from ..blocks import AnswerRow, FindingRow, FindingsTable, Heading, Link, Notice
from .words import count, in_a_row

AS_A_WHOLE = "This response answers {} as a whole."
OF_ITS_OWN = "an answer of its own or a section that explains it"
OF_THEIR_OWN = "an answer of their own or a section that explains them"


def rag_of(finding):
    """Return the Rag of `finding`; one without a rating is not yet assessed."""
    return Rag(finding.rating.rag) if finding.rating else Rag.NOT_ASSESSED


def rated(findings):
    """Return the findings that have a rating or could have one."""
    return tuple(
        finding
        for finding in findings
        if finding.kind.key != FindingKind.PRACTICE or finding.rating
    )


def label_of(finding):
    """Return what stands in the first column: "3a", or the kind too where it is another kind."""
    label = finding.printed_label or finding.label
    return label if label and finding.kind.key == FindingKind.RECOMMENDATION else finding.name


def short_label(kind, label, ref):
    """Return the few letters that name a finding in a strip: "3a", or "AFI 1" for another kind.

    `kind` is one of FindingKind. A number alone is that of a recommendation.
    """
    if label and (kind == FindingKind.RECOMMENDATION or not label.isdecimal()):
        return label
    return ref.replace("-", " ").upper()


def table_anchor(report):
    """Return the address of a report's table; two hyphens keep it apart from headings."""
    return f"{report.slug}--recommendations"


def tables(record):
    """Yield a heading and a table for each report that is answered and has findings."""
    for report in reports_with_findings(record):
        yield Heading(level=2, text=table_heading(record, report), anchor=table_anchor(report))
        if report.source_note:
            yield Notice(report.source_note)
        findings = [f for f in record.findings if f.report_slug == report.slug]
        rows = tuple(_row(record, finding) for finding in findings)
        yield FindingsTable(caption=report.short_title, rows=rows)


def answered_notice(record):
    """Return how many recommendations have an answer, or "" where all have one or none is due.

    Section 55(5B) asks for an explanation of each; a response that answers as a whole says so.
    """
    missing = len(record.open_findings)
    if not missing:
        return ""
    elsewhere = sum(finding.is_not_for_this_force for finding in record.due_findings)
    due = len(record.due_findings) - elsewhere
    them = count(due, "recommendation")
    others = f", and {elsewhere} more {_are(elsewhere)} not for this force" if elsewhere else ""
    if not record.answers_as_a_whole:
        return f"{missing} of {them} {_have(missing)} no answer{others}."
    answered = due - missing
    as_a_whole = AS_A_WHOLE.format("the reports" if record.further_reports else "the report")
    if answered == 0:
        return f"{as_a_whole} None of its {them} has {OF_ITS_OWN}{others}."
    theirs = OF_ITS_OWN if answered == 1 else OF_THEIR_OWN
    return f"{as_a_whole} {answered} of {them} {_have(answered)} {theirs}{others}."


def override_notice(record):
    """Return what is not explained or else missing, and the approver's reason, or ""."""
    reason = record.override_reason
    if not reason:
        return ""
    if not (record.open_findings or record.other_gaps):
        return f"Reason given for what is missing: {reason}"
    unexplained = [_unexplained_words(record)] if record.open_findings else []
    return f"{'. '.join((*unexplained, *record.other_gaps))}. Reason given: {reason}"


def _unexplained_words(record):
    """Return "Not explained: recommendations 1 and 2", by report where there are several."""
    parts = []
    for report in reports_with_findings(record):
        labels = [label_of(one) for one in record.open_findings if one.report_slug == report.slug]
        them = "recommendation" if len(labels) == 1 else "recommendations"
        of = report.source if record.further_reports else ""
        parts += [f"{them} {in_a_row(labels)}{of}"] if labels else []
    return f"Not explained: {'; '.join(parts)}"


def _are(number):
    return "is" if number == 1 else "are"


def _have(number):
    return "has" if number == 1 else "have"


def gap_words(record, finding):
    """Return what stands in the place of an answer to `finding` where there is none."""
    if not finding.is_due_an_answer:
        return "No answer needed"
    if finding.is_not_for_this_force:
        return "Not for this force, for the reason given"
    return "No answer of its own" if record.answers_as_a_whole else "No answer"


def reports_with_findings(record):
    """Return the reports that are answered and have findings, the lead report first."""
    slugs = {finding.report_slug for finding in record.findings}
    return tuple(report for report in record.reports if report.slug in slugs)


def table_heading(record, report):
    """Return the heading of a report's table, with its name where there are several reports."""
    return f"Recommendations: {report.short_title}" if record.further_reports else "Recommendations"


def section_link(answer):
    """Return the link to the section that explains, or None where `answer` names none."""
    if not answer.section_anchor:
        return None
    return Link(answer.section_anchor, answer.section_heading or "without a heading")


def _row(record, finding):
    return FindingRow(
        finding=finding,
        label=label_of(finding),
        html=finding.printed_html or finding.html,
        answers=tuple(_answer(record, finding, answer) for answer in record.answers_to(finding)),
        gap=gap_words(record, finding),
    )


def _answer(record, finding, answer):
    """Return `answer` beside `finding`: its text if this is the first finding it covers."""
    section = section_link(answer)
    position = position_words(answer)
    first = next(f for f in record.findings if answer in record.answers_to(f))
    if first is finding or not (answer.action_html or answer.why_none_html):
        return AnswerRow(position, answer.action_html, answer.why_none_html, section)
    source = record.source_of(first) if first.report_slug != finding.report_slug else ""
    together = Link(first.anchor, f"{_name(first)}{source}")
    return AnswerRow(position, "", "", section, together)


def position_words(answer):
    """Return the position of `answer` in words, or "" where it states none."""
    return answer.position.words if answer.position else ""


def _name(finding):
    """What a sentence calls it: "recommendation 3a"."""
    name = f"{finding.kind.words} {finding.printed_label or finding.label}".strip()
    return name[:1].lower() + name[1:]
