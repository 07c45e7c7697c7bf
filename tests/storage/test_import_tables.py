"""A table goes into the database whole, in one transaction, and comes out of it whole."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from careteam.domain.errors import Missing
from careteam.domain.intake.preview import Happens, ImportPreview
from careteam.domain.intake.report import Choice, Did, ImportReport, Kind, Take
from careteam.domain.intake.tables import Staged
from careteam.domain.moment import Moment
from careteam.storage.importing_tables import run_table
from careteam.storage.reads.import_tables import compare_table, last_run
from careteam.storage.reads.patient_form import draft_of
from careteam.storage.store import Store
from careteam.storage.tables import (
    AssignmentRecord,
    ContactRecord,
    FollowUpRecord,
    ImportRunRecord,
    PatientPhoneRecord,
    PatientRecord,
    PersonRecord,
    TeamRoleRecord,
)
from careteam.storage.writes.undo_import import TAKEN_BACK, undo_import
from tests.imports.tables.sheets import HEAD, staged_of
from tests.people import add_member
from tests.storage.importing import amend, count, dump, rows

PLAIN = f"{HEAD}\n1,Reyes,Ana,1981-03-14\n2,Bell,Tom,1990-01-02\n"
LOG = "MRN,Date,Mode,Outcome,Minutes,Role,Note\n482913,2026-11-12,Phone,LVM,5,Navigator,first\n"


def take(store: Store, staged: Staged, moment: Moment, **how: Any) -> ImportReport:
    return run_table(store, staged, how.pop("choices", {}), moment=moment, **how)


def seen(store: Store, staged: Staged, moment: Moment) -> ImportPreview:
    return store.read(compare_table, staged, rules=store.rules, moment=moment)


def undo(store: Store, report: ImportReport, moment: Moment) -> str:
    assert report.run_id is not None
    return store.do(undo_import, report.run_id, moment=moment, rules=store.rules).summary


def state(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Everything but the trail, the list of imports, and the pages of the search."""
    tables = dump(store)
    return {
        name: sorted(found, key=repr)
        for name, found in tables.items()
        if not name.startswith(("audit", "import_run", "patient_search", "note_search",
                                "person_search", "sqlite_"))
    }  # fmt: skip


def test_a_table_of_patients_goes_in_with_phase_and_team(
    store: Store, moment: Moment, navigator: int, tmp_path: Path
) -> None:
    staged = staged_of(
        tmp_path,
        "MRN,Last name,First name,DOB,Phase,Phase start,Navigator,Insurance,Referral date,Cell\n"
        "1,Reyes,Ana,1981-03-14,Induction,2026-11-16,Joan Ellis,Aetna,2026-11-10,212-555-0148\n",
    )
    report = take(store, staged, moment)
    assert [done.did for done in report.patients] == [Did.ADDED]
    (patient_id,) = rows(store, PatientRecord, "id")[0]
    draft = store.read(draft_of, patient_id)
    assert (draft.payer, draft.referred_on) == ("Aetna", date(2026, 11, 10))
    assert (draft.phase, draft.phase_since) == ("induction", date(2026, 11, 16))
    assert rows(store, AssignmentRecord, "role", "person_id") == [("nurse_navigator", navigator)]
    assert count(store, TeamRoleRecord) > 3, "the board of the phase stands"
    assert count(store, FollowUpRecord) > 0, "the phase is news and plans its steps"
    assert rows(store, PatientRecord, "navigator_id") == [(navigator,)]


