"""`careteam export list` writes every list of the window as CSV or as a workbook."""

import csv
import io
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from careteam.outgoing.catalogue import LISTS
from careteam.storage.reads.disclosures import disclosures_of
from careteam.storage.store import Store
from tests.cli.conftest import Typed


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_written_under_its_titles(
    name: str, form: str, typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    path = tmp_path / f"out.{form}"
    who = ("482913",) if LISTS[name].needs_patient else ()
    said = typed("export", "list", name, *who, "--out", str(path))
    assert (said.code, said.out, said.err) == (0, f"Wrote {path}\n", "")
    if form == "csv":
        table = rows(path)
        assert {len(row) for row in table} == {len(table[0])}
    else:
        sheet = load_workbook(path).active
        assert sheet is not None
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.bold for cell in sheet[1])


def test_a_list_that_is_narrowed_has_the_rows_that_the_command_line_shows(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    narrowed = ("--filter", "role=social_worker", "--out", str(path))
    assert typed("export", "list", "directory", *narrowed).code == 0
    assert [row[0] for row in rows(path)] == ["Name", "Bell, Marcus, LCSW"]
    assert rows(path)[1][3] == "(212) 555-0139"


def test_days_are_days_in_a_workbook_and_mrns_are_text(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    path = tmp_path / "today.xlsx"
    assert typed("export", "list", "roles-to-fill", "--out", str(path)).code == 0
    sheet = load_workbook(path).active
    assert sheet is not None
    found = dict(zip((cell.value for cell in sheet[1]), sheet[2], strict=True))
    assert (found["Name"].value, found["MRN"].value) == ("DELACRUZ, Maria", "482913")
    assert isinstance(found["Due"].value, datetime)
    assert isinstance(found["Roles to fill"].value, int)


def test_a_list_is_registered_for_each_patient_on_it(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    words = ("--recipient", "Westside Clinic", "--purpose", "operations")
    typed("export", "list", "patients", "--out", str(tmp_path / "x.csv"), *words)
    typed("export", "list", "directory", "--out", str(tmp_path / "y.csv"), *words)
    (row,) = clinic.read(disclosures_of, 1)
    assert (row.kind, row.recipient, len(row.digest)) == ("patients", "Westside Clinic", 64)
    assert "Name, MRN" in row.what


def test_a_folder_gets_the_name_of_the_list_and_standard_output_the_list_alone(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    said = typed("export", "list", "team", "482913", "--format", "xlsx", "--out", str(tmp_path))
    assert said.out == f"Wrote {tmp_path / 'team.xlsx'}\n"
    streamed = typed("export", "list", "patients", "--out", "-")
    assert streamed.out.removeprefix("\ufeff").startswith("Name,MRN,Born,")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nobody",), "There is no list nobody; there are: today, "),
        (("team",), "The list team is about one patient: name the MRN."),
        (("today", "482913"), "The list today is about many patients: leave the MRN out."),
        (("today", "--filter", "role=x"), "The list today cannot be narrowed by role; it can be"),
        (
            ("today", "--filter", "mine=perhaps"),
            "The filter mine cannot be perhaps; it can be: yes",
        ),
        (("coverage", "--filter", "role=x"), "x is not a key of the list roles"),
    ],
)
def test_what_cannot_be_listed_is_said_and_leaves_no_file(
    words: tuple[str, ...], sentence: str, typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    said = typed("export", "list", *words, "--out", str(path))
    assert (said.code, path.exists()) == (2, False)
    assert sentence in said.err
