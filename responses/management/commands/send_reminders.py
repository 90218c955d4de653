"""Send each person the reminders that are due, or print them."""

from django.conf import settings
from django.core.mail import get_connection
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from recommendations.partial_dates import PartialDate, parse
from responses.publishing.layouts.words import count
from responses.reminders.days import mail_of_days
from responses.reminders.delivery import send_all
from responses.reminders.reading import read_material

DAY, MAIL = "=" * 72, "-" * 72


class Command(BaseCommand):
    help = (
        "Send each person one mail with the reminders that are due today and were not sent yet. "
        "Run it once a day; a day that was missed is caught up with. With --print it prints "
        "what would be sent, and neither sends nor records anything."
    )

    def add_arguments(self, parser):
        parser.add_argument("--print", action="store_true", help="print, and send nothing")
        parser.add_argument("--on", metavar="DATE", help="with --print: as of that day")
        parser.add_argument("--from", metavar="DATE", help="with --print: day by day from then on")
        parser.add_argument("--days", type=int, help="with --from: so many days (7)")

    def handle(self, **options):
        first, days = _days_asked_for(options)
        if not settings.SITE_ADDRESS:
            raise CommandError("SITE_ADDRESS is not set: the links in the mail need it.")
        site = {"site": settings.SITE_ADDRESS, "site_name": settings.SITE_NAME}
        if options["print"]:
            self._print(first, days, site)
        elif settings.DEMONSTRATION:
            raise CommandError("A demonstration sends no mail. Add --print to read it here.")
        else:
            self._send(site)

    def _print(self, first, days, site):
        material = read_material(on=first)
        for on, mails in mail_of_days(material, first, days, **site):
            number = count(len(mails), "mail")
            self.stdout.write(f"{DAY}\n{PartialDate.of(on).words}: {number}\n{DAY}")
            for mail in mails:
                self.stdout.write(_printed(mail))

    def _send(self, site):
        on = timezone.localdate()
        with _opened() as connection:
            outcome = send_all(
                read_material(on=on),
                on=on,
                connection=connection,
                sender=settings.DEFAULT_FROM_EMAIL,
                **site,
            )
        reminders = sum(len(mail.reminders) for mail in outcome.sent)
        told = f"{count(len(outcome.sent), 'mail')} with {count(reminders, 'reminder')}"
        self.stdout.write(f"Sent {told}." if outcome.sent else "Sent no mail.")
        for person in outcome.without_address:
            self.stderr.write(f"{person.name} has no e-mail address, so nothing was sent to them.")
        if outcome.failed:
            raise CommandError(_failures(outcome.failed))


def _opened():
    """Return the open mail backend; raises CommandError where there is no mail server."""
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:
        raise CommandError(
            f"The mail server cannot be reached, so nothing was sent: {error}. The next run tries "
            "again."
        ) from error
    return connection


def _failures(failed):
    lines = [f"{person.name}: {error}" for person, error in failed]
    failures = f"{count(len(failed), 'mail')} could not be sent; the next run tries again."
    return "\n".join([failures, *lines])


def _printed(mail):
    to = f"{mail.person.name} <{mail.person.email}>" if mail.person.email else mail.person.name
    note = "" if mail.person.email else " (no e-mail address, so it would not be sent)"
    return f"To: {to}{note}\nSubject: {mail.subject}\n\n{mail.body}\n{MAIL}"


def _days_asked_for(options):
    """Return the first day to print and how many; raises CommandError for what makes no sense."""
    on, start, days = options["on"], options["from"], options["days"]
    if (on or start or days is not None) and not options["print"]:
        raise CommandError("--on, --from and --days go with --print.")
    if on and (start or days is not None):
        raise CommandError("Give either --on, or --from with --days.")
    if days is not None and not (start and 1 <= days <= 366):
        raise CommandError("--days goes with --from, and is between 1 and 366.")
    if start:
        return _day(start), 7 if days is None else days
    return (_day(on) if on else timezone.localdate()), 1


def _day(text):
    try:
        date = parse(text)
    except ValueError as error:
        raise CommandError(str(error)) from error
    if not date.is_day:
        raise CommandError(f"“{text}” is not a day. Write it like 15 April 2026, or 2026-04-15.")
    return date.earliest
