"""`careteam import` takes a table, `careteam template` writes one to fill in."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlmodel import Session, col, select

from careteam.domain.access import Action, needs
from careteam.domain.changes import Changes
from careteam.domain.intake.tables import Columns
from careteam.domain.moment import Moment
from careteam.storage.store import Store
from careteam.storage.tables import PersonRecord
from careteam.storage.writes.column_mappings import remember_columns
from tests.cli.conftest import Typed
from tests.conftest import NOW
from tests.imports.tables.sheets import ABOUTS, columns_of, saved, table_of
from tests.storage.importing import one

PATIENTS = "MRN,Last name,First name,DOB\n00123,Reyes,Ana,1981-03-14\n00124,Bell,Tom,30-Feb-1990\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """One row that can go in and one that cannot."""
    return saved(tmp_path, PATIENTS, "clinic.csv")


def tree(typed: Typed, *words: str) -> dict[str, Any]:
    return json.loads(typed("import", *words, "--json").out)


def mrns(typed: Typed) -> set[str]:
    return {one["mrn"] for one in json.loads(typed("patients", "--json").out)["patients"]}


def test_a_table_comes_in_and_its_refused_rows_go_to_a_file(
    typed: Typed, clinic: Store, table: Path, tmp_path: Path
) -> None:
    out = tmp_path / "refused.csv"
    said = typed("import", str(table), "--refused", str(out))
    assert said.code == 1
    assert "REYES, Ana  00123  added" in said.out
    assert "row 3" in said.out
    lines = out.read_text("utf-8-sig").splitlines()
    assert lines[0] == "MRN,Last name,First name,DOB,Why it was refused"
    assert lines[1].startswith("'00124,Bell,Tom,30-Feb-1990,Birth date: There is no such day")
    assert mrns(typed) == {"482913", "00123"}


def test_the_refused_rows_come_in_again_once_they_are_corrected(
    typed: Typed, clinic: Store, table: Path, tmp_path: Path
) -> None:
    out = tmp_path / "refused.csv"
    typed("import", str(table), "--refused", str(out))
    out.write_text(out.read_text("utf-8").replace("30-Feb", "28-Feb"), "utf-8")
    said = typed("import", str(out))
    assert said.code == 0
    assert mrns(typed) == {"482913", "00123", "00124"}


def test_a_dry_run_of_a_table_changes_nothing_and_tells_every_row(
    typed: Typed, clinic: Store, table: Path
) -> None:
    told = tree(typed, str(table), "--dry-run")
    assert [(each["mrn"], each["would"]) for each in told["patients"]] == [("00123", "add")]
    assert [each["row"] for each in told["refused_rows"]] == [3]
    assert mrns(typed) == {"482913"}


def test_the_same_table_twice_is_told_and_makes_nothing(
    typed: Typed, clinic: Store, table: Path
) -> None:
    typed("import", str(table))
    again = tree(typed, str(table))
    assert again["new"] == {}
    assert any("was imported already" in note["note"] for note in again["notes"])
    assert "was imported already" in tree(typed, str(table), "--dry-run")["already"]


def test_the_last_table_is_taken_back_and_then_there_is_none(
    typed: Typed, clinic: Store, table: Path
) -> None:
    typed("import", str(table))
    said = typed("undo-import")
    assert (said.code, said.out) == (0, "The import of clinic.csv is taken back.\n")
    assert mrns(typed) == {"482913"}
    again = typed("undo-import")
    assert again.code == 1
    assert "No import of a table stands" in again.err


def test_an_old_encoding_is_named_and_read_when_it_is_said(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    path = saved(tmp_path, "MRN,Last name\n1,Núñez\n".encode("cp1252"))
    said = typed("import", str(path))
    assert said.code == 1
    assert "is not UTF-8: row 2 has a letter that cannot be read" in said.err
    assert typed("import", str(path), "--encoding", "cp1252").code == 0
    assert "NÚÑEZ" in typed("patients").out


def test_the_order_of_days_is_said_or_their_rows_stay_out(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    path = saved(tmp_path, "MRN,Last name,DOB\n1,Reyes,03/04/1981\n")
    assert typed("import", str(path)).code == 1
    assert typed("import", str(path), "--dates", "dmy").code == 0
    (patient,) = [one for one in json.loads(typed("patients", "--json").out)["patients"]
                  if one["mrn"] == "1"]  # fmt: skip
    assert patient["born"] == "1981-04-03"


def test_columns_that_the_window_remembers_are_used_by_their_name(
    typed: Typed, clinic: Store, tmp_path: Path, moment: Any
) -> None:
    content = "Nr,Wer,Vorname\n7,Reyes,Ana\n"
    guessed = columns_of(table_of(tmp_path, PATIENTS))
    mine = Columns(guessed.about, {"Nr": "mrn", "Wer": "family", "Vorname": "given"})
    clinic.do(remember_columns, "Abroad", mine, moment=moment, rules=clinic.rules)
    path = saved(tmp_path, content)
    unknown = typed("import", str(path))
    assert unknown.code == 2
    assert "--as patients, directory, assignments or contacts" in unknown.err
    lacking = typed("import", str(path), "--as", "patients")
    assert lacking.code == 2
    assert "has no column for MRN, Last name" in lacking.err
    assert "there are: Abroad" in typed("import", str(path), "--mapping", "Other").err
    assert typed("import", str(path), "--mapping", "Abroad").code == 0
    assert "7" in mrns(typed)


def test_a_table_comes_alone(typed: Typed, clinic: Store, table: Path, tmp_path: Path) -> None:
    said = typed("import", str(table), str(saved(tmp_path, "{}", "a.json")))
    assert said.code == 2
    assert "bring one in at a time" in said.err


def test_a_log_of_contacts_and_a_list_of_roles_come_in(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    team = saved(tmp_path, "MRN,Role,Person\n482913,SW,Marcus Bell\n", "team.csv")
    assert typed("import", str(team)).code == 0
    log = saved(
        tmp_path,
        "MRN;Date;Mode;Outcome;Minutes;Who;Note\n482913;2026-11-19 16:20;Call;LVM;5;Bell;x\n",
        "log.csv",
    )
    assert typed("import", str(log)).code == 0
    (contact,) = json.loads(typed("contacts", "482913", "--json").out)["contacts"]
    assert contact["at"] == "2026-11-19T16:20-05:00"
    assert (contact["mode"], contact["outcome"]) == ("phone", "left_message")


@pytest.mark.parametrize("about", ABOUTS)
def test_a_template_is_written_without_a_database_and_holds_nobody(
    typed: Typed, clinic: Store, tmp_path: Path, about: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "blank.xlsx"
    with monkeypatch.context() as bare:
        bare.delenv("CARETEAM_DATABASE")
        said = typed("template", str(about), "--out", str(out))
    assert (said.code, said.out) == (0, f"Wrote {out}\n")
    empty = typed("import", str(out))
    assert empty.code == 1
    assert "has no rows below its headings" in empty.err


def test_a_template_has_the_lists_of_the_clinic(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    out = tmp_path / "blank.xlsx"
    assert typed("template", "contacts", "--out", str(out)).code == 0
    book = openpyxl.load_workbook(out)
    listed = {str(cell.value) for row in book["Lists"].iter_rows() for cell in row}
    assert {mode.label for mode in clinic.rules.catalogue.modes.values()} <= listed
    book.close()


def test_what_is_here_of_a_colleague_stays_until_the_table_is_said_to_be_right(
    typed: Typed, clinic: Store, tmp_path: Path
) -> None:
    heads = "Last name,First name,NPI,E-mail,Credentials\n"
    first = saved(tmp_path, heads + "Bell,Marcus,1245319599,bell@here.org,LCSW\n", "first.csv")
    newer = saved(tmp_path, heads + "Bell,Marcus,1245319599,bell@there.org,LCSW\n", "newer.csv")
    assert typed("import", str(first), "--as", "directory").code == 0
    clinic.do(_entered_here, moment=Moment.at(NOW), rules=clinic.rules)
    asked = tree(typed, str(newer), "--as", "directory", "--dry-run")["people"]["asked"]
    sentence = "e-mail: here bell@westside.org, in the file bell@there.org"
    assert asked == [{"name": "Marcus Bell, LCSW", "asked": [sentence]}]
    for take, email in (("ours", "bell@westside.org"), ("theirs", "bell@there.org")):
        assert typed("import", str(newer), "--as", "directory", "--take", take).code == 0
        assert one(clinic, PersonRecord, "email", family="Bell") == email


@needs(Action.OWN)
def _entered_here(session: Session, **_: Any) -> Changes:
    for person in session.scalars(select(PersonRecord).where(col(PersonRecord.family) == "Bell")):
        person.email = "bell@westside.org"
        session.add(person)
    session.flush()
    return Changes(frozenset())
