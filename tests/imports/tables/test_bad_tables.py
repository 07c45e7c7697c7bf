"""What a table may be that nobody should have sent: each is refused, or told, row by row."""

import os
import zipfile
from pathlib import Path

import pytest

from careteam.domain.intake.tables import DayOrder
from careteam.imports.tables import limits
from careteam.imports.tables.limits import NoEncoding, NotATable
from careteam.imports.tables.reading import read_table
from tests.imports.tables.sheets import (
    HEAD,
    book,
    mrns,
    repacked,
    saved,
    staged_of,
    table_of,
)

PLAIN = f"{HEAD}\n1,Reyes,Ana,1981-03-14\n2,Bell,Tom,1990-01-02\n"


def why_not(folder: Path, content: str | bytes, name: str = "list.csv") -> str:
    with pytest.raises(NotATable) as refused:
        table_of(folder, content, name)
    return refused.value.sentence


@pytest.mark.parametrize("content", [b"", b"\n\n", HEAD.encode(), f"{HEAD}\n,,,\n".encode()])
def test_01_a_csv_of_nothing_or_of_headings_alone_has_no_rows(
    tmp_path: Path, content: bytes
) -> None:
    assert "no rows" in why_not(tmp_path, content)


def test_02_the_mark_of_utf_8_does_not_stick_to_the_first_heading(tmp_path: Path) -> None:
    table = table_of(tmp_path, b"\xef\xbb\xbf" + PLAIN.encode())
    assert table.headings[0] == "MRN"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_03_utf_16_is_read_and_told(tmp_path: Path, encoding: str) -> None:
    table = table_of(tmp_path, PLAIN.replace("Ana", "Zoë").encode(encoding))
    assert table.lines[0].cells == ["1", "Reyes", "Zoë", "1981-03-14"]
    assert table.notes == ("The text is written as UTF-16.",)


def test_04_windows_1252_is_asked_about_with_what_it_would_say(tmp_path: Path) -> None:
    content = PLAIN.replace("Ana", "José").encode("cp1252")
    with pytest.raises(NoEncoding) as asked:
        table_of(tmp_path, content)
    assert (asked.value.row, asked.value.sample) == (2, "José")
    table = table_of(tmp_path, content, encoding="cp1252")
    assert table.lines[0].cells[2] == "José"
    assert table.notes == ("Read as Windows-1252: see whether names with accents are right.",)


@pytest.mark.parametrize("encoding", ["", "cp1252"])
def test_05_two_encodings_in_one_file_are_refused_with_the_row(
    tmp_path: Path, encoding: str
) -> None:
    content = f"{HEAD}\n1,Núñez,Ana,\n".encode() + "2,Peña,Tom,\n".encode("cp1252")
    with pytest.raises(NotATable) as refused:
        table_of(tmp_path, content, encoding=encoding)
    assert "is UTF-8 up to row 3, and something else from there" in refused.value.sentence


@pytest.mark.parametrize("after", ["", '4,"Quoted",Ann,\n'])
def test_06_a_quotation_mark_that_stays_open_is_refused_at_its_row(
    tmp_path: Path, after: str
) -> None:
    content = f'{HEAD}\n1,Reyes,Ana,\n2,"Bell,Tom,\n3,Okafor,Chi,\n{after}'
    assert "a quotation mark in row 3 is not closed" in why_not(tmp_path, content)


def test_07_a_cell_of_200_000_letters_keeps_its_row_out_and_no_other(tmp_path: Path) -> None:
    staged = staged_of(tmp_path, f"{PLAIN}3,{'x' * 200_000},Chi,\n4,Okafor,Chi,\n")
    assert mrns(staged) == ["1", "2", "4"]
    assert staged.why == {4: "A cell has 200,000 letters; at most 10,000 are read."}


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f"])
def test_08_a_name_with_an_invisible_control_stays_out_and_is_told(
    tmp_path: Path, char: str
) -> None:
    staged = staged_of(tmp_path, f"{PLAIN}3,Oka{char}for,Chi,\n")
    assert mrns(staged) == ["1", "2"]
    assert staged.why == {4: f"A cell holds the invisible character U+{ord(char):04X}."}


@pytest.mark.parametrize("ends", ["\r", "\r\n", "mixed"])
def test_09_any_line_end_gives_the_same_rows(tmp_path: Path, ends: str) -> None:
    content = PLAIN.replace("\n", "\r", 1) if ends == "mixed" else PLAIN.replace("\n", ends)
    staged = staged_of(tmp_path, content)
    plain = staged_of(tmp_path, PLAIN)
    assert staged.incoming.patients == plain.incoming.patients


