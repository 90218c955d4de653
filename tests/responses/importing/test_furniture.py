"""Only what pages repeat in whole is furniture; what text repeats is text."""

from responses.importing.furniture import take_out
from responses.importing.lines import to_lines

HEAD = "Jo Fenwick\n\nCommissioner for Felpersham\n\n"
GAP = "\n\n\n"


def taken(text):
    lines, found = take_out(to_lines(text)[0])
    return [line.text for line in lines], [furniture.lines for furniture in found]


def test_a_letterhead_is_taken_out_wherever_it_stands():
    text = f"{HEAD}Title\n\n- One\n{GAP}{HEAD}- Two\n\nText\n{GAP}{HEAD}goes on."
    kept, found = taken(text)
    assert kept == ["Title", "- One", "- Two", "Text", "goes on."]
    assert found == [("Jo Fenwick", "Commissioner for Felpersham")]


def test_it_says_on_which_lines_the_letterhead_stood():
    _, (found,) = take_out(to_lines(f"{HEAD}Title\n{GAP}{HEAD}End.")[0])
    assert found.at == (1, 9)


def test_one_line_of_a_letterhead_that_stands_elsewhere_is_text():
    kept, _ = taken(f"{HEAD}Title\n\nJo Fenwick\n\nwrites:\n{GAP}{HEAD}End.")
    assert kept == ["Title", "Jo Fenwick", "writes:", "End."]


def test_a_heading_that_opens_the_text_and_comes_again_is_text():
    text = "Answer\n\nWe agree.\n\nAnswer\n\nWe do not.\n\nAnswer\n\nWe shall see."
    assert taken(text) == ([line for line in text.split("\n") if line], [])


def test_bullets_and_paragraphs_that_come_again_are_text():
    text = f"Title\n\n- The van\n\n- The van\n{GAP}- The van\n\nText again.\n{GAP}Text again."
    kept, found = taken(text)
    assert kept.count("- The van") == 3
    assert kept.count("Text again.") == 2
    assert found == []


def test_headings_that_pages_begin_or_end_with_are_text_without_form_feeds():
    pages = [f"Point {n}\n\nOur plan\n\nWe dig.\n\nBy when\n\nMay 2027" for n in "abcd"]
    kept, found = taken((GAP + "\n").join(pages))
    assert kept.count("By when") == kept.count("May 2027") == kept.count("Our plan") == 4
    assert found == []


def test_dates_that_pages_end_with_are_text_with_form_feeds_too():
    pages = [f"Point {n}\n\nWe dig.\n\nBy when\n\nMay 2027\n" for n in "abcd"]
    kept, found = taken("\f".join(pages))
    assert kept.count("May 2027") == 4
    assert found == []


def test_feet_that_name_the_office_or_the_page_are_taken_out():
    pages = [f"Point {n}\n\nWe dig.\n\nOffice of the Mayor\n\nPage {n} of 3\n" for n in "123"]
    kept, found = taken("\f".join(pages))
    assert kept == ["Point 1", "We dig.", "Point 2", "We dig.", "Point 3", "We dig."]
    assert found == [("Office of the Mayor", "Page 1 of 3")]


def test_bare_page_numbers_before_gaps_are_taken_out():
    kept, _ = taken(f"Title\n\nText a.\n\n1\n{GAP}Text b.\n\n2\n{GAP}Text c.\n\n3\n")
    assert kept == ["Title", "Text a.", "Text b.", "Text c."]
