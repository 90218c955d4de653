"""Set up the demonstration in one step, say how to sign in, and serve it."""

import io
import secrets
import socket
from argparse import ArgumentTypeError

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from responses.demonstration import guard
from responses.demonstration.accounts import ACCOUNTS
from responses.demonstration.load import load
from responses.demonstration.national import BOARD, load_national
from responses.models import RenderedPage
from responses.pages.renderer import renderer_at

HOST, PORT = "127.0.0.1", 8000
ADDRESSES = (
    ("The public register", "/"),
    ("A statement, Thames Valley", "/forces/thames-valley/online-child-sexual-abuse-2026/"),
    ("A record form, Staffordshire", "/forces/staffordshire/online-child-sexual-abuse-2026/"),
    ("The admin, for staff", "/admin/"),
)


class Command(BaseCommand):
    help = (
        "Migrate the database, load the forces and the demonstration, print the addresses and "
        f"the sign-ins, and serve on {HOST}:{PORT}. It can be run again without harm."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-serve", action="store_true", help="stop when all is loaded, without serving"
        )
        parser.add_argument(
            "--port",
            type=_port,
            default=PORT,
            help=f"serve on this port of {HOST} instead of {PORT}, as beside another demonstration",
        )

        parser.add_argument(
            "--national",
            action="store_true",
            help="add a made-up register of 150 reports and every force, with five years of "
            "ratings, which takes some minutes",
        )

    def handle(self, *, no_serve, port, national, **options):
        self._refuse_a_real_installation()
        if not no_serve:
            self._refuse_a_taken_port(port)
        if port != PORT:  # Mails and documents lead to where this demonstration is served.
            settings.SITE_ADDRESS = f"http://{HOST}:{port}"
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_forces", stdout=self.stdout)
        password = settings.DEMO_PASSWORD or secrets.token_hex(6)
        load(password=password)
        self._render_what_an_older_version_loaded()
        if national:
            load_national(password=password, told=self._tell_progress)
        self._print_the_way_in(password, port, [BOARD] if national else [])
        if not no_serve:
            # Without the reloader there is one process, which Ctrl-C ends.
            call_command("runserver", f"{HOST}:{port}", use_reloader=False)

    def _render_what_an_older_version_loaded(self):
        """Make its pages, and what the search looks through, as this version does."""
        pages = RenderedPage.objects.select_related("publication__force", "publication__report")
        if not any(page.renderer == _renderer_of(page.publication) for page in pages[:1]):
            call_command("render_publications", stdout=io.StringIO())

    def _refuse_a_real_installation(self):
        if not settings.DEBUG:
            raise CommandError(
                "The demonstration does not run here: DEBUG is off, so this is a real installation."
            )
        try:
            reason = guard.why_not()
        except DatabaseError as error:
            raise CommandError(f"The database cannot be read: {error}") from error
        if reason:
            raise CommandError(reason)

    def _refuse_a_taken_port(self, port):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError as error:
                raise CommandError(
                    f"The demonstration cannot serve: port {port} of this machine is in use. "
                    "Stop what uses it, choose another with --port, or add --no-serve to load "
                    "the demonstration only."
                ) from error

    def _tell_progress(self, done, of):
        bar = "#" * done + "." * (of - done)
        self.stdout.write(f"\r[{bar}] {done} of {of} forces", ending="" if done < of else "\n")
        self.stdout.flush()

    def _print_the_way_in(self, password, port, more):
        lines = ["", "The demonstration is ready.", ""]
        lines += [f"  {what:<30}http://{HOST}:{port}{path}" for what, path in ADDRESSES]
        lines += ["", f"Sign-ins, each with the password {password}", ""]
        lines += [f"  {name}" for name in (*(one.username for one in ACCOUNTS), *more)]
        self.stdout.write("\n".join([*lines, ""]))


def _renderer_of(publication):
    return renderer_at(publication.force.slug, publication.report.slug)


def _port(text):
    """Return the number of a port that anybody may serve on; argparse says so of any other."""
    if not (text.isdecimal() and 1024 <= int(text) <= 65535):
        raise ArgumentTypeError("a port is a number between 1024 and 65535")
    return int(text)
