"""The covering letter of a published Record: its words put in place. Pure."""

import re
from dataclasses import replace

from forces.recipients import Recipient
from recommendations.partial_dates import PartialDate
from recommendations.rich_tree import Run

from ..documents.making import DEMONSTRATION, LANGUAGE, letterhead_of
from ..duty import check
from ..publishing.document import Letter, OfToday
from ..publishing.html import web_address
from ..publishing.layouts.words import in_a_row
from ..publishing.record import Person
from .placeholders import fill

DUTY = "Section 55(6) of the Police Act 1996 asks me to send it to you."
NO_DAY = "date not recorded"
SPACES = re.compile(r"[ \t]+")
# What a blank placeholder leaves before the end of a sentence.
LEFT_OVER = re.compile(r" (?=[.,;:])")


def letter_of(record, edition, addressee, wording, on):
    """Return the Letter to `addressee`, a CopyAddressee, of `wording`."""
    values = values_of(record, edition, addressee, on)
    signs = signatory_of(record)
    return Letter(
        title=_filled(wording.subject, values),
        subject=f"Covering letter to {Recipient(addressee.recipient).in_a_sentence}",
        language=LANGUAGE,
        letterhead=letterhead_of(record),
        edition=OfToday(on),
        to=addressee.lines,
        date=values["today"],
        salutation=values["salutation"],
        paragraphs=tuple(_paragraphs(wording, values)),
        close=_filled(wording.close, values),
        signatory=signs.name,
        office=signs.title,
        notice=DEMONSTRATION if record.is_demonstration else "",
    )


def signatory_of(record):
    """Return who signs, a Person: the office-holder of the record, or the body where none is known.

    The demonstration names real people, to whom it gives no letter to sign.
    """
    if record.commissioner and not record.is_demonstration:
        return record.commissioner
    return Person(record.body.name, "")


def values_of(record, edition, addressee, on):
    """Return what stands in the place of each of PLACEHOLDERS."""
    reports = record.reports
    days = [one.published_on for one in reports]
    return {
        "report": in_a_row([f"“{one.title}”" for one in reports]),
        "report_published": _when_published(reports),
        "report_published_on": _of_each(reports, [day.words or NO_DAY for day in days]),
        "inspectorate": in_a_row(list(dict.fromkeys(one.inspectorate for one in reports))),
        "force": record.force.name,
        "body": record.body.name,
        "signatory": signatory_of(record).name,
        "version": str(edition.number),
        "response_published": _when(record.published_on),
        "published_on": edition.published_words,
        "address": edition.address,
        "hash": edition.sha256,
        "addressee": addressee.in_a_line,
        "salutation": addressee.greeting,
        "today": PartialDate.of(on).words,
        "duty": "" if check(record, on=on).why_not else DUTY,
    }


def _when_published(reports):
    """Return when `reports` were published, as far as that is known of them all; else ""."""
    told = [_when(one.published_on) for one in reports]
    return _of_each(reports, told) if all(told) else ""


def _of_each(reports, told):
    """Return what is `told` of each of `reports`, in order: once where it is the same of all."""
    if len(set(told)) == 1:
        return told[0]
    pairs = zip(told, reports, strict=True)
    return in_a_row([f"{words} (“{one.short_title}”)" for words, one in pairs])


def _when(day):
    """Return "on 15 April 2026" or "in April 2026"; "" where the day is not known."""
    return replace(day, phrase="").when if day.is_known else ""


def _paragraphs(wording, values):
    for paragraph in wording.paragraphs:
        if text := _filled(paragraph, values):
            yield tuple(_runs(text, values["address"]))


def _filled(text, values):
    lines = (SPACES.sub(" ", line).strip() for line in fill(text, values).splitlines())
    return LEFT_OVER.sub("", "\n".join(lines).strip())


def _runs(text, address):
    """Yield the runs of a paragraph, with `address` as a link."""
    if not (address and web_address(address)):
        yield Run(text)
        return
    before, *rest = text.split(address)
    if before:
        yield Run(before)
    for after in rest:
        yield Run(address, address=address)
        if after:
            yield Run(after)
