"""Equal documents are equal bytes: in one process, in another, and on another day."""

import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from responses.publishing.pdf import write_pdf
from responses.publishing.word import write_word

from .making import DRAFT, make_document
from .writing_process import hashes


def test_a_document_is_the_same_when_written_again():
    assert hashes() == hashes()


def test_a_document_is_the_same_when_written_by_another_process():
    command = [sys.executable, "-m", "tests.responses.documents.writing_process"]
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603 our own words
    assert done.stdout.split() == hashes()


def test_documents_can_be_written_at_once():
    document = make_document()
    for write in (write_pdf, write_word):
        with ThreadPoolExecutor(4) as threads:
            written = set(threads.map(write, [document] * 12))
        assert written == {write(document)}


def test_a_draft_is_the_same_too():
    for write in (write_pdf, write_word):
        assert write(make_document(edition=DRAFT)) == write(make_document(edition=DRAFT))


def test_no_part_of_a_word_document_says_when_it_was_written():
    parts = zipfile.ZipFile(BytesIO(write_word(make_document()))).infolist()
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
