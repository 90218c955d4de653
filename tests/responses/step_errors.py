"""How the page of a step says what is wrong, for eyes and for screen readers alike."""

import re

SUMMARY = re.compile(r'role="alert" aria-labelledby="problem"[^>]*>(.*?)</div>', re.DOTALL)


def assert_said_at_the_head(answer, sentence):
    """The title says that there is an error, and the page begins with `sentence`."""
    shown = answer.content.decode()
    assert "<title>Error: " in shown
    summary = SUMMARY.search(shown)
    assert "There is a problem</h2>" in summary[1]
    assert sentence in summary[1]
    assert summary.start() < shown.index("<h1")
    return summary[1]


def assert_said_at_the_head_and_at_the_field(answer, field, sentence):
    """The sentence stands at the head, with a link to its field, and at that field."""
    summary = assert_said_at_the_head(answer, sentence)
    assert re.search(rf'<a href="#id_{field}">[^<]+: {re.escape(sentence)}', summary)
    shown = answer.content.decode()
    control = re.search(rf'<\w+ [^>]*id="id_{field}"[^>]*>', shown)[0]
    assert 'aria-invalid="true"' in control
    described = re.search(r'aria-describedby="([^"]+)"', control)[1].split()
    assert f"id_{field}_error" in described
    for part in described:
        assert f'id="{part}"' in shown
    assert sentence in shown.split(f'id="id_{field}_error"')[1].split("</ul>")[0]
