"""Writes the site: asks for each address, and keeps what is answered as a file."""

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.formats import date_format

from ..pages.copying import copying
from ..published import moves
from .addresses import EXPORTED, paths
from .asking import GONE, LEADS_ELSEWHERE, SENT, ask
from .folder import ABOUT, SIGN, new_folder
from .former import former_paths
from .parts import content_of, used_by_page, used_by_stylesheet
from .servers import nginx_lines
from .snapshot import snapshot

NOT_FOUND, NGINX = "404.html", "nginx.conf"


def export(place, *, on, told):
    """Write the public site to the folder `place`, as of now; return how many files it has.

    `on` is the day (a London date) that the pages name. `told` is called with the name of each
    pattern and the number of files so far. No more than one page is in memory at a time. Raises
    NotAnsweredError and OSError, and leaves then what was at `place`.
    """
    with new_folder(place) as folder, snapshot(), copying(on):
        copy = Copy(folder)
        for name in EXPORTED:
            for path in paths(name):
                copy.add(path)
            told(name, len(folder.sums))
        copy.finish(on)
    return len(folder.sums) + 1


class Copy:
    """A copy that is being written to `folder`."""

    def __init__(self, folder):
        self.folder = folder
        self.moved = moves()
        self.static = set()
        self.gone = []

    def add(self, path):
        """Write what stands at `path`, and under the addresses that it had."""
        response = ask(path)
        if response.status_code in LEADS_ELSEWHERE:
            self._add_way(path, response["Location"])
        elif response.status_code == SENT or path.endswith("/"):
            self._write(path, response.content)
            if response.status_code == GONE:
                self.gone.append(path)
        for before in former_paths(path, self.moved):
            self._add_way(before, path)

    def finish(self, on):
        """Write what stands at no address of the site: its styles, and what is about the copy."""
        self._write(f"/{NOT_FOUND}", _page("404.html", {}))
        for address in sorted(self.static):
            self._add_static(address)
        self.folder.write(NGINX, nginx_lines(self.gone, self.moved).encode())
        self.folder.write(ABOUT, _about(on).encode())

    def _add_way(self, path, target):
        """Lead from `path` on to `target`; what is no page cannot, and is the same file there."""
        if path.endswith("/"):
            self._write(path, _page("public/moved.html", {"target": target}))
            return
        response = ask(target)
        if response.status_code in LEADS_ELSEWHERE:
            self._add_way(path, response["Location"])
        elif response.status_code == SENT:
            self._write(path, response.content)

    def _write(self, path, content):
        is_page = path.endswith(("/", ".html"))
        if is_page:
            self.static |= used_by_page(content.decode())
        name = f"{path}index.html" if path.endswith("/") else path
        self.folder.write(name.removeprefix("/"), content)

    def _add_static(self, address, seen=None):
        """Write the static file at `address` and what it names in turn."""
        seen = self.static if seen is None else seen
        content = content_of(address)
        self.folder.write(address.removeprefix("/"), content)
        if address.endswith(".css"):
            for further in sorted(used_by_stylesheet(address, content.decode()) - seen):
                seen.add(further)
                self._add_static(further, seen)


def _page(template, context):
    return render_to_string(template, context, request=HttpRequest()).encode()


def _about(on):
    return (
        f"{SIGN} on {date_format(on)}.\n\n"
        f"It holds the public pages of {settings.SITE_NAME}, {settings.SITE_ADDRESS}/, with every\n"
        "version of each response and its files, at the addresses that they have there. A search\n"
        "needs the register itself. Serve this folder as the root of a web server, and open /.\n\n"
        "To see that nothing was changed: sha256sum -c SHA256SUMS\n"
        "nginx.conf holds what nginx needs to be told to serve it as the register does.\n"
    )
