"""What is said of a spreadsheet that an office sends back: in its own words, and once."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from forces.models import Role
from recommendations.sheets.reading import MOST_UNPACKED, SheetError, read
from tests.admin_client import signed_in
from tests.factories import AssessmentFactory
from tests.recommendations.spreadsheets import bomb, edited, saved, to_csv, workbook

pytestmark = pytest.mark.django_db
LIST = "/admin/recommendations/assessment/"


@pytest.fixture
def editor():
    rating = AssessmentFactory(force__name="Thames Valley Police", force__short_name="Thames V.")
    return signed_in(Role.EDITOR, force=rating.force)


@pytest.fixture
def exported(editor):
    return editor.get(f"{LIST}export.xlsx").content


def sent(client, content, name="ratings.xlsx"):
    return client.post(f"{LIST}import/", {"sheet": SimpleUploadedFile(name, content)})


def faults(answer):
    return [fault.message for fault in answer.context["cells"]]


@pytest.mark.parametrize("name", ["Thames Valley Police", "THAMES VALLEY POLICE", "thames v.",
                                  "Thames\xa0Valley  Police"])  # fmt: skip
def test_a_force_is_taken_by_either_of_its_names(editor, exported, name):
    content = edited(exported, {(2, "Force"): name, (2, "Owner"): "Head of Crime"})
    assert "1 rating changes" in sent(editor, content).content.decode()


def test_a_row_without_a_force_is_told_what_to_write(editor, exported):
    content = edited(exported, {(2, "Force"): "", (2, "Owner"): "Head of Crime"})
    assert faults(sent(editor, content)) == ["Write which force this is about."]


def test_without_a_row_of_headings_they_are_listed_once(editor):
    answer = sent(editor, workbook([["Thames V.", "villages", "1", "Hens"]] * 2))
    (message,) = faults(answer)
    assert message.startswith("“Thames V.” is no heading of an export")
    assert "Force, Report, Number, Subject" in message


def with_notes_in_front(content):
    book = load_workbook(io.BytesIO(content))
    book.create_sheet("Read me", 0).append(["Edit the other sheet."])
    return saved(book)


def test_of_several_sheets_it_says_which_was_read(editor, exported):
    shown = sent(editor, with_notes_in_front(exported)).content.decode()
    assert "the first sheet with anything in it was read, “Read me”, and no other" in shown
    alone = sent(editor, to_csv([["Notes"]]), "ratings.csv").content.decode()
    assert "was read" not in alone


def with_blank_sheets_in_front(content):
    book = load_workbook(io.BytesIO(content))
    book.create_sheet("Blank", 0)
    book.create_chartsheet("Chart", 0)
    return saved(book)


def test_charts_and_blank_sheets_in_front_of_the_rows_are_passed_over(editor, exported):
    content = edited(exported, {(2, "Owner"): "Head of Crime"})
    shown = sent(editor, with_blank_sheets_in_front(content)).content.decode()
    assert "1 rating changes" in shown
    unknown = edited(exported, {(2, "Force"): "Borset"})
    shown = sent(editor, with_blank_sheets_in_front(unknown)).content.decode()
    assert "the first sheet with anything in it was read, “Ratings”, and no other" in shown


def test_a_workbook_of_charts_alone_has_no_rows():
    book = Workbook()
    book.create_chartsheet("Chart")
    book.remove(book.worksheets[0])
    with pytest.raises(SheetError, match="only charts"):
        read(saved(book), "ratings.xlsx")


def with_rows(content, last):
    """Return the workbook `content`, whose sheet says that it has so many rows."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w", 8) as new:
        for name in old.namelist():
            said = f'<dimension ref="A1:N{last}"/>'.encode() if "sheet1" in name else b""
            new.writestr(name, said + old.read(name))
    return changed.getvalue()


def test_a_large_workbook_with_too_many_rows_says_so_and_from_which_row(editor):
    large = bomb(MOST_UNPACKED // 1024 // 1024 + 1)
    too_many = sent(editor, with_rows(large, 100_001)).context["form"].errors["sheet"][0]
    assert "more than 2,000 rows" in too_many
    assert "from row 2,002 on" in too_many
    too_large = sent(editor, with_rows(large, 2001)).context["form"].errors["sheet"][0]
    assert "larger than 30 MB" in too_large
