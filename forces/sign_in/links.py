"""Mails with a link by which somebody sets a password: Django's token, valid once and for days."""

import datetime
import logging
from threading import Thread

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from .matching import open_account_of

# Nobody fills a colleague's letter box by asking again and again.
BETWEEN_LINKS = datetime.timedelta(minutes=5)
NOT_SENT = (
    "The mail was not sent: the mail server did not take it. Check the address, and try again "
    "later. If it fails again, ask whoever runs this site: the cause is in its log."
)
log = logging.getLogger(__name__)


def send_link(*, user, by, now):
    """Send `user` a link to set a password, at the wish of `by`; return the user.

    Raises ValidationError with a sentence where the mail cannot be sent; why is in the log.
    """
    if not settings.SITE_ADDRESS:
        raise ValidationError("The mail was not sent: this site does not know its own address.")
    try:
        message_for(user, asked_for_by=by).send()
    except OSError as error:
        log.exception("A link to set a password was not sent.")
        raise ValidationError(NOT_SENT) from error
    _note(user, now)
    return user


def send_forgotten(*, email, now):
    """Send a link to whoever has `email`, as soon as the answer does not wait for it.

    Whoever asks learns nothing from the time it takes: the mail server is spoken to apart.
    Returns the thread in which that is done.
    """
    user = open_account_of(email)
    messages = []
    if user and _may_be_sent_a_link(user, now):
        messages = [message_for(user, asked_for_by=None)]
        _note(user, now)
    thread = Thread(target=_send_all, args=[messages])
    thread.start()
    return thread


def message_for(user, *, asked_for_by):
    """Return the mail with a link for `user`; `asked_for_by` is None where they asked."""
    number = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    known = {
        "user": user,
        "asked_for_by": asked_for_by,
        "site_name": settings.SITE_NAME,
        "site_address": settings.SITE_ADDRESS,
        "link": settings.SITE_ADDRESS + reverse("set_password", args=[number, token]),
        "sign_in": settings.SITE_ADDRESS + reverse("account_login"),
        "days": settings.PASSWORD_LINK_DAYS,
    }
    text = render_to_string("mail/set_password.txt", known)
    return EmailMessage(f"{settings.SITE_NAME}: set your password", text, to=[user.email])


def _may_be_sent_a_link(user, now):
    """Whether `user` has a password to forget, and was sent no link just now."""
    was_sent_one = user.link_sent_at and now - user.link_sent_at < BETWEEN_LINKS
    return user.has_usable_password() and not was_sent_one


def _note(user, now):
    user.link_sent_at = now
    user.save(update_fields=["link_sent_at"])


def _send_all(messages):
    try:
        get_connection().send_messages(messages)
    except OSError:
        log.exception("A link for a forgotten password was not sent.")