@pytest.mark.parametrize(
    ("sign", "told"), [(";", "semicolons"), ("\t", "tabs"), ("|", "upright lines")]
)
def test_10_other_signs_between_cells_are_found_and_told(
    tmp_path: Path, sign: str, told: str
) -> None:
    staged = staged_of(tmp_path, PLAIN.replace(",", sign).replace("Reyes", '"Reyes, y Cruz"'))
    assert staged.incoming.patients[0].family == "Reyes, y Cruz"
    assert staged.table.notes == (f"The cells are parted by {told}.",)


def test_11_rows_with_too_many_or_too_few_cells_stay_out(tmp_path: Path) -> None:
    staged = staged_of(tmp_path, f"{PLAIN}3,Okafor,Chi,,,more\n4,Novak\n5,Haddad,Sami,,,,\n")
    assert mrns(staged) == ["1", "2", "5"]
    assert staged.why == {
        4: "It has 6 cells, but there are 4 headings.",
        5: "It has only 2 cells, but there are 4 headings.",
    }


def test_12_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    told = why_not(tmp_path, "MRN,Phone,Last name,phone\n1,2,3,4\n")
    assert "two columns called “phone” (2 and 4)" in told


def test_13_headings_in_any_order_case_and_spacing_are_recognised(tmp_path: Path) -> None:
    content = "first NAME , dob,  LAST_name,Patient's MRN #\nAna,1981-03-14,Reyes,1\n"
    staged = staged_of(tmp_path, content)
    (patient,) = staged.incoming.patients
    assert (patient.mrn, patient.family, patient.given) == ("1", "Reyes", "Ana")


def test_14_record_numbers_keep_their_zeros_and_are_never_a_power_of_ten(tmp_path: Path) -> None:
    rows = '00123,A,B,\n="00124",C,D,\n\'00125,E,F,\n1.23E+05,G,H,\n'
    staged = staged_of(tmp_path, f"{HEAD}\n{rows}")
    assert mrns(staged) == ["00123", "00124", "00125"]
    assert "the spreadsheet has made a number of it" in staged.why[5]


def test_15_one_number_with_two_birth_dates_is_a_conflict_and_nothing_is_merged(
    tmp_path: Path,
) -> None:
    staged = staged_of(tmp_path, f"{PLAIN}1,Reyes,Ana,1991-03-14\n2,Bell,Tom,1990-01-02\n")
    assert mrns(staged) == ["2"]
    conflict = "The MRN 1 stands in rows 2, 4 with different names or birth dates"
    assert staged.why[2].startswith(conflict)
    assert staged.why[4].startswith(conflict)
    assert staged.why[5] == "The same patient stands in row 3 already."


def test_16_too_many_rows_and_too_large_a_file_are_refused_before_they_are_read(
    tmp_path: Path,
) -> None:
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(500 * limits.MEGABYTE)
    with pytest.raises(NotATable) as refused:
        read_table(huge)
    assert "is too large (500 MB); at most 20 MB are read" in refused.value.sentence
    many = "MRN,Last name\n" + "1,A\n" * (limits.MOST_ROWS + 1)
    assert "more than 100,000 rows" in why_not(tmp_path, many)


def test_17_a_workbook_that_unpacks_to_a_flood_is_refused_by_its_directory(
    tmp_path: Path,
) -> None:
    bomb = repacked(book(("MRN",)), "xl/worksheets/sheet1.xml", b" " * (60 * limits.MEGABYTE))
    assert "unpacks to 60 MB" in why_not(tmp_path, bomb, "list.xlsx")
    dense = repacked(book(("MRN",)), "xl/worksheets/sheet1.xml", b" " * (40 * limits.MEGABYTE))
    assert "unpacks to far more than it holds" in why_not(tmp_path, dense, "list.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "entity", ['<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">', '<!ENTITY x SYSTEM "file:///etc/passwd">']
)
def test_18_a_workbook_that_declares_entities_is_not_opened(
    tmp_path: Path, entity: str, encoding: str
) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [{entity}]><sst>&x;</sst>'
    bad = repacked(book(("MRN",), (1,)), "xl/sharedStrings.xml", xml.encode(encoding))
    assert "declares entities" in why_not(tmp_path, bad, "list.xlsx")


