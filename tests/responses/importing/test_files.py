"""What a file is is told by its content; what is not taken is refused in one sentence."""

import io
import zipfile

import pytest

from responses.importing.files import MOST_BYTES, read
from responses.importing.refusal import ImportRefusedError
from responses.importing.word import package, trees

from .word_files import PLAIN, TYPES, p, part, word, zipped

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
BODY = [p("Reply", style="H1"), p("We agree.")]


def refusal(data, name="answer.docx"):
    with pytest.raises(ImportRefusedError) as refused:
        read(data, name)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def with_document(xml):
    return word(parts={"word/document.xml": xml})


@pytest.mark.parametrize(
    ("data", "name", "note"),
    [
        (word(*BODY), "answer.docx", ""),
        (word(*BODY), "ANSWER.DOCX", ""),
        (word(*BODY), "answer", ""),
        (word(*BODY), "answer.pdf", "The name of the file says a PDF, but it is a Word document"),
        (b"Reply\n\nWe agree.", "answer.docx", "The name of the file says a Word document, but"),
    ],
)
def test_the_content_tells_and_a_name_that_says_otherwise_is_told(data, name, note):
    source = read(data, name)
    assert [line.text for line in source.lines] == ["Reply", "We agree."]
    assert len(source.notes) == bool(note)
    assert not note or source.notes[0].startswith(note)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (OLD + "WordDocument".encode("utf-16-le"), "kind before 2007"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (OLD, "none of those that are read"),
        (b"{\\rtf1 We agree.}", "none of those that are read"),
        (word(*BODY)[:-200], "damaged or cut short"),
        (word(*BODY)[:700], "damaged or cut short"),
        (word(*BODY, kind=MACROS), "holds macros"),
        (word(*BODY, parts={"word/vbaProject.bin": b"x"}), "holds macros"),
        (zipped({"a.txt": "We agree."}), "no Word document"),
        (zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<a/>"}), "no Word document"),
        (with_document("<w:document>"), "is damaged"),
        (with_document("nothing"), "is damaged"),
    ],
)
def test_what_is_no_word_document_is_refused_in_one_sentence(data, why):
    assert why in refusal(data)


def test_entities_of_xml_are_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    assert "entities" in refusal(with_document(bomb + part("document", "<w:body>&b;</w:body>")))
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    assert "entities" in refusal(with_document(outside + part("document", "&a;")))


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = with_document(part("document", f"<w:body>{' ' * 60_000_000}</w:body>"))
    assert len(bomb) < 100_000
    assert "larger than 12 MB" in refusal(bomb)


def test_a_bomb_that_lies_about_its_size_yields_no_more_than_it_says():
    data = word(*BODY, parts={"word/document.xml": b" " * 60_000_000})
    real = (60_000_000).to_bytes(4, "little")
    assert real in data
    assert "damaged" in refusal(data.replace(real, (1000).to_bytes(4, "little")))


def test_many_or_deep_elements_are_refused():
    many = part("document", f"<w:body>{'<w:p/>' * trees.MOST_ELEMENTS}</w:body>")
    assert "more parts" in refusal(with_document(many))
    deep = part("document", f"{'<w:p>' * trees.DEEPEST}{'</w:p>' * trees.DEEPEST}")
    assert "more parts" in refusal(with_document(deep))


@pytest.mark.parametrize("letters", ["utf-8", "utf-16"])
def test_many_attributes_of_one_element_are_refused_before_they_are_read(letters):
    crowded = " ".join(f"a{n} = '1'" for n in range(trees.MOST_ATTRIBUTES + 1))
    xml = f"<?xml version='1.0' encoding='{letters}'?><w:document {crowded}>"
    assert "more parts" in refusal(with_document(xml.encode(letters)))


def test_a_long_text_with_signs_of_attributes_is_read():
    body = part("document", f"<w:body>{p('We agree: ' + 'a=b ' * 5000)}</w:body>")
    assert read(with_document(body)).lines


def test_many_parts_are_refused():
    parts = {f"word/{number}.xml": "" for number in range(package.MOST_PARTS)}
    assert "damaged" in refusal(word(*BODY, parts=parts))


def test_a_part_that_is_encrypted_by_itself_is_refused():
    data = word(*BODY)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.start_dir
    flags = at + 8
    assert "password" in refusal(data[:flags] + b"\x01\x00" + data[flags + 2 :])


def test_pictures_are_counted_and_never_unpacked():
    picture = p("<w:r><w:drawing/></w:r>")
    data = word(*BODY, picture, parts={"word/media/1.png": b"\0" * 300_000_000})
    assert len(data) < MOST_BYTES
    assert read(data).told == ("1 picture, or other drawing.",)


def test_a_file_over_the_limit_is_refused_with_advice():
    sentence = refusal(word(*BODY) + b"x" * MOST_BYTES)
    assert sentence.startswith("The file is larger than 5 MB. Pictures are not imported")


def test_plain_text_over_the_limit_is_told_its_own_and_nothing_of_pictures():
    assert refusal(b"We agree. " * MOST_BYTES, "answer.txt").startswith(
        "The file is larger than 2 MB"
    )


def test_a_document_may_say_where_its_text_is():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    root = f'<Relationships><Relationship Id="a" Type="{kind}" Target="/word/main.xml"/>'
    made = {
        "[Content_Types].xml": TYPES.format(kind=PLAIN),
        "_rels/.rels": f"{root}</Relationships>",
        "word/main.xml": part("document", f"<w:body>{p('We agree.')}</w:body>"),
    }
    assert [line.text for line in read(zipped(made)).lines] == ["We agree."]