def test_24_an_import_that_is_stopped_half_way_stores_nothing(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    before = dump(store)
    report = take(store, staged_of(tmp_path, PLAIN), moment, progress=lambda done, _: done < 1)
    assert report.is_cancelled
    assert [done.did for done in report.patients] == [Did.NOT_REACHED] * 2
    assert (report.made, report.run_id) == ((), None)
    assert dump(store) == before


def test_25_the_same_file_twice_is_imported_already_and_makes_nothing(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    staged = staged_of(tmp_path, PLAIN)
    take(store, staged, moment)
    before = dump(store)
    preview = seen(store, staged, moment)
    assert preview.already == "list.csv was imported already, on 20-Nov-2026 09:30."
    assert {row.happens for row in preview.rows} == {Happens.SAME}
    again = take(store, staged, moment)
    assert [done.did for done in again.patients] == [Did.SAME, Did.SAME]
    assert any("was imported already" in each.sentence for each in again.findings)
    assert dump(store) == before


def test_who_is_here_by_hand_is_known_by_the_mrn_and_told_what_is_new(
    store: Store, moment: Moment, patient: int, tmp_path: Path
) -> None:
    staged = staged_of(
        tmp_path, "MRN,Last name,First name,DOB,Insurance\n482913,Delacruz,Maria,1981-03-14,Aetna\n"
    )
    (row,) = seen(store, staged, moment).rows
    assert (row.happens, row.patient_id) == (Happens.UPDATE, patient)
    assert row.changed == ("payer",)
    report = take(store, staged, moment)
    assert [done.did for done in report.patients] == [Did.UPDATED]
    assert rows(store, PatientRecord, "mrn", "payer") == [("482913", "Aetna")]


def test_an_mrn_of_somebody_else_here_is_a_conflict_and_its_row_stays_out(
    store: Store, moment: Moment, patient: int, tmp_path: Path
) -> None:
    before = dump(store)
    staged = staged_of(tmp_path, f"{HEAD}\n482913,Delacruz,Maria,1999-09-09\n")
    assert [row.happens for row in seen(store, staged, moment).rows] == [Happens.LEFT_OUT]
    report = take(store, staged, moment)
    assert [done.did for done in report.patients] == [Did.REFUSED]
    (row,) = report.refused_rows
    assert row.number == 2
    assert row.reason.startswith("The MRN 482913 is that of DELACRUZ, Maria, born 14-Mar-1981")
    assert dump(store) == before


@pytest.mark.parametrize(
    ("answer", "did"), [(Take.TAKE, Did.ASKED), (Take.JOIN, Did.JOINED), (Take.APART, Did.ADDED)]
)
def test_the_same_name_and_birth_date_under_another_mrn_is_asked(
    store: Store, moment: Moment, patient: int, tmp_path: Path, answer: Take, did: Did
) -> None:
    staged = staged_of(tmp_path, f"{HEAD}\n77,Delacruz,Maria,1981-03-14\n")
    report = take(store, staged, moment, choices={"mrn|77": Choice(answer)})
    assert [done.did for done in report.patients] == [did]
    assert count(store, PatientRecord) == (2 if did is Did.ADDED else 1)
    if did is Did.JOINED:
        again = seen(store, staged, moment)
        assert [row.happens for row in again.rows] == [Happens.SAME], "asked once"


def test_two_new_patients_of_one_name_and_birth_date_are_asked_about(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    staged = staged_of(tmp_path, f"{HEAD}\n1,Reyes,Ana,1981-03-14\n2,Reyes,Ana,1981-03-14\n")
    preview = seen(store, staged, moment)
    assert [row.happens for row in preview.rows] == [Happens.ADD, Happens.ASK]
    report = take(store, staged, moment)
    assert [done.did for done in report.patients] == [Did.ADDED, Did.ASKED]


def test_a_table_of_the_directory_goes_in_and_finds_who_is_there(
    store: Store, moment: Moment, navigator: int, tmp_path: Path
) -> None:
    staged = staged_of(
        tmp_path,
        "Name,Credentials,Role,Department,Pager,NPI\n"
        '"Ellis, Joan",,navigator,Oncology,4411,\n'
        "Priya Raman,MD,Hematologist,,,1234567893\n",
    )
    preview = seen(store, staged, moment)
    assert (preview.people_to_add, preview.people_to_update) == (1, 1)
    report = take(store, staged, moment)
    assert dict(report.made) == {Kind.PERSON: 1}
    assert rows(store, PersonRecord, "family", "department", "pager") == [
        ("Ellis", "Oncology", "4411"),
        ("Raman", "", ""),
    ]
    assert seen(store, staged, moment).people_to_add == 0


def test_assignments_name_patient_role_and_person_or_stay_out(
    store: Store, moment: Moment, patient: int, tmp_path: Path
) -> None:
    add_member(store, "Bell", "Marcus", "LCSW", "social_worker")
    add_member(store, "Raman", "Priya", "MD", "heme_onc_adult")
    add_member(store, "Raman", "Anil", "MD", "radiologist")
    staged = staged_of(
        tmp_path,
        "MRN,Role,Person,Start,End\n"
        "482913,SW,Marcus Bell,2026-11-10,\n"
        "482913,Hematologist,Raman,,\n"
        "999,SW,Marcus Bell,,\n"
        "482913,Radiologist,Anil Ramen,,\n"
        "482913,Radiologist,Anil Raman MD,2026-01-05,2026-03-01\n",
    )
    report = take(store, staged, moment)
    assert dict(report.made) == {Kind.PLACE: 2}
    reasons = {row.number: row.reason for row in report.refused_rows}
    assert reasons[3].startswith("Person: Raman may be Raman, Anil, MD; Raman, Priya, MD")
    assert reasons[4] == "There is no patient with the MRN 999."
    assert reasons[5].startswith("Person: Nobody in the directory is called Anil Ramen; near it:")
    found = rows(store, AssignmentRecord, "role", "starts_on", "ends_on", "state")
    assert ("radiologist", date(2026, 1, 5), date(2026, 3, 2), "ended") in found


def test_contacts_come_in_once_and_never_before_the_birth(
    store: Store, moment: Moment, patient: int, tmp_path: Path
) -> None:
    staged = staged_of(
        tmp_path, LOG + LOG.splitlines()[1] + "\n482913,1979-01-01,Phone,Reached,5,Navigator,x\n"
    )
    report = take(store, staged, moment)
    assert dict(report.made) == {Kind.CONTACT: 1}
    assert {row.number: row.reason for row in report.refused_rows} == {
        3: "The same stands in row 2 already.",
        4: "Date: This lies before the patient was born.",
    }
    assert rows(store, ContactRecord, "outcome", "minutes", "is_reached") == [
        ("left_message", 5, False)
    ]
    assert dict(take(store, staged, moment).made) == {}


def test_a_whole_import_of_patients_is_taken_back_to_the_last_row(
    store: Store, moment: Moment, patient: int, tmp_path: Path
) -> None:
    before = state(store)
    staged = staged_of(
        tmp_path,
        "MRN,Last name,First name,DOB,Phone,Insurance,Phase,Phase start,Navigator\n"
        "1,Reyes,Ana,1981-03-14,212-555-0177,Aetna,Induction,2026-11-16,Joan Ellis\n"
        "482913,Delacruz,Maria,1981-03-14,212-555-0199,Aetna,,,\n",
    )
    report = take(store, staged, moment)
    assert count(store, PatientPhoneRecord) == 3
    assert undo(store, report, moment) == "The import of list.csv is taken back."
    assert state(store) == before
    assert store.check_trail().broken is None
    with pytest.raises(Missing):
        undo(store, report, moment)
    assert store.read(last_run, moment.zone) is None
    assert [row.happens for row in seen(store, staged, moment).rows] == [
        Happens.ADD,
        Happens.UPDATE,
    ]


def test_who_was_changed_since_stays_when_an_import_is_taken_back(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    report = take(store, staged_of(tmp_path, PLAIN), moment)
    (changed,) = rows(store, PatientRecord, "id", mrn="1")[0]
    amend(store, moment, changed, preferred="Annie")
    told = undo(store, report, moment)
    assert told.endswith("1 patient or person was changed since and stay as they are.")
    assert rows(store, PatientRecord, "mrn", "preferred") == [("1", "Annie")]


def test_contacts_of_an_import_that_is_taken_back_are_retracted_and_can_come_again(
    store: Store, moment: Moment, patient: int, tmp_path: Path
) -> None:
    staged = staged_of(tmp_path, LOG)
    report = take(store, staged, moment)
    undo(store, report, moment)
    assert rows(store, ContactRecord, "retract_reason") == [(TAKEN_BACK,)]
    assert rows(store, PatientRecord, "contact_count") == [(0,)]
    assert dict(take(store, staged, moment).made) == {Kind.CONTACT: 1}


def test_people_of_an_import_that_is_taken_back_go_unless_somebody_holds_on_to_them(
    store: Store, moment: Moment, patient: int, navigator: int, tmp_path: Path
) -> None:
    directory = "Name,Role\nMarcus Bell,SW\nPriya Raman,Hematologist\n"
    report = take(store, staged_of(tmp_path, directory), moment)
    team = "MRN,Role,Person\n482913,SW,Marcus Bell\n"
    take(store, staged_of(tmp_path, team, "team.csv"), moment)
    told = undo(store, report, moment)
    assert "1 patient or person was changed since" in told
    assert rows(store, PersonRecord, "family") == [("Ellis",), ("Bell",)]


def test_what_an_import_wrote_is_signed_and_found_by_its_range(
    store: Store, moment: Moment, navigator: int, tmp_path: Path
) -> None:
    signed = Moment(moment.now, moment.zone, navigator)
    take(store, staged_of(tmp_path, PLAIN), signed)
    ((files, counts, by_id),) = rows(store, ImportRunRecord, "files", "counts", "by_id")
    assert files[0] == "list.csv"
    assert files[1].startswith("sha256:")
    assert counts["first_row_of_trail"] < counts["last_row_of_trail"]
    assert by_id == navigator
