"""Formulas, glosses and faces in a Word document keep their text, on one line."""

import pytest

from .test_word_losses import lines, told
from .word_files import p, run, table


def m(tag, *content):
    inside = "".join(one if one.startswith("<") else r(one) for one in content)
    return f"<m:{tag}>{inside}</m:{tag}>"


def r(text):
    return f"<m:r><m:t>{text}</m:t></m:r>"


def formula(*content):
    return f"<w:ins>{m('oMath', *content)}</w:ins>"


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (m("f", m("num", "10"), m("den", "25")), "10/25"),
        (m("f", m("num", "a+b"), m("den", "c")), "(a+b)/c"),
        (m("func", m("fName", "sin"), m("e", "x")), "sin x"),
        (m("sSubSup", m("e", "x"), m("sub", "i"), m("sup", "2")), "x_i^2"),
        (m("rad", m("deg", "3"), m("e", "n+1")), "3√(n+1)"),
        (m("d", m("e", "a"), m("e", "b")), "(a|b)"),
        (m("nary", '<m:naryPr><m:chr m:val="∑"/></m:naryPr>', m("sub", "i=1"), m("sup", "n"),
           m("e", "i")), "∑_(i=1)^ni"),
        (m("m", m("mr", m("e", "1"), m("e", "2")), m("mr", m("e", "3"), m("e", "4"))),
         "1, 2; 3, 4;"),
        (m("limLow", m("e", "lim"), m("lim", "n→∞")), "lim_(n→∞)"),
        (m("box", m("e", m("borderBox", m("e", m("anything", "y"))))), "y"),
    ],
)  # fmt: skip
def test_a_formula_keeps_its_text_whatever_holds_it(made, says):
    assert lines(p("So ", formula(made))) == [f"So {says}"]


def test_a_formula_that_is_no_paragraph_is_a_line():
    assert lines(p("Above."), m("oMathPara", m("oMath", "a=b")), p("Below.")) == [
        "Above.", "a=b", "Below.",
    ]  # fmt: skip


def test_what_is_deleted_in_a_formula_is_told():
    gone = f"<w:del>{r('+1')}</w:del>"
    assert lines(p("So ", formula("a", m("e", gone)))) == ["So a"]
    assert told(p("So ", formula("a", m("e", gone)))) == [
        "1 passage that a tracked change deletes: “+1”"
    ]


def test_a_gloss_stands_in_brackets_after_its_words():
    inside = f"<w:rt>{run('gloss')}</w:rt><w:rubyBase>{run('word')}</w:rubyBase>"
    ruby = f"<w:r><w:ruby>{inside}</w:ruby></w:r>"
    assert lines(p("A ", ruby, ".")) == ["A word (gloss)."]


def versions(*content):
    inside = "".join(f"<mc:Choice>{one}</mc:Choice>" for one in content[:1])
    inside += "".join(f"<mc:Fallback>{one}</mc:Fallback>" for one in content[1:])
    return f"<mc:AlternateContent>{inside}</mc:AlternateContent>"


FACE = '<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F600"/>'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (versions(FACE, "<w:t>😀</w:t>"), "😀"),
        (versions(FACE), "😀"),
        ('<w:sym w:font="Segoe UI Emoji" w:char="1F600"/>', "😀"),
        ('<w:sym w:font="Symbol" w:char="F061"/>', "α"),
        ('<w:sym w:font="Wingdings" w:char="F04A"/>', "\ufffd"),
        ('<w:sym w:font="Wingdings" w:char="FFFFFFFF"/>', "\ufffd"),
        ("<w:unheard><w:t>of</w:t></w:unheard>", "of"),
    ],
)
def test_signs_are_kept(content, says):
    assert lines(p("So ", f"<w:r>{content}</w:r>")) == [f"So {says}"]


def test_of_the_versions_of_a_passage_one_is_read():
    both = (
        f"<mc:Choice>{run('new')}</mc:Choice><mc:Choice>{run('newer')}</mc:Choice>"
        f"<mc:Fallback>{run('old')}</mc:Fallback>"
    )
    wrapped = f"<w:ins><mc:AlternateContent>{both}</mc:AlternateContent></w:ins>"
    assert lines(p("A ", wrapped, " one.")) == ["A new one."]
    paragraphs = f"<mc:Choice/><mc:Fallback>{p('Old.')}</mc:Fallback>"
    assert lines(f"<mc:AlternateContent>{paragraphs}</mc:AlternateContent>") == ["Old."]


def test_a_sign_that_is_not_known_is_no_box_to_tick():
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'
    rows = table(["Grade", f"<w:tc>{p('Good ', sign, ' thanks')}</w:tc>"], ["Force", "Borset"])
    assert lines(rows)[0] == "Grade: Good \ufffd thanks"
