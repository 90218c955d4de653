"""Documents to write: of any record, and one of all that rich text can hold. No database."""

import datetime

from recommendations.partial_dates import parse
from responses.publishing.document import Document, Edition, Letterhead
from responses.publishing.layouts import lay_out
from responses.publishing.record import Addressed, Labelled, Named, Person, Rating
from tests.responses.records import make_answer, make_finding, make_record, make_section

LETTERHEAD = Letterhead(
    "Police and Crime Commissioner for Borsetshire",
    "Office of the Commissioner",
    "1 Hill Street\nBorchester\nBO1 1AA",
    "#6b1f5f",
)
PUBLISHED = Edition(
    2,
    datetime.date(2026, 6, 4),
    "https://register.example/forces/borchester/village-policing-2026/v2/",
    "0123456789abcdef" * 4,
    datetime.datetime(2026, 6, 4, 11, 30, tzinfo=datetime.UTC),
)
DRAFT = Edition(None, None, "", "", None)
TITLE = "Borchester Police: response to An inspection of village policing"
# What means something to the makers of PDFs, of pages or of Word files, and here nothing.
SIGNS = r"#evil() {{ x }} {% y %} *a* _b_ $x$ @ref // /* c */ \ <z> &amp; - d = e `f` [g] ~h"
ESCAPED = SIGNS.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
RICH = f"""
<h4>First a smaller heading</h4><p>Then <strong>bold</strong>, <em>slanted</em> and
<a href="https://borsetshire.example/a b">linked</a> words,<br>over two lines.</p>
<ol><li>One<ul><li>Within one<ol start="4"><li>Four within</li></ol></li></ul></li><li>Two</li></ol>
<ol><li>One again</li></ol><ol start="7"><li>Seven</li></ol>
<h3>A heading</h3><p>{ESCAPED}</p>
<table><caption>Of beats</caption><tr><th>Beat</th><th>Calls</th></tr>
<tr><td rowspan="2">North</td><td>12</td></tr><tr><td>14</td></tr>
<tr><td colspan="2">None of them late</td></tr></table>
<table><tr><td>Plain head</td></tr><tr><td>Plain cell</td></tr></table>
"""
FULL = make_record(
    title="A letter about village policing",
    late_reason=SIGNS,
    fields=(Labelled("other", "Label one", "<p>Field one</p><ul><li>Bullet of field</li></ul>"),),
    findings=(
        make_finding("1", html="<p>Wording one.</p>", rating=Rating("red", "Reason one")),
        make_finding(
            "2",
            depth=1,
            addressed_to=(Addressed("College of Policing", is_inferred=True),),
            rating=Rating("amber", "", Named("in_progress", "In progress"), parse("May 2027")),
        ),
        make_finding("3", due_on=parse("October 2026"), rating=Rating("green")),
        make_finding("4", kind=Named("practice", "Innovative practice"), is_due_an_answer=False),
        *(make_finding(str(number)) for number in range(5, 50)),
    ),
    answers=(
        make_answer("1", "2", position=Named("accepted", "Accepted"), action_html="<p>Act.</p>"),
        make_answer("2", why_none_html="<h3>Why none</h3>"),
        make_answer("3", section_anchor="part-1", section_heading="Part 1"),
    ),
    sections=(
        make_section(1, html=RICH),
        make_section(2, level=2, voice="chief_officer", html=RICH),
        make_section(3, heading="", html="<p>Without a heading.</p>"),
    ),
    signatories=(Person("Ann Archer", "Commissioner", "www.borchester.example"),),
)


def make_document(record=FULL, layout="statement", **values):
    """Return the Document of `record`, published as version 2 but for `values`."""
    defaults = {
        "title": TITLE,
        "subject": "Answered by the Police and Crime Commissioner",
        "language": "en-GB",
        "letterhead": LETTERHEAD,
        "edition": PUBLISHED,
        "blocks": lay_out(record, layout),
    }
    return Document(**(defaults | values))
