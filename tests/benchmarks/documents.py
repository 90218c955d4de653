"""How long a record of each of 43 forces takes as a PDF and as a Word file.

Run from the top of the project, on one core: `taskset -c 0 .venv/bin/python -m
tests.benchmarks.documents`. It prints the lowest and the median of ROUNDS, in seconds. The records
are those of the demonstration with words of their own in each paragraph, since the typesetter
remembers what it has set before; they are other words in each round.
"""

import io
import itertools
import os
import re
import statistics
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_test_environment

from responses.demonstration.load import load
from responses.documents.making import DRAFT, document_of
from responses.models import Publication
from responses.publishing.layouts import LAYOUTS
from responses.publishing.pdf import write_pdf
from responses.publishing.record import Record
from responses.publishing.word import write_word

FORCES, ROUNDS = 43, 5
WRITERS = {"PDF": write_pdf, "Word": write_word}


def documents(payloads, mark):
    """Return as many documents as there are forces, in either layout."""
    kinds = itertools.cycle(itertools.product(payloads, LAYOUTS))
    for number, (payload, layout) in zip(range(FORCES), kinds, strict=False):
        words = f"{mark} of force {number}: "
        own = re.sub(r"<(p|li)>(?!<)", rf"<\1>{words}", payload)
        yield document_of(Record.from_json(own), layout, DRAFT)


def main():
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0)
    call_command("load_forces", stdout=io.StringIO())
    load(password="only-for-benchmarks")
    payloads = list(Publication.objects.values_list("payload", flat=True))
    for name, write in WRITERS.items():
        times = []
        for number in range(ROUNDS + 1):
            made = list(documents(payloads, f"Round {number} {name}"))
            begun = time.perf_counter()
            for document in made:
                write(document)
            times.append(time.perf_counter() - begun)
        # The first reads the typefaces.
        lowest, median = min(times[1:]), statistics.median(times[1:])
        sys.stdout.write(f"{FORCES} as {name}: lowest {lowest:.2f} s, median {median:.2f} s\n")


if __name__ == "__main__":
    main()
