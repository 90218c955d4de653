import pytest

from recommendations.rich_text import clean
from recommendations.rich_tree import Heading, List, Paragraph, Run, Table, address_of, read


def words(node):
    """Return the text of a node with what stands in it, in short."""
    if isinstance(node, List):
        return [[words(one) for one in item] for item in node.items]
    if isinstance(node, Table):
        return [[[words(one) for one in cell.nodes] for cell in row] for row in cells(node)]
    return "".join(run.text for run in node.runs)


def cells(table):
    return (*table.head, *table.body)


def spans(table):
    return [[(cell.across, cell.down) for cell in row] for row in cells(table)]


def test_marks_and_links_are_runs():
    [node] = read('<p>a <strong>b <em>c</em></strong> <a href="https://d.example">d</a></p>')
    assert node == Paragraph(
        (
            Run("a "),
            Run("b ", is_bold=True),
            Run("c", is_bold=True, is_italic=True),
            Run(" "),
            Run("d", address="https://d.example"),
        )
    )


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p> a \n  b </p>\n<p></p><p> </p>", ["a b"]),
        ("<p>a <br> b<br></p>", ["a\nb"]),
        ("loose<p>then</p>again", ["loose", "then", "again"]),
        ("<strong>a<p>b</p></strong>", ["a", "b"]),
        ("<p>a&amp;b &lt;i&gt; #x() {{ y }}</p>", ["a&b <i> #x() {{ y }}"]),
        ("<p>a\u00a0\u00a0b</p>", ["a\u00a0\u00a0b"]),
        ("<odd>a</odd>", ["a"]),
        ("<p>never closed", ["never closed"]),
        ("", []),
    ],
)
def test_lines_are_as_a_page_shows_them(html, lines):
    assert [words(node) for node in read(html)] == lines


def test_headings_keep_their_level():
    assert read("<h3>a</h3><h4>b</h4>") == (Heading(3, (Run("a"),)), Heading(4, (Run("b"),)))


def test_lists_stand_in_lists():
    [node] = read("<ol start='3'><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>")
    assert (node.is_numbered, node.start) == (True, 3)
    assert words(node) == [["a", [["b"]]], ["c", "d"]]
    assert not node.items[0][1].is_numbered


def test_a_table_has_a_head_and_its_caption_before_it():
    caption, table = read(
        "<table><caption>C</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"
    )
    assert caption == Paragraph((Run("C", is_bold=True),))
    assert (table.width, len(table.head), len(table.body)) == (1, 1, 1)
    assert words(table) == [[["a"]], [["b"]]]


def test_the_first_row_is_the_head_where_none_is_marked():
    [table] = read("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>")
    assert (len(table.head), len(table.body)) == (1, 1)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("<td>a<td>b<tr><td>c", [[(1, 1), (1, 1)], [(1, 1), (1, 1)]]),
        ("<td>a<td>b<tr><td colspan=9>c", [[(1, 1), (1, 1)], [(2, 1)]]),
        ("<td>a<tr><td rowspan=9>b<td>c<tr><td>d", [[(1, 1)] * 2, [(1, 2), (1, 1)], [(1, 1)]]),
        ("<td>a<td rowspan=2>b<tr><td colspan=2>c<tr><td>d<td>e", None),
        ("<td>a<td>b<tr><td colspan=0>c<td rowspan=x>d", [[(1, 1)] * 2, [(1, 1)] * 2]),
    ],
)
def test_cells_fill_their_table_and_reach_over_no_other(rows, found):
    [table] = read(clean(f"<table><tr>{rows}</table>"))
    area = sum(cell.across * cell.down for row in cells(table) for cell in row)
    assert area == table.width * len(cells(table))
    assert found is None or spans(table) == found


def test_what_the_head_reaches_over_is_in_the_head():
    [table] = read(clean("<table><tr><th rowspan=2>a<th>b<tr><td>c<tr><td>d<td>e</table>"))
    assert (len(table.head), len(table.body)) == (2, 1)


def test_a_table_without_a_second_row_is_only_its_text():
    assert [words(node) for node in read("<table><tr><td>a</td><td>b</td></tr></table>")] == [
        "a",
        "b",
    ]


def test_a_table_without_a_word_is_nothing():
    assert read("<table><tr><td></td></tr><tr><td></td></tr></table>") == ()


@pytest.mark.parametrize("tag", ["ul><li", "table><tr><td", "strong", "h3"])
def test_what_stands_very_deep_is_still_read(tag):
    found = str(read(f"<{tag}>" * 3000 + "first<p>second</p>"))
    assert "text='first'" in found
    assert "text='second'" in found


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" https://a.example/b c?d=ë#f ", "https://a.example/b%20c?d=%C3%AB#f"),
        ("https://a.example/%20", "https://a.example/%20"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("javascript:alert(1)", ""),
        ("/within", ""),
        ("#part", ""),
        ("https://", ""),
        ("https://[", ""),
        ("https://a.example/" + "b" * 3000, ""),
    ],
)
def test_only_whole_addresses_are_linked(text, address):
    assert address_of(text) == address
