"""Paragraphs that begin with the label of a recommendation, as sections of their own. Pure.

A label may be the mark that a list of Word prints: "Recommendation 3:".
"""

from dataclasses import replace

from . import headed, labels, passages
from .elements import AROUND, Numbered, Paragraph, Section
from .refusal import LONG, MOST_PIECES, ImportRefusedError


def parted(sections, findings):
    """Return `sections`, each divided where a paragraph in it begins the answer to a finding.

    What follows such a paragraph is of the same answer, to the next one. In an answer each label
    that a paragraph has in its midst ("… Response: we agree. Status: met") begins a line. Raises
    ImportRefusedError where that makes more of them than a document may have.
    """
    found = tuple(part for section in sections for part in _parts(section, findings))
    given, made = (sum(len(one.elements) for one in each) for each in (sections, found))
    if made > max(MOST_PIECES, given):
        raise ImportRefusedError(LONG)
    return found


def _parts(section, findings):
    is_answer = headed.heading(section, findings) is not None
    parts, asked = [(section, [])], _asked(section.elements, findings)
    for element in section.elements:
        for line in _lines(element, findings, is_answer=is_answer or len(parts) > 1):
            label, rest = _begun(line, findings, asked)
            if label:
                level = section.level + (not is_answer)
                parts.append((Section(label, level, (), section.at, is_run_in=True), []))
            parts[-1][1].extend(rest)
    made = [replace(part, elements=tuple(elements)) for part, elements in parts]
    is_needed = made[0].heading or made[0].elements or len(made) == 1
    return made if is_needed else made[1:]


def _asked(elements, findings):
    """Return the numbered items that each print a recommendation over its answer, as a set.

    They do if all of them in a section, by their numbers and their words, stand apart. Where
    two of them follow each other they are a list of what was recommended.
    """
    items = [_is_item(element) for element in elements]
    of_report = {
        at for at, is_item in enumerate(items) if is_item and _is_asked(elements[at], findings)
    }
    are_apart = all(
        at + 1 < len(items) and not items[at + 1] and not (at and items[at - 1]) for at in of_report
    )
    return {id(elements[at]) for at in of_report} if are_apart else set()


def _is_item(element):
    return isinstance(element, Numbered) and not element.level


def _is_asked(item, findings):
    found = headed.matches(item.label, item.text, findings)
    return bool(found) and headed.says(item, found[0].finding)


def _lines(element, findings, *, is_answer):
    """Return a paragraph as several, each of which begins with a label; all else as it is."""
    if not isinstance(element, Paragraph):
        return [element]
    lines = passages.parted(element.text, lambda label: _is_of_finding(label, findings))
    is_answer = is_answer or any(_is_of_finding(labels.named(line), findings) for line in lines)
    if is_answer:
        lines = [part for line in lines for part in passages.parted(line, passages.is_of_answer)]
    return [Paragraph(line) for line in lines]


def _is_of_finding(label, findings):
    return bool(labels.bare(label) and headed.matches(label, "", findings))


def _begun(element, findings, asked):
    """Return the label that `element` begins with, "" for none, and the elements beside it."""
    if isinstance(element, Numbered) and (
        id(element) in asked or _is_of_finding(element.mark, findings)
    ):
        return element.mark.rstrip(AROUND), [Paragraph(element.text)]
    if not isinstance(element, Paragraph):
        return "", [element]
    bare = labels.bare(element.text)
    found = (bare, "") if bare else labels.run_in(element.text)
    if not found or not headed.matches(found[0], "", findings):
        return "", [element]
    return found[0], [Paragraph(found[1])] if found[1] else []
