"""The demonstration is told in our own words: it repeats no passage of an office's document.

The documents are those of tests/data, and the originals in the folder that ORIGINALS_DIR
names, where it names one.
"""

import os
import re
from pathlib import Path

from responses.demonstration.data_files import DATA

RUN = 6
REPORT_TITLE = (
    "The policing response to the investigation of online child sexual abuse and the management "
    "of registered sex offenders"
)
NAMES = (
    REPORT_TITLE,
    "Police and Crime Commissioner for Thames Valley",
    "Child Protection and Offender Management",
    "Kent Internet Risk Assessment Tool (KIRAT)",
    "National Police Chiefs’ Council",
)


def words(text):
    """The words of `text` in lower case, with a space between, without its mark-up."""
    plain = re.sub(r"<[^>]+>|\\\n|[’']", "", text.replace("&amp;", "&"))
    return " ".join(re.findall(r"\w+", plain.lower()))


def runs(text):
    """Every run of six words in `text` that has no name in it."""
    known = words(text)
    for name in NAMES:
        known = known.replace(words(name), "|")
    for piece in known.split("|"):
        part = piece.split()
        yield from (" ".join(part[start : start + RUN]) for start in range(len(part) - RUN + 1))


def repeated(text, documents):
    """The runs of `text` that stand in `documents` too, but for names and titles."""
    return set(runs(text)) & {run for document in documents for run in runs(document)}


def documents():
    folders = [Path(__file__).parents[1] / "data", *filter(None, [os.environ.get("ORIGINALS_DIR")])]
    return [path.read_text("utf-8") for folder in folders for path in Path(folder).glob("*.txt")]


def test_no_passage_of_a_document_is_repeated():
    for path in DATA.glob("*.toml"):
        assert repeated(path.read_text("utf-8"), documents()) == set(), path.name


def test_a_repeated_passage_would_be_found_whatever_its_mark_up_and_breaks():
    document = "The Commissioner has seen the force’s plan, and trusts it."
    told = "<p>It is said that <strong>the Commissioner</strong> has seen \\\nthe force's plan.</p>"
    assert "the commissioner has seen the forces" in repeated(told, [document])


def test_a_name_is_no_passage():
    assert repeated(REPORT_TITLE, [f"About “{REPORT_TITLE}”"]) == set()
