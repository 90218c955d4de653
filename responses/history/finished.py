"""What others published or withdrew since a moment, for those who work with its force."""

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from forces import policies

from ..models import Publication


@dataclass(frozen=True)
class Finished:
    """That a version was published or withdrawn: when, in words, and where it is to be seen.

    `by` is who did it, or "" for those who do not look after publications.
    """

    publication: Publication
    at: datetime.datetime
    words: str
    by: str
    address: str


def finished_since(user, since, *, rights):
    """Return as Finished what others than `user` published or withdrew after `since`, newest first.

    It is of the forces whose register the user reads. `rights` are those of the user.
    """
    forces = policies.forces_of(user, policies.READ_REGISTER)
    lately = Q(published_at__gt=since) | Q(withdrawal__withdrawn_at__gt=since)
    rows = Publication.objects.filter(lately, force__in=forces).defer("payload")
    rows = rows.select_related("force", "report", "published_by", "withdrawal__withdrawn_by")
    found = [
        _finished(row, event, rights)
        for row in rows
        for event in _events_of(row)
        if event[0] > since and event[1] != user
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _events_of(publication):
    """Return (moment, who, words) of what happened to `publication`."""
    version = f"Version {publication.number}"
    events = [(publication.published_at, publication.published_by, f"{version} published")]
    if withdrawal := getattr(publication, "withdrawal", None):
        words = f"{version} withdrawn: {withdrawal.reason}"
        events.append((withdrawal.withdrawn_at, withdrawal.withdrawn_by, words))
    return events


def _finished(publication, event, rights):
    """Lead those who look after publications to its page in the admin, others to the public one."""
    at, who, words = event
    is_kept = rights.may(policies.SEE_PUBLICATIONS, publication.force_id)
    page = reverse("admin:responses_publication_change", args=[publication.pk])
    return Finished(
        publication=publication,
        at=at,
        words=words,
        by=str(who) if who and is_kept else "",
        address=page if is_kept else publication.get_absolute_url(),
    )
