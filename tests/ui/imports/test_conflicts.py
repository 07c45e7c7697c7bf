"""The nurse decides field by field what was changed here and is told otherwise in a file."""

from pathlib import Path

from PySide6.QtCore import QPoint

from careteam.domain.moment import Moment
from careteam.domain.people import PersonDraft
from careteam.storage.store import Store
from careteam.storage.tables import PatientRecord, PersonRecord
from careteam.storage.writes.people import add_person
from tests.imports.resources import written
from tests.storage.importing import amend, ana, bring_in, count, one, rows, with_npi
from tests.ui.imports.conftest import Nurse
from ui.look.columns import CellPress

NPI_BELL = "1245319599"


def changed(store: Store, moment: Moment, folder: Path, *, also: str = "female") -> Path:
    """Ana's e-mail and nickname were changed here, and both are otherwise in the file."""
    first = ana(telecom=mail("first"), gender="female")
    bring_in(store, moment, written(folder, first, name="first.json"))
    (patient,) = rows(store, PatientRecord, "id")[0]
    amend(store, moment, patient, email="ana@here.example", language="es")
    newer = ana(telecom=mail("file"), communication=[{"language": {"coding": [{"code": "fr"}]}}],
                gender=also)  # fmt: skip
    return written(folder, newer, name="newer.json")


def mail(who: str) -> list[dict[str, str]]:
    return [{"system": "email", "value": f"ana@{who}.example"}]


def test_each_field_is_decided_by_itself(
    nurse: Nurse, store: Store, moment: Moment, tmp_path: Path
) -> None:
    preview = nurse.read(changed(store, moment, tmp_path))
    (shown,) = preview.choices.rows
    assert [each.sentence for each in shown.row.conflicts] == [
        "e-mail: here ana@here.example, in the file ana@file.example",
        "language: here es, in the file fr",
    ]
    preview.table.cell_pressed.emit(CellPress(shown, "decide", QPoint()))
    sheet = preview.ask_about(shown)
    sheet.controls[shown.row.key, "email"].set_value("theirs")
    sheet.go.click()
    (shown,) = preview.choices.rows
    assert shown.taken_over == {"email"}
    assert shown.is_on
    assert shown.is_updated
    preview.ask_to_import()
    nurse.report()
    assert one(store, PatientRecord, "email", "language") == ("ana@file.example", "es")
    assert count(store, PatientRecord) == 1


def test_what_is_not_decided_stays_as_it_is_here(
    nurse: Nurse, store: Store, moment: Moment, tmp_path: Path
) -> None:
    preview = nurse.read(changed(store, moment, tmp_path, also="male"))
    (shown,) = preview.choices.rows
    sheet = preview.ask_about(shown)
    sheet.go.click()
    (shown,) = preview.choices.rows
    assert shown.taken_over == frozenset()
    preview.ask_to_import()
    nurse.report()
    assert one(store, PatientRecord, "email", "sex") == ("ana@here.example", "male")


def test_of_colleagues_too_each_field_is_decided_by_itself(
    nurse: Nurse, store: Store, moment: Moment, tmp_path: Path
) -> None:
    draft = PersonDraft("Bell", "Marcus", credentials="LCSW", email="bell@here.org", npi=NPI_BELL)
    store.do(add_person, draft, moment=moment, rules=store.rules)
    there = with_npi(NPI_BELL, telecom=mail("there"))
    there["name"][0]["suffix"] = ["LMSW"]
    view = nurse.read(written(tmp_path, there, name="staff.json"))
    assert view.people_button.text() == "1 colleague differs…"
    assert not view.import_button.isEnabled()
    sheet = view.ask_about_people()
    (asked,) = view.choices.preview.people_asked
    sheet.controls[asked.key, "email"].set_value("theirs")
    sheet.go.click()
    assert view.import_button.isEnabled()
    view.ask_to_import()
    nurse.report()
    assert one(store, PersonRecord, "credentials", "email") == ("LCSW", "ana@there.example")
