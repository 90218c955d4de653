"""Runs Debian's nginx with the file that docs/deploy ships, but for its addresses and folders."""

import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest
from django.conf import settings

SHIPPED = Path(settings.BASE_DIR) / "docs" / "deploy" / "nginx.conf"
PROGRAM = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
AROUND = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def needed():
    """Skip the test where there is no nginx, unless REQUIRE_NGINX is set: then fail."""
    if PROGRAM is None:
        reason = "nginx is not installed (Debian's package nginx-light)"
        pytest.fail(reason) if os.environ.get("REQUIRE_NGINX") else pytest.skip(reason)


def shipped_for(upstream, port, folder):
    """Return the shipped file with http on `port` for https, and the register at `upstream`."""
    site = SHIPPED.read_text()
    site = re.sub(r"server \{\s+listen 80;.*?\n\}\n", "", site, flags=re.DOTALL)
    for old, new in (
        (r"listen 443 ssl http2;", f"listen 127.0.0.1:{port};"),
        (r"ssl_\w+ .*;", ""),
        (r"answers\.example\.org", "127.0.0.1"),
        (r"server unix:\S+;", f"server {upstream};"),
        (r"/var/cache/nginx/answerable", f"{folder}/cache"),
    ):
        site, number = re.subn(old, new, site)
        assert number, f"{old} is not in the shipped file"
    return site


def run(upstream, folder):
    """Start nginx in front of `upstream`, such as "127.0.0.1:8000"; return it and its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (folder / "site.conf").write_text(shipped_for(upstream, port, folder))
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder))
    process = subprocess.Popen([PROGRAM, "-p", folder, "-c", folder / "nginx.conf"])  # noqa: S603 our own words
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process, port
        time.sleep(0.1)
    process.kill()
    raise RuntimeError((folder / "error.log").read_text())
