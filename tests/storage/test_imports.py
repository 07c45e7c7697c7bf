"""Real files go into the database whole, once, and a later state of them updates."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from careteam.domain.due import NEVER
from careteam.domain.intake.preview import Happens
from careteam.domain.intake.report import Did, Kind
from careteam.domain.moment import Moment
from careteam.storage.store import Store
from careteam.storage.tables import (
    AssignmentRecord,
    ConditionRecord,
    ContactRecord,
    ImportRunRecord,
    PatientPhoneRecord,
    PatientRecord,
    PersonIdentifierRecord,
    PersonRecord,
    RelatedRecord,
    StatusPeriodRecord,
)
from careteam.storage.writes.assignments import EndDraft, end_assignment
from tests.imports.resources import real
from tests.storage.importing import (
    LUCIEN,
    bring_in,
    count,
    dump,
    edited,
    one,
    only_row,
    phone,
    preview_of,
    read_in,
    rows,
)

COUNTS = {
    PatientRecord: 15,
    PersonRecord: 37,
    AssignmentRecord: 15,
    ContactRecord: 144,
    ConditionRecord: 57,
    RelatedRecord: 5,
}


def alive(resource: dict[str, Any]) -> None:
    if resource["resourceType"] == "Patient":
        resource.pop("deceasedDateTime")


@pytest.fixture
def lucien_alive(tmp_path: Path) -> Path:
    """The bundle of patient 85 as it would have been while he lived."""
    return edited(real(LUCIEN), tmp_path, alive, "earlier.json")


def test_every_real_file_goes_in_whole(store: Store, moment: Moment) -> None:
    report = bring_in(store, moment, real(""))
    assert {record: count(store, record) for record in COUNTS} == COUNTS
    assert dict(report.made) == {
        Kind.PATIENT: 15,
        Kind.PERSON: 37,
        Kind.PLACE: 15,
        Kind.CONTACT: 144,
        Kind.CONDITION: 57,
        Kind.RELATED: 5,
    }
    assert report.count(Did.ADDED) == 15
    assert count(store, ImportRunRecord) == 1


def test_the_preview_promises_what_the_import_does(store: Store, moment: Moment) -> None:
    preview = preview_of(store, moment, real(""))
    report = bring_in(store, moment, real(""))
    assert preview.count(Happens.ADD) == report.count_made(Kind.PATIENT)
    assert preview.people_to_add == report.count_made(Kind.PERSON)
    amounts = preview.rows[0].amounts
    for row in preview.rows[1:]:
        amounts = amounts + row.amounts
    assert amounts.contacts == report.count_made(Kind.CONTACT)
    assert amounts.places == report.count_made(Kind.PLACE)
    assert amounts.conditions == report.count_made(Kind.CONDITION)
    assert amounts.related == report.count_made(Kind.RELATED)


def test_importing_the_same_files_twice_changes_no_row_at_all(store: Store, moment: Moment) -> None:
    bring_in(store, moment, real(""))
    before, version = dump(store), store.data_version()
    report = bring_in(store, moment, real(""))
    assert dump(store) == before
    assert store.data_version() == version
    assert report.count(Did.SAME) == 15
    assert not report.has_changed
    assert {row.happens for row in preview_of(store, moment, real("")).rows} == {Happens.SAME}


def test_a_bundle_and_a_bulk_export_of_one_patient_stay_one(store: Store, moment: Moment) -> None:
    bundle, bulk = real(LUCIEN), real("us-core-server/bulk")
    bring_in(store, moment, bundle)
    bring_in(store, moment, bulk)
    counts = [count(store, record) for record in (PatientRecord, ContactRecord, ConditionRecord)]
    assert counts == [1, 60, 13]
    assert count(store, AssignmentRecord) == 6
    assert count(store, RelatedRecord) == 1
    before = dump(store)
    for path in (bundle, bulk):
        bring_in(store, moment, path)
    assert dump(store) == before


def test_files_brought_in_one_by_one_stay_as_they_are_when_all_come_together(
    store: Store, moment: Moment
) -> None:
    files = sorted(path for path in real("").rglob("*") if path.suffix in (".json", ".ndjson"))
    for path in files:
        bring_in(store, moment, path)
    assert count(store, PatientRecord) == 15
    bring_in(store, moment, real(""))
    before = dump(store)
    bring_in(store, moment, real(""))
    assert dump(store) == before
    assert count(store, PatientRecord) == 15


def test_the_whole_of_a_patient_who_died_is_on_record_and_nothing_is_due(
    store: Store, moment: Moment
) -> None:
    bring_in(store, moment, real(LUCIEN))
    table = ("status", "status_on", "next_due_on", "contact_count", "phase")
    status, on, due, contacts, phase = one(store, PatientRecord, *table)
    assert (status, str(on), due, contacts, phase) == ("deceased", "1977-07-14", NEVER, 60, "")
    assert one(store, StatusPeriodRecord, "status") == "deceased"
    states = rows(store, AssignmentRecord, "state", "end_reason", "role", "role_text")
    assert [row[0] for row in states].count("active") == 1
    assert {row[1] for row in states} == {"", "other"}
    assert {row[2:] for row in states} == {("other", "Healthcare professional (occupation)")}
    contact = rows(store, ContactRecord, "source", "by_id", "is_late_entry", "note")[0]
    assert contact == ("import", None, False, "Well child visit (procedure)")
    first, last = rows(store, AssignmentRecord, "starts_on", "ends_on")[0]
    assert (str(first), str(last)) == ("1946-11-23", "1947-01-23")


def test_history_from_years_ago_makes_nobody_late_on_the_day_it_comes_in(
    store: Store, moment: Moment
) -> None:
    bring_in(store, moment, real(""))
    due = [day for (day,) in rows(store, AssignmentRecord, "next_due_on")]
    assert min(due) >= moment.today
    assert min(day for (day,) in rows(store, PatientRecord, "next_due_on")) >= moment.today


def test_a_later_state_of_the_same_patient_updates(
    store: Store, moment: Moment, lucien_alive: Path, tmp_path: Path
) -> None:
    bring_in(store, moment, lucien_alive)
    assert one(store, PatientRecord, "status") == "active"
    visits: list[dict[str, Any]] = []

    def _later(resource: dict[str, Any]) -> None:
        kind = resource["resourceType"]
        if kind == "Patient":
            resource["telecom"] = [phone("212-555-0177"), *resource.get("telecom", [])[1:]]
            resource["address"] = [{"line": ["1 New Street"], "city": "Albany", "state": "NY"}]
            resource["deceasedDateTime"] = "2026-10-02"
        elif kind == "CareTeam" and resource["status"] == "active":
            resource["status"] = "inactive"
            resource["period"]["end"] = "2026-10-02"
        elif kind == "Encounter":
            visits.append(resource)

    later = edited(real(LUCIEN), tmp_path, _later)
    row = only_row(store, moment, later)
    assert row.happens is Happens.UPDATE
    assert {"phone", "address", "death"} <= set(row.changed)
    assert "are newer in the file" in row.found
    report = bring_in(store, moment, later)
    assert report.count(Did.UPDATED) == 1
    patient = one(store, PatientRecord, "status", "status_on", "address_city", "version")
    assert (patient[0], str(patient[1]), patient[2], patient[3]) == (
        ("deceased", "2026-10-02", "Albany", 2)
    )
    numbers = [number for (number,) in rows(store, PatientPhoneRecord, "number")]
    assert "212-555-0177" in numbers
    assert {state for (state,) in rows(store, AssignmentRecord, "state")} == {"ended"}
    assert str(max(rows(store, AssignmentRecord, "ends_on"))[0]) == "2026-10-03"
    assert count(store, ContactRecord) == 60
    assert [state for (state,) in rows(store, StatusPeriodRecord, "status")] == [
        "active",
        "deceased",
    ]
    before = dump(store)
    bring_in(store, moment, later)
    assert dump(store) == before


def test_a_place_that_was_ended_here_is_not_opened_again(
    store: Store, moment: Moment, lucien_alive: Path
) -> None:
    bring_in(store, moment, lucien_alive)
    (open_one,) = (
        row[0] for row in rows(store, AssignmentRecord, "id", "state") if row[1] == "active"
    )
    draft = EndDraft(open_one, moment.today, "person_left")
    store.do(end_assignment, draft, moment=moment, rules=store.rules)
    before = dump(store)
    bring_in(store, moment, lucien_alive)
    assert dump(store) == before


def test_people_of_one_number_and_different_names_stay_apart(store: Store, moment: Moment) -> None:
    bring_in(store, moment, real("us-core-server/pdex_bundle_patient_999.json"))
    bring_in(store, moment, real("us-core-examples"))
    names = [
        name for name, npi in rows(store, PersonRecord, "family", "npi") if npi == "9941339100"
    ]
    assert sorted(names) == ["Bone", "pdex-Practitioner"]
    values = [value for (value,) in rows(store, PersonIdentifierRecord, "value")]
    assert len(values) == len(set(values))


@pytest.mark.parametrize("version", ["stu3", "dstu2"])
def test_files_of_older_versions_are_refused_by_name(
    store: Store, moment: Moment, version: str
) -> None:
    path = real(f"older-versions/{version}-Stoltenberg_Reinaldo_9.json")
    preview = preview_of(store, moment, path)
    assert preview.refused == (path.name,)
    assert preview.refused_words == f"{version.upper()}, not R4: ask the sender for R4"
    before = dump(store)
    report = bring_in(store, moment, path)
    assert dump(store) == before
    assert not report.is_whole


def test_a_preview_takes_as_many_selects_for_fifteen_patients_as_for_one(
    store: Store, moment: Moment
) -> None:
    bring_in(store, moment, real(""))
    statements: list[str] = []

    def _note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(store._engine, "before_cursor_execute", _note)
    preview_of(store, moment, real(LUCIEN))
    for_one = len(statements)
    statements.clear()
    preview_of(store, moment, real(""))
    assert len(statements) == for_one


def test_whoever_comes_in_is_looked_up_by_indexes(store: Store, moment: Moment) -> None:
    asked: list[tuple[str, Any]] = []

    def _note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        asked.append((statement, values))

    incoming = read_in(store, moment, real(LUCIEN))
    event.listen(store._engine, "before_cursor_execute", _note)
    bring_in(store, moment, real(LUCIEN))
    event.remove(store._engine, "before_cursor_execute", _note)
    sought = [(sql, values) for sql, values in asked if sql.startswith("SELECT")]
    plans = store.read(
        lambda session: [
            str(row[3])
            for sql, values in sought
            for row in session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
        ]
    )
    assert incoming.patients
    big = ("patient", "person", "contact", "assignment", "related", "condition")
    assert not [plan for plan in plans if plan in {f"SCAN {table}" for table in big}]
