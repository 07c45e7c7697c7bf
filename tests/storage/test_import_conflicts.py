"""What stands otherwise here than in a file is asked field by field: people, conditions, places."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from careteam.domain.access import Action, needs
from careteam.domain.assignments import AssignmentDraft, EndDraft, Rank
from careteam.domain.changes import Changes
from careteam.domain.dates import day_shown
from careteam.domain.intake.merging import EVERY_FIELD
from careteam.domain.intake.report import Choice, ImportReport
from careteam.domain.moment import Moment
from careteam.domain.people import PersonDraft
from careteam.domain.phones import Phone
from careteam.exports.fhir.record import record_bundle
from careteam.exports.fhir.writing import as_bytes
from careteam.storage.importing import run_import
from careteam.storage.reads.record import collect_record
from careteam.storage.store import Store
from careteam.storage.tables import (
    AssignmentRecord,
    ConditionRecord,
    PatientSourceRecord,
    PersonPhoneRecord,
    PersonRecord,
)
from careteam.storage.writes.assignments import assign, end_assignment
from careteam.storage.writes.people import add_person
from careteam.storage.writes.settings import name_site
from tests.imports.resources import coded, condition, practitioner, team, written
from tests.storage.importing import (
    ana,
    bring_in,
    count,
    dump,
    member,
    one,
    only_row,
    phone,
    preview_of,
    read_in,
    rows,
    with_npi,
)
from tests.storage.test_kept_columns import kept, plain

BELL = "1245319599"
NOTHING = Changes(frozenset())


@needs(Action.OWN)
def _other_source(session: Session, **_: Any) -> Changes:
    """As if another sender had brought it: nothing of it is measured for this one."""
    for source in session.scalars(select(PatientSourceRecord)):
        source.body = {**source.body, "conditions": {}}
        session.add(source)
    session.flush()
    return NOTHING


@needs(Action.OWN)
def _before_measures(session: Session, **_: Any) -> Changes:
    """As an import kept it that did not measure conditions yet."""
    for source in session.scalars(select(PatientSourceRecord)):
        source.body = {k: v for k, v in source.body.items() if k not in ("conditions", "ranks")}
        session.add(source)
    session.flush()
    return NOTHING


@needs(Action.OWN)
def _as_backup(session: Session, **_: Any) -> Changes:
    for record in session.scalars(select(AssignmentRecord)):
        record.rank = Rank.BACKUP
        session.add(record)
    session.flush()
    return NOTHING


SOCIAL = [coded("106328005")]


def decided(
    store: Store, moment: Moment, path: Path, fields: Mapping[str, frozenset[str]]
) -> ImportReport:
    """Import with what was decided, of patients and of people by key."""
    incoming = read_in(store, moment, path)
    choices = {
        each.key: Choice(taken_over=fields.get(each.key, frozenset())) for each in incoming.patients
    }
    return run_import(store, incoming, choices, moment=moment, people=fields)


def everything(store: Store, moment: Moment, path: Path) -> ImportReport:
    """Import with the file being right about everything."""
    incoming = read_in(store, moment, path)
    choices = {each.key: Choice(taken_over=EVERY_FIELD) for each in incoming.patients}
    return run_import(store, incoming, choices, moment=moment, people={"*": EVERY_FIELD})


def bell(**parts: Any) -> dict[str, Any]:
    name = [{"family": "Bell", "given": ["Marcus"], "suffix": parts.pop("suffix", [])}]
    return with_npi(BELL, **{"name": name, **parts})


@pytest.fixture
def colleague(store: Store, moment: Moment) -> int:
    draft = PersonDraft(
        "Bell",
        "Marcus",
        credentials="LCSW",
        email="bell@here.org",
        organisation="Here",
        phones=(Phone("212-555-0101", "work"),),
        npi=BELL,
    )
    made = store.do(add_person, draft, moment=moment, rules=store.rules).made
    assert made is not None
    return made


@pytest.fixture
def told_otherwise(tmp_path: Path) -> Path:
    there = bell(
        suffix=["LMSW"],
        telecom=[{"system": "email", "value": "bell@there.org"}, phone("212-555-0199", "work")],
    )
    return written(tmp_path, there, name="there.json")


def test_of_a_colleague_each_field_is_asked_with_both_sides(
    colleague: int, told_otherwise: Path, store: Store, moment: Moment
) -> None:
    (asked,) = preview_of(store, moment, told_otherwise).people_asked
    assert asked.name == "Marcus Bell, LCSW"
    assert [each.sentence for each in asked.conflicts] == [
        "credentials: here LCSW, in the file LMSW",
        "e-mail: here bell@here.org, in the file bell@there.org",
        "phone: here 212-555-0101, in the file 212-555-0199",
    ]


def test_what_was_decided_of_a_colleague_stands_and_the_rest_stays(
    colleague: int, told_otherwise: Path, store: Store, moment: Moment
) -> None:
    (asked,) = preview_of(store, moment, told_otherwise).people_asked
    decided(store, moment, told_otherwise, {asked.key: frozenset({"email", "phone"})})
    columns = ("id", "credentials", "email")
    assert one(store, PersonRecord, *columns) == (colleague, "LCSW", "bell@there.org")
    assert rows(store, PersonPhoneRecord, "number") == [("212-555-0199",)]
    (asked,) = preview_of(store, moment, told_otherwise).people_asked
    assert [each.field for each in asked.conflicts] == ["credentials"]
    everything(store, moment, told_otherwise)
    assert one(store, PersonRecord, *columns) == (colleague, "LMSW", "bell@there.org")
    assert preview_of(store, moment, told_otherwise).people_asked == ()
    before = dump(store)
    bring_in(store, moment, told_otherwise)
    assert dump(store) == before


def test_what_nobody_decided_of_a_colleague_stays_as_it_is_here_and_is_asked_again(
    colleague: int, told_otherwise: Path, store: Store, moment: Moment
) -> None:
    said = [each.sentence for each in bring_in(store, moment, told_otherwise).findings]
    assert "Told otherwise in the file, but changed here: kept." in said
    assert one(store, PersonRecord, "id", "email") == (colleague, "bell@here.org")
    assert rows(store, PersonPhoneRecord, "number") == [("212-555-0101",)]
    assert len(preview_of(store, moment, told_otherwise).people_asked[0].conflicts) == 3


def test_a_number_of_another_kind_is_added_without_a_question(
    colleague: int, store: Store, moment: Moment, tmp_path: Path
) -> None:
    path = written(tmp_path, bell(telecom=[phone("212-555-0177", "mobile")]))
    assert preview_of(store, moment, path).people_asked == ()
    bring_in(store, moment, path)
    assert rows(store, PersonPhoneRecord, "number") == [("212-555-0101",), ("212-555-0177",)]


def asthma(onset: str, **parts: Any) -> dict[str, Any]:
    code = coded("195967001", display="Asthma")
    number = [{"system": "http://clinic.example/conditions", "value": "c1"}]
    about = {"reference": "Patient/p7"}
    told = {"subject": about, "identifier": number, "onsetDateTime": onset, **parts}
    return condition(code, **told)


def test_what_the_sender_corrects_of_a_condition_is_taken_and_doubles_nothing(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    bring_in(store, moment, written(tmp_path, ana(), asthma("2019-01-05")))
    path = written(tmp_path, ana(), asthma("2019-02-06"))
    assert only_row(store, moment, path).conflicts == ()
    bring_in(store, moment, path)
    assert one(store, ConditionRecord, "onset") == "2019-02-06"
    bring_in(store, moment, written(tmp_path, ana(), asthma("2019-02")))
    assert one(store, ConditionRecord, "onset") == "2019-02-06"


def test_a_condition_that_two_sources_date_otherwise_is_asked(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    first = written(tmp_path, ana(), asthma("2019-01-05"), name="first.json")
    second = written(tmp_path, ana(), asthma("2020-06-07"), name="second.json")
    bring_in(store, moment, first)
    store.do(_other_source, moment=moment, rules=store.rules)
    row = only_row(store, moment, second)
    assert [each.sentence for each in row.conflicts] == [
        "Asthma: begin: here 2019-01-05, in the file 2020-06-07"
    ]
    bring_in(store, moment, second)
    assert one(store, ConditionRecord, "onset") == "2019-01-05"
    decided(store, moment, second, {row.key: frozenset({row.conflicts[0].field})})
    assert one(store, ConditionRecord, "onset") == "2020-06-07"
    assert only_row(store, moment, second).conflicts == ()


def test_what_an_older_import_did_not_measure_follows_the_file(
    store: Store, moment: Moment, tmp_path: Path
) -> None:
    bring_in(store, moment, written(tmp_path, ana(), asthma("2019-01-05")))
    store.do(_before_measures, moment=moment, rules=store.rules)
    path = written(tmp_path, ana(), asthma("2019-02-06"))
    assert only_row(store, moment, path).conflicts == ()
    bring_in(store, moment, path)
    assert one(store, ConditionRecord, "onset") == "2019-02-06"


@pytest.fixture
def own_file(store: Store, moment: Moment, tmp_path: Path) -> Path:
    """Ana with a social worker since 2 March 2026, as she leaves from here."""
    held = member("bell", role=SOCIAL, period={"start": "2026-03-02"})
    place = team(held, subject={"reference": "Patient/p7"})
    bring_in(store, moment, written(tmp_path, ana(), practitioner(), place))
    store.do(name_site, moment=moment, rules=store.rules)
    record = store.read(collect_record, 1, moment=moment)
    path = tmp_path / "own.json"
    path.write_bytes(as_bytes(record_bundle(record, store.rules)))
    return path


def ended_here(store: Store, moment: Moment) -> date:
    on = moment.today - timedelta(days=3)
    row = rows(store, AssignmentRecord, "id", ends_on=None)[0][0]
    draft = EndDraft(row, on, "replaced")
    store.do(end_assignment, draft, moment=moment, rules=store.rules)
    return on


def test_an_end_here_that_the_file_does_not_know_is_asked(
    own_file: Path, store: Store, moment: Moment
) -> None:
    on = ended_here(store, moment)
    row = only_row(store, moment, own_file)
    (conflict,) = row.conflicts
    assert conflict.label == "Marcus Bell, Oncology social worker: last day"
    assert (conflict.ours, conflict.theirs) == (day_shown(on - timedelta(days=1)), "still held")
    bring_in(store, moment, own_file)
    assert one(store, AssignmentRecord, "ends_on") == on
    decided(store, moment, own_file, {row.key: frozenset({conflict.field})})
    assert one(store, AssignmentRecord, "ends_on", "state", "rank") == (None, "active", "primary")
    assert only_row(store, moment, own_file).conflicts == ()
    assert kept(store, 1) == plain(store, 1)


def test_a_place_that_is_opened_again_beside_another_holder_is_a_backup(
    own_file: Path, store: Store, moment: Moment
) -> None:
    ended_here(store, moment)
    made = store.do(add_person, PersonDraft("Cole"), moment=moment, rules=store.rules).made
    draft = AssignmentDraft(1, "social_worker", made or 0)
    store.do(assign, draft, moment=moment, rules=store.rules)
    row = only_row(store, moment, own_file)
    decided(store, moment, own_file, {row.key: frozenset({row.conflicts[0].field})})
    found = sorted(rows(store, AssignmentRecord, "rank", "ends_on"))
    assert found == [("backup", None), ("primary", None)]
    assert kept(store, 1) == plain(store, 1)


def test_another_first_day_is_asked_and_nobody_stands_there_twice(
    own_file: Path, store: Store, moment: Moment
) -> None:
    told = own_file.read_text("utf-8").replace('"start": "2026-03-02"', '"start": "2026-02-16"')
    own_file.write_text(told, "utf-8")
    row = only_row(store, moment, own_file)
    (conflict,) = row.conflicts
    assert conflict.label == "Marcus Bell, Oncology social worker: first day"
    bring_in(store, moment, own_file)
    assert one(store, AssignmentRecord, "starts_on") == date(2026, 3, 2)
    decided(store, moment, own_file, {row.key: frozenset({conflict.field})})
    assert one(store, AssignmentRecord, "starts_on") == date(2026, 2, 16)
    assert only_row(store, moment, own_file).conflicts == ()
    assert kept(store, 1) == plain(store, 1)


def test_another_rank_is_asked_where_the_person_can_have_it(
    own_file: Path, store: Store, moment: Moment
) -> None:
    store.do(_as_backup, moment=moment, rules=store.rules)
    row = only_row(store, moment, own_file)
    (conflict,) = row.conflicts
    assert (conflict.ours, conflict.theirs) == ("backup", "primary")
    bring_in(store, moment, own_file)
    assert one(store, AssignmentRecord, "rank") == "backup"
    decided(store, moment, own_file, {row.key: frozenset({conflict.field})})
    assert one(store, AssignmentRecord, "rank") == "primary"
    assert only_row(store, moment, own_file).conflicts == ()
    assert count(store, AssignmentRecord) == 1
    assert kept(store, 1) == plain(store, 1)