def test_19_a_cell_in_the_last_row_and_column_is_refused_at_the_limit(
    tmp_path: Path,
) -> None:
    content = book(("MRN", "Last name"), ("1", "Reyes"), A1048576="x")
    assert "more than 100,000 rows, empty ones included" in why_not(tmp_path, content, "far.xlsx")
    wide = book(("MRN", "Last name"), ("1", "Reyes"), XFD2="x")
    assert "more than 64 columns" in why_not(tmp_path, wide, "wide.xlsx")


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.xlsx", OLD + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("a.xls", OLD, "an old Excel workbook (.xls)"),
        ("a.xlsx", PLAIN.encode(), "is text, perhaps CSV, under the name of a workbook"),
        ("a.csv", book(("MRN",), ("1",)), "a workbook or an archive, not CSV"),
        ("a.xlsx", b"PK\x03\x04 nothing", "is damaged or not a workbook"),
        ("a.csv", b"%PDF-1.7", "a PDF document"),
        ("a.csv", b'{"resourceType": "Patient"}', "JSON"),
    ],
)
def test_20_a_file_that_is_something_else_is_named(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    assert told in why_not(tmp_path, content, name)


def test_21_of_formulas_only_the_values_come_in_and_macros_are_left_alone(tmp_path: Path) -> None:
    content = book(("MRN", "Last name", "First name"), ("1", "Reyes", "Ana"))
    content = repacked(content, "xl/vbaProject.bin", b"\x00macro")
    staged = staged_of(tmp_path, content, "list.xlsm")
    assert mrns(staged) == ["1"]
    formula = book(("MRN", "Last name"), ("1", '=HYPERLINK("http://x")'), ("2", "Bell"))
    staged = staged_of(tmp_path, formula, "list.xlsx")
    assert all("HYPERLINK" not in patient.family for patient in staged.incoming.patients)
    assert "2" in mrns(staged)


@pytest.mark.parametrize(
    ("member", "about"),
    [
        ("../evil.xml", {}),
        ("/etc/evil.xml", {}),
        ("xl\\..\\..\\evil.xml", {}),
        ("C:/evil.xml", {}),
        ("xl/link.xml", {"external_attr": 0o120777 << 16, "create_system": 3}),
    ],
)
def test_22_a_workbook_that_names_files_outside_itself_is_refused(
    tmp_path: Path, member: str, about: dict[str, int]
) -> None:
    bad = repacked(book(("MRN",), ("1",)), member, b"<x/>", **about)
    assert "names files outside itself" in why_not(tmp_path, bad, "list.xlsx")


def test_23_a_file_that_is_gone_or_locked_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotATable, match="is not there any more: plug the drive in again"):
        read_table(tmp_path / "gone.csv")
    path = saved(tmp_path, PLAIN)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "locked")

    with monkeypatch.context() as locked:
        locked.setattr(Path, "open", refuse)
        with pytest.raises(NotATable, match="close it in the spreadsheet"):
            read_table(path)
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(NotATable, match="not a file that can be read"):
        read_table(tmp_path / "pipe.csv")


def test_days_of_numbers_are_asked_about_unless_the_file_itself_says(tmp_path: Path) -> None:
    both = f"{HEAD}\n1,A,B,03/04/1981\n"
    assert "can be read two ways" in staged_of(tmp_path, both).why[2]
    (chosen,) = staged_of(tmp_path, both, order=DayOrder.DAY_FIRST).incoming.patients
    assert str(chosen.birth_date) == "1981-04-03"
    told = staged_of(tmp_path, f"{both}2,C,D,03/25/1990\n")
    assert [str(each.birth_date) for each in told.incoming.patients] == ["1981-03-04", "1990-03-25"]
    assert any("month first, because row 3 says so" in note.sentence
               for note in told.incoming.findings)  # fmt: skip
    torn = staged_of(tmp_path, f"{both}2,C,D,03/25/1990\n3,E,F,25/03/1990\n")
    assert mrns(torn) == ["2", "3"]


def test_an_archive_of_too_many_parts_or_of_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(limits.MOST_MEMBERS + 1):
            archive.writestr(f"xl/{number}.xml", "<x/>")
    with pytest.raises(NotATable, match="more than 200 parts"):
        read_table(path)
    with zipfile.ZipFile(tmp_path / "empty.xlsx", "w"):
        pass
    with pytest.raises(NotATable, match="an archive or another document"):
        read_table(tmp_path / "empty.xlsx")
