"""The write of a draft that was made from a document, into a response that is held."""

from itertools import chain

from recommendations.models import Recommendation

from ..models import Answer, LabelledField, NarrativeSection, PrintedWording, Signatory
from .outcome import Removed
from .refusal import ImportRefusedError

PARTS = ("fields", "wordings", "sections", "signatories")
MOVED_ON = "The response or its report has changed since you looked: nothing was written."


def has_text(response):
    """Whether anybody wrote into the draft: text of any part, or an answer."""
    return any(getattr(response, part).exists() for part in (*PARTS, "answers"))


def take_out_text(response):
    """Delete the parts of `response` and return the Removed.

    An answer with words of its own stays; one that only pointed to a section goes with it.
    """
    removed, kept = [], []
    for answer in response.answers.filter(explained_in__isnull=False):
        name = _names(answer)
        if answer.action or answer.why_none:
            answer.explained_in = None
            answer.save(update_fields=["explained_in"])
            kept.append(name)
        else:
            answer.delete()
            removed.append(name)
    rows = 0
    for part in PARTS:
        found = getattr(response, part).all()
        rows += found.count()
        found.delete()
    return Removed(rows, tuple(removed), tuple(kept))


def _names(answer):
    """Return what people call the findings that `answer` is to."""
    findings = answer.findings.order_by("report", "order", "pk")
    return " and ".join(one.name for one in findings) or "an answer to no recommendation"


def write(response, draft, *, is_added, on):
    """Write the parts of `draft` on the day `on`, after those that are there where it `is_added`.

    Return what a person should check. Raises ImportRefusedError where a section or a finding
    that it speaks of is there no more.
    """
    if not is_added:
        response.title, response.layout = draft.title, draft.layout
    elif not response.title:
        response.title = draft.title
    notes = list(_set_day(response, draft.published_on, on))
    response.save(update_fields=["title", "layout", "published_on"])
    for model, part, rows in (
        (LabelledField, "fields", draft.fields),
        (NarrativeSection, "sections", draft.sections),
        (Signatory, "signatories", draft.signatories),
    ):
        first = _next_order(response, part)
        for order, row in enumerate(rows, start=first):  # One by one: each stands in the history.
            model.objects.create(response=response, order=order, **vars(row))
    for pk, text in draft.additions.items():
        _add_to_section(response, pk, text)
    findings = Recommendation.objects.filter(report__in=response.reports()).in_bulk()
    if not {*chain(*draft.answers), *(w.finding_id for w in draft.wordings)} <= findings.keys():
        raise ImportRefusedError(MOVED_ON)
    notes += [note for wording in draft.wordings for note in _write_wording(response, wording)]
    return (*notes, *_write_answers(response, draft.answers, findings, is_added=is_added))


def _next_order(response, part):
    """Return the order of a row that is put behind those of the `part` of a response."""
    last = getattr(response, part).order_by("order").last()
    return last.order + 1 if last else 0


def _add_to_section(response, pk, text):
    section = response.sections.filter(pk=pk).first()
    if section is None:
        raise ImportRefusedError(MOVED_ON)
    section.body += text
    section.save(update_fields=["body"])


def _write_wording(response, wording):
    """A finding has one wording in a response: what is printed twice follows the first."""
    there = response.wordings.filter(finding=wording.finding_id).first()
    if there is None:
        order = _next_order(response, "wordings")
        PrintedWording.objects.create(response=response, order=order, **vars(wording))
        return
    there.text += wording.text
    there.save(update_fields=["text"])
    yield f"{there.finding.name} had a printed wording: the document's follows it."


def _write_answers(response, answers, findings, *, is_added):
    """Write `answers`, {keys of findings: text}; `findings` has each finding by its key.

    They follow the answers to the same findings where it `is_added`, else they stand in the
    place of every earlier answer to these. Return what a person should check.
    """
    notes = [] if is_added else _make_room(response, answers)
    for keys, text in answers.items():
        notes += _write_answer(response, [findings[key] for key in keys], text, is_added=is_added)
    return notes


def _make_room(response, answers):
    """Take the findings that are answered anew from the earlier answers, but one to just these.

    What answers nothing more is deleted, what answers others too stays for those.
    """
    anew, kept, notes = set(chain(*answers)), set(), []
    same = {frozenset(keys) for keys in answers}
    for answer in response.answers.prefetch_related("findings").order_by("order", "pk"):
        keys = frozenset(finding.pk for finding in answer.findings.all())
        if not keys & anew or (keys in same and keys not in kept):
            kept.add(keys)
            continue
        notes.append(_give_up(answer, keys - anew))
    return notes


def _give_up(answer, others):
    """Leave `answer` to the `others` of its findings, or delete it; return what was done."""
    before = _names(answer)
    if others:
        answer.findings.set(others)
        left = _names(answer)
        return f"The earlier answer to {before} now stands for {left} alone: look at its words."
    answer.delete()
    return f"The earlier answer to {before} is gone: the document answers anew."


def _write_answer(response, findings, text, *, is_added):
    """Write what is answered to `findings`, after or in place of an answer to just these."""
    answer = _answer_to(response, findings)
    if answer is None:
        order = _next_order(response, "answers")
        answer = Answer.objects.create(response=response, order=order, action=text)
        answer.findings.set(findings)
        return
    had_words = bool(answer.action or answer.why_none)
    if is_added:
        answer.action += text
    else:
        answer.action, answer.why_none, answer.position = text, "", ""
    answer.save(update_fields=["action", "why_none", "position"])
    if had_words:
        how = "follows what was there" if is_added else "stands in place of what was there"
        yield f"The answer to {_names(answer)} {how}."


def _answer_to(response, findings):
    """Return the first answer of `response` to just `findings`, or None."""
    found = response.answers.filter(findings__in=findings).distinct().order_by("order", "pk")
    wanted = {finding.pk for finding in findings}
    of = ((answer, {one.pk for one in answer.findings.all()}) for answer in found)
    return next((answer for answer, keys in of if keys == wanted), None)


def _set_day(response, day, on):
    """Set the day of the response from the document, unless what is there says it better.

    A published response keeps its day: it decides the day of 56. Nothing was published on a
    day that is still to come on the day `on`.
    """
    before = response.published_on
    if not day.is_known or before.iso == day.iso:
        return
    if day.is_to_come(on=on):
        ours = f"stays {before}" if before else "is left blank"
        yield f"The document is dated {day}, a day to come: the day of the response {ours}."
        return
    if not before.is_known:
        response.published_on = day
    elif response.publications.exists() or _is_more_exact(before, day):
        yield f"The document is dated {day}; the day of the response stays {before}."
    else:
        response.published_on = day
        yield f"The day of the response is now {day}; it was {before}."


def _is_more_exact(before, day):
    return before.is_day and not day.is_day and day.earliest <= before.earliest <= day.latest
