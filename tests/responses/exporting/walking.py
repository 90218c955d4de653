"""A copy served by a plain web server, and a walk through all that it leads to."""

import functools
import re
import threading
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urljoin, urlsplit

TYPES = {
    "": "text/html",
    ".html": "text/html",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".atom": "application/atom+xml",
    ".json": "application/json",
    ".csv": "text/csv",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".txt": "text/plain",
}
LINK = re.compile(
    r'<(?:a|link|img|script|form|meta|source)\b[^>]*?\b(?:href|src|action|url)="?([^">]*)'
)
# What other sites are led to by their own address, and this one by its own.
ABSOLUTE = re.compile(r'(?:<link [^>]*href="|<loc>|Sitemap: )([^"<\s]+)')
IN_STYLESHEET = re.compile(r"""url\(\s*["']?([^"')#]+)""")


READ = {"text/html", "text/css", "application/atom+xml", "application/xml", "text/plain"}


class Handler(SimpleHTTPRequestHandler):
    # The one that Python's own table lacks.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".atom": "application/atom+xml"}

    def log_message(self, *args):
        """Say nothing."""


@contextmanager
def served(folder):
    """Give the port on which `folder` is served."""
    handler = functools.partial(Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def get(port, path):
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers.get_content_type(), body


def walk(port, site, start="/"):
    """Return the bodies of all that is found from `start`, by path; each link must be answered.

    `site` is the address that the copy calls its own.
    """
    found, waiting, fragments = {}, [start], set()
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        status, media_type, body = get(port, path)
        assert status == 200, path
        name = path.rpartition("/")[2]
        assert media_type in {TYPES[name[name.rfind(".") :] if "." in name else ""]}, path
        found[path] = body
        for link in links(path, media_type, body, site):
            parts = urlsplit(link)
            assert not parts.query, f"{path} leads to {link}"
            waiting.append(parts.path)
            fragments.add((path, parts.path, parts.fragment))
    for path, target, fragment in fragments:
        if fragment:
            assert f'id="{fragment}"'.encode() in found[target], (path, target, fragment)
    return found


def links(path, media_type, body, site):
    """Yield what a body leads to on the same site, as a path; it may lead to no machine."""
    text = body.decode() if media_type in READ else ""
    found = []
    if media_type == "text/html":
        found = LINK.findall(text)
    elif media_type == "text/css":
        found = IN_STYLESHEET.findall(text)
    elif text:
        found = ABSOLUTE.findall(text)
    for link in found:
        # The way back to the register itself is meant to lead out.
        if media_type == "text/html" and link.startswith(site):
            continue
        link = urljoin(f"{site}{path}", link)
        assert "127.0.0.1" not in link
        assert "testserver" not in link
        if link.startswith(f"{site}/"):
            yield link.removeprefix(site)
