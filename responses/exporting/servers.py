"""What a web server needs to be told to serve a copy as the site itself would. Pure."""

HEAD = """\
# For nginx: include this in the server block whose root is this folder (docs/permanence.md).
index index.html;
charset utf-8;
charset_types text/css text/csv text/plain application/xml application/atom+xml application/json;
error_page 404 /404.html;
location ~ \\.atom$ { types { } default_type application/atom+xml; }
location ~ \\.csv$ { types { } default_type text/csv; }
location ~ \\.docx$ {
    types { }
    default_type application/vnd.openxmlformats-officedocument.wordprocessingml.document;
}
location ~ \\.xlsx$ {
    types { }
    default_type application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;
}
"""


def nginx_lines(gone, moved):
    """Return the lines for nginx: `gone` are pages of what was withdrawn, which it answers with
    410, and `moved` the Moves of addresses until now, from which it leads on.
    """
    lines = [HEAD]
    for before, now in sorted(moved.forces.items()):
        lines.append(f"rewrite ^/forces/{before}(/.*)$ /forces/{now}$1 permanent;\n")
    for before, now in sorted(moved.reports.items()):
        lines.append(f"rewrite ^/reports/{before}(/.*)$ /reports/{now}$1 permanent;\n")
        lines.append(f"rewrite ^/forces/([^/]+)/{before}(/.*)$ /forces/$1/{now}$2 permanent;\n")
    for path in gone:
        said = f"error_page 410 {path}index.html; return 410;"
        lines.append(f"location = {path} {{ {said} }}\n")
    return "".join(lines)
