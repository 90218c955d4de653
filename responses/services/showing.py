"""What keeps an approved response from readers, beside what it says: reports, and who answers."""

from forces.models import Oversight

from .opening import ANSWERED_TWICE, NOT_ABOUT, answered_elsewhere

NOT_LISTED = "“{report}” is not on the public register yet. Ask a register editor to put it there."
ANOTHER_BODY = (
    "On the day of the response another body answered for {force}. Have its editors choose it."
)
NO_DAY = "Give the day on which the response was published: readers have seen one."


def why_not_shown(response, *, on):
    """Return the sentence that keeps `response` from being published on the day `on`, or "".

    It has lost the day that readers have seen; a report that it answers, or the one of the
    earlier response that it names, is not on the public register; such a report is not about
    its force or has another response; or another body answered for the force on its day.
    """
    if not response.published_on and response.publications.exists():
        return NO_DAY
    for refuses in (not_listed, _not_answerable):
        if refusal := refuses(response):
            return refusal
    day = response.published_on.latest or on
    oversight = Oversight.objects.on(day).filter(force=response.force)
    bodies = set(oversight.values_list("body", flat=True))
    if bodies and response.body_id not in bodies:
        return ANOTHER_BODY.format(force=response.force)
    return ""


def not_listed(response):
    """Return the sentence that a report it names is not on the public register, or "".

    Of what keeps a response from readers this is read off its reports, for lists too.
    """
    named = [*response.reports(), *([response.follows.report] if response.follows else [])]
    hidden = next((report for report in named if not report.is_listed), None)
    return NOT_LISTED.format(report=hidden) if hidden else ""


def _not_answerable(response):
    """Return the sentence that a report is not this response's to answer, or ""."""
    for report in response.reports():
        if not report.may_be_answered_for(response.force):
            return NOT_ABOUT.format(report=report, force=response.force)
        other = answered_elsewhere(force=response.force, report=report, apart_from=response.pk)
        if other:
            return ANSWERED_TWICE.format(report=report, response=other)
    return ""
