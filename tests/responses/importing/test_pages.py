"""Only what pages repeat in whole is furniture; what text repeats is text."""

from responses.importing.pages import to_lines, without_furniture

HEAD = "Jo Fenwick\n\nCommissioner for Felpersham\n\n"
GAP = "\n\n\n"


def taken(text):
    lines, found = without_furniture(to_lines(text)[0])
    return [line.text for line in lines], [furniture.lines for furniture in found]


def test_a_letterhead_is_taken_out_wherever_it_stands():
    text = f"{HEAD}Title\n\n- One\n{GAP}{HEAD}- Two\n\nText\n{GAP}{HEAD}goes on."
    kept, found = taken(text)
    assert kept == ["Title", "- One", "- Two", "Text", "goes on."]
    assert found == [("Jo Fenwick", "Commissioner for Felpersham")]


def test_it_says_on_which_lines_the_letterhead_stood():
    _, (found,) = without_furniture(to_lines(f"{HEAD}Title\n{GAP}{HEAD}End.")[0])
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


def test_a_letterhead_before_a_form_feed_or_a_page_number_is_taken_out_too():
    pages = [f"{HEAD}Point {n}\n\nWe dig.\n\nPage {n} of 3\n" for n in "123"]
    kept, found = taken("\f".join(pages))
    assert kept == ["Point 1", "We dig.", "Point 2", "We dig.", "Point 3", "We dig."]
    assert found == [("Page 1 of 3",), ("Jo Fenwick", "Commissioner for Felpersham")]


def test_other_lines_that_pages_begin_or_end_with_are_text():
    pages = [f"Point {n}\n\nOur plan\n\nWe dig.\n\nBy when\n\nMay 2027\n" for n in "abcd"]
    for page_end in ("\f", GAP):
        kept, found = taken(page_end.join(pages))
        assert kept.count("By when") == kept.count("May 2027") == kept.count("Our plan") == 4
        assert found == []


def test_a_name_above_its_office_at_the_end_signs_and_is_no_letterhead():
    end = "Jo Fenwick\nCommissioner for Felpersham\nwww.felpersham.example"
    kept, found = taken(f"Jo Fenwick\n\nTitle\n{GAP}Jo Fenwick\n\nText.\n{GAP}{end}")
    assert kept == ["Title", "Text.", *end.split("\n")]
    assert found == [("Jo Fenwick",)]
