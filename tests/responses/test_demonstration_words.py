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
    "The Child Protection and Offender Management Board",
    "the Kent Internet Risk Assessment Tool (KIRAT)",
)


def runs(text):
    """Every run of six words in `text`, without its mark-up."""
    plain = re.sub(r"<[^>]+>|\\\n|[’']", "", text.replace("&amp;", "&"))
    words = re.findall(r"\w+", plain.lower())
    return {" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def repeated(text, documents):
    """The runs of `text` that stand in `documents` too, but for names and titles."""
    names = set().union(*(runs(name) for name in NAMES))
    return runs(text) & set().union(*(runs(document) for document in documents)) - names


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
