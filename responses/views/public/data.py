"""The page for people who use the data again."""

from django.shortcuts import render

from ...open_data.asking import PAGE_SIZE
from ...open_data.fields import absolute
from ...open_data.operations import OPERATIONS, ROOT
from ...open_data.publications import ANSWER, RESPONSE
from ...open_data.register import FORCE, REPORT

EXAMPLES = {
    "force": "forces/thames-valley",
    "reports": "reports?year=2026",
    "responses": "responses?force=thames-valley",
    "answers": "answers?rag=red&page=1",
}


def data(request):
    """What can be had, what each column means, and where."""
    operations = [(one, f"{ROOT}{one.path}", EXAMPLES.get(one.name, "")) for one in OPERATIONS]
    context = {
        "answer": ANSWER,
        "others": (FORCE, REPORT, RESPONSE),
        "operations": operations,
        "root": ROOT,
        "whole_root": absolute(ROOT),
        "page_size": PAGE_SIZE,
    }
    return render(request, "public/data.html", context)
