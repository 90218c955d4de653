"""The visual editor of rich text: what it offers, and what it tells of when it leaves it out."""

from . import rich_text, rich_text_notes

# Told of a paste, by what marks it on the page: see static/paste/extension.js.
PASTED = [[", ".join(kind.tags), kind.one, kind.many] for kind in rich_text_notes.KINDS]
WORD_COMMENT = [".msocomtxt", "a comment", "comments"]

EDITOR = {
    "extensions": {
        "Bold": True,
        "Italic": True,
        "Heading": {"levels": [3, 4]},
        "BulletList": True,
        "OrderedList": {"enableListAttributes": False},
        "ListItem": True,
        "Link": {"enableTarget": False},
        "Table": True,
        "TableRow": True,
        "TableHeader": True,
        "TableCell": True,
        "HardBreak": True,
        "History": True,
        "NoSpellCheck": False,
        "Paste": {
            "kinds": [*PASTED, WORD_COMMENT],
            "command": rich_text_notes.COMMAND[:2],
            "link": rich_text_notes.LINK[:2],
            "schemes": sorted(rich_text.SCHEMES),
        },
    }
}
